// Absences that are under way or to come, as those concerned may read them; and who works in the own agency.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Absence, listColleagues as colleaguesContract } from '../../shared/absences.ts';
import { Profession } from '../../shared/vocabulary.ts';
import type { Actor } from '../access/actor.ts';
import { neverInCases } from '../access/granting.ts';
import { logView } from '../access/logs.ts';
import { read } from '../access/reading.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';

type Colleagues = z.output<typeof colleaguesContract.response>;

/** Professions that lead the work of their agency, and so arrange who stands in for whom. */
const leading = ['consultant-social-worker', 'coordinator'];
export const leads = (actor: Actor): boolean => leading.includes(actor.affiliation?.profession ?? '');

/** Of the agency for which the reader acts: the own, those they stand in for, and all for whoever leads its work. */
export const readAbsences = async (tx: Tx, actor: Actor, at: Date): Promise<Absence[]> => {
  const rows = await tx
    .selectFrom('absences as x')
    .innerJoin('people as p', 'p.id', 'x.person_id')
    .innerJoin('people as s', 's.id', 'x.substitute_id')
    .innerJoin('affiliations as a', 'a.id', 'x.affiliation_id')
    .selectAll('x')
    .select(['p.name as person_name', 's.name as substitute_name', 'a.agency_id'])
    .where('x.ended_at', 'is', null)
    .where('x.ends_at', '>', at)
    .orderBy('x.starts_at')
    .orderBy('x.id')
    .execute();
  const own = actor.affiliation?.id;
  const ledAgency = leads(actor) ? actor.affiliation?.agencyId : undefined;
  return rows
    .filter(
      (row) =>
        row.affiliation_id === own || row.substitute_affiliation_id === own || row.agency_id === ledAgency,
    )
    .map((row) => ({
      id: row.id,
      personId: row.person_id,
      personName: row.person_name,
      substituteId: row.substitute_id,
      substituteName: row.substitute_name,
      startsAt: row.starts_at.toISOString(),
      endsAt: row.ends_at.toISOString(),
      can: row.affiliation_id === own || row.agency_id === ledAgency ? ['end'] : [],
    }));
};

/** In how many cases the actor stands in for somebody now, by absence. */
export const countCovered = async (tx: Tx, actor: Actor, at: Date): Promise<Map<string, number>> => {
  const rows = await tx
    .selectFrom('memberships')
    .select((eb) => ['absence_id', eb.fn.count<number>('case_id').distinct().as('cases')])
    .where('person_id', '=', actor.personId)
    .where('affiliation_id', '=', actor.affiliation?.id ?? null)
    .where('absence_id', 'is not', null)
    .where('starts_at', '<=', at)
    .where('ends_at', '>', at)
    .groupBy('absence_id')
    .execute();
  return new Map(rows.flatMap((row) => (row.absence_id === null ? [] : [[row.absence_id, row.cases]])));
};

export const listAbsences = (server: Server, actor: Actor): Promise<Absence[]> =>
  read(server.context, actor, async (tx, at) => {
    const absences = await readAbsences(tx, actor, at);
    const detail = { count: absences.length };
    await logView(tx, actor, at, {
      kind: 'absences',
      caseId: null,
      objectId: null,
      purpose: 'case-work',
      detail,
    });
    return absences;
  });

export const listColleagues = (server: Server, actor: Actor): Promise<Colleagues> =>
  read(server.context, actor, async (tx, at) => {
    const rows = await tx
      .selectFrom('affiliations as a')
      .innerJoin('people as p', 'p.id', 'a.person_id')
      .select(['p.id as personId', 'a.id as affiliationId', 'p.name', 'a.profession'])
      .where('a.agency_id', '=', sql<string>`${actor.affiliation?.agencyId ?? null}::uuid`)
      .where('a.profession', 'not in', neverInCases)
      .where('a.starts_at', '<=', at)
      .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>', at)]))
      .where((eb) => eb.or([eb('p.ended_at', 'is', null), eb('p.ended_at', '>', at)]))
      .orderBy('p.name')
      .orderBy('a.id')
      .execute();
    const colleagues = rows.map((row) => ({ ...row, profession: Profession.parse(row.profession) }));
    return { colleagues, leads: leads(actor) };
  });
