// Whom one can invite: professionals with an affiliation that holds, and the family members of this case who have a
// sign-in. Nobody else's family, and nobody who only serves or watches over the installation.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { listInvitable as contract } from '../../shared/cases.ts';
import { AgencyKind, Profession } from '../../shared/vocabulary.ts';
import type { Actor } from '../access/actor.ts';
import { neverInCases, requireCaseAbility } from '../access/granting.ts';
import { logView } from '../access/logs.ts';
import { read, rightsIn } from '../access/reading.ts';
import { activeMemberships } from '../access/rules.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';

type Invitable = z.output<typeof contract.response & z.ZodType>['people'][number];

const most = 50;

const findProfessionals = async (tx: Tx, words: string[], at: Date): Promise<Invitable[]> => {
  let query = tx
    .selectFrom('affiliations as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .innerJoin('agencies as g', 'g.id', 'a.agency_id')
    .select([
      'p.id as person_id',
      'a.id as affiliation_id',
      'p.name',
      'a.profession',
      'g.id as agency_id',
      'g.kind',
      'g.name_fi',
      'g.name_sv',
    ])
    .where('a.profession', 'not in', neverInCases)
    .where('a.starts_at', '<=', at)
    .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>', at)]))
    .where((eb) => eb.or([eb('p.ended_at', 'is', null), eb('p.ended_at', '>', at)]));
  for (const word of words) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(
      sql<boolean>`concat_ws(' ', p.name, replace(a.profession, '-', ' '), g.name_fi, g.name_sv, g.municipality) ilike ${pattern}`,
    );
  }
  const rows = await query.orderBy('p.name').orderBy('a.id').limit(most).execute();
  return rows.map((row) => ({
    personId: row.person_id,
    affiliationId: row.affiliation_id,
    name: row.name,
    profession: Profession.parse(row.profession),
    agencyId: row.agency_id,
    agencyKind: AgencyKind.parse(row.kind),
    agencyNameFi: row.name_fi,
    agencyNameSv: row.name_sv,
  }));
};

const findFamily = async (tx: Tx, caseId: string, words: string[]): Promise<Invitable[]> => {
  const { rows } = await sql<{
    person_id: string;
    name: string;
  }>`select person_id, name from access.family_of_case(${caseId})`.execute(tx);
  return rows
    .filter((row) => words.every((word) => row.name.toLowerCase().includes(word)))
    .map((row) => ({
      personId: row.person_id,
      affiliationId: null,
      name: row.name,
      profession: null,
      agencyId: null,
      agencyKind: null,
      agencyNameFi: null,
      agencyNameSv: null,
    }));
};

export const listInvitable = (
  { context, facts }: Server,
  actor: Actor,
  caseId: string,
  q: string,
): Promise<{ people: Invitable[] }> =>
  read(context, actor, async (tx, at) => {
    const rights = await rightsIn(tx, facts, actor, caseId, at);
    requireCaseAbility(rights, 'invite');
    const words = q
      .toLowerCase()
      .split(/[\s-]+/)
      .filter((word) => word !== '');
    const found = [...(await findFamily(tx, caseId, words)), ...(await findProfessionals(tx, words, at))];
    const people = found.filter(
      (p) => activeMemberships(rights.facts, p.personId, at.getTime()).length === 0,
    );
    await logView(tx, actor, at, {
      kind: 'invitable',
      caseId,
      objectId: caseId,
      purpose: 'case-work',
      detail: { count: people.length },
    });
    return { people };
  });
