// What an administrator administers: agencies, teams, people, affiliations. No case, and nobody's family.
import type { z } from 'zod';
import type { AgencyRow, PersonRow } from '../../shared/agencies.ts';
import { AgencyKind, Language, Profession } from '../../shared/vocabulary.ts';
import type { Actor } from '../access/actor.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../platform/db/transaction.ts';

type Administration = { agencies: z.infer<typeof AgencyRow>[]; people: z.infer<typeof PersonRow>[] };

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

const gather = <T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
};

const readAgencies = async (tx: Tx): Promise<Administration['agencies']> => {
  const agencies = await tx.selectFrom('agencies').selectAll().orderBy('name_fi').orderBy('id').execute();
  const teams = gather(
    await tx.selectFrom('teams').selectAll().orderBy('name').orderBy('id').execute(),
    (t) => t.agency_id,
  );
  const members = gather(
    await tx.selectFrom('team_members').selectAll().where('ends_at', 'is', null).execute(),
    (m) => m.team_id,
  );
  return agencies.map((agency) => ({
    id: agency.id,
    kind: AgencyKind.parse(agency.kind),
    nameFi: agency.name_fi,
    nameSv: agency.name_sv,
    municipality: agency.municipality,
    region: agency.region,
    endedAt: iso(agency.ended_at),
    teams: (teams.get(agency.id) ?? []).map((team) => ({
      id: team.id,
      name: team.name,
      endedAt: iso(team.ended_at),
      affiliationIds: (members.get(team.id) ?? []).map((m) => m.affiliation_id),
    })),
  }));
};

const readPeople = async (tx: Tx): Promise<Administration['people']> => {
  const people = await tx
    .selectFrom('people as p')
    .leftJoin('credentials as c', 'c.person_id', 'p.id')
    .selectAll('p')
    .select('c.person_id as has_password')
    .where('p.family', '=', false)
    .orderBy('p.name')
    .orderBy('p.id')
    .execute();
  const affiliations = gather(
    await tx.selectFrom('affiliations').selectAll().orderBy('id').execute(),
    (a) => a.person_id,
  );
  return people.map((person) => ({
    id: person.id,
    signInName: person.sign_in_name,
    name: person.name,
    givenName: person.given_name,
    language: Language.parse(person.language),
    email: person.email,
    ownPassword: person.has_password !== null,
    endedAt: iso(person.ended_at),
    affiliations: (affiliations.get(person.id) ?? []).map((a) => ({
      id: a.id,
      agencyId: a.agency_id,
      profession: Profession.parse(a.profession),
      startsAt: a.starts_at.toISOString(),
      endsAt: iso(a.ends_at),
    })),
  }));
};

export const getAdministration = (context: Context, actor: Actor): Promise<Administration> =>
  read(context, actor, async (tx, at) => {
    const found = { agencies: await readAgencies(tx), people: await readPeople(tx) };
    await logView(tx, actor, at, {
      kind: 'administration',
      caseId: null,
      objectId: null,
      purpose: 'administration',
      detail: { count: found.people.length },
    });
    return found;
  });
