// What a named request says goes into a case, once, by somebody who reads the request and is responsible for the case. It becomes a
// text of their own agency, for the team of the case; the request and its asker learn nothing of a case here.
import { sql } from 'kysely';
import { moveOf } from '../../shared/consultation-moves.ts';
import { type Call, type CaseCommand, caseCommand } from '../access/command.ts';
import { readStanding } from '../access/standing.ts';
import { actingIn } from '../access/writing.ts';
import { addWritten, dataClassOf } from '../entries/index.ts';
import { dayOf } from '../platform/clock/helsinki.ts';
import { Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { refuse } from './consultation-command.ts';
import { type Found, findConsultation } from './find-consultation.ts';
import { readNames } from './names.ts';

/** Turns that belong to the matter itself: told by the asker's agency, or answered by the own. */
const kept = ['told-more', 'answer', 'talk-noted'];

const listOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value : []);

/** The texts of the entry, by field. What an invited expert of another agency wrote stays in the request. */
const textsOf = async ({ tx, actor }: CaseCommand, { row }: Found): Promise<Record<string, string>> => {
  const turns = await tx
    .selectFrom('consultation_messages as m')
    .innerJoin('affiliations as a', 'a.id', 'm.affiliation_id')
    .innerJoin('affiliations as asker', (join) => join.on('asker.id', '=', row.asker_affiliation_id))
    .select(['m.affiliation_id', 'm.kind', 'm.side', 'm.text', 'm.at'])
    .where('m.consultation_id', '=', row.id)
    .where('m.kind', 'in', kept)
    .where('m.text', '!=', '')
    .where((eb) =>
      eb.or([
        eb('a.agency_id', '=', eb.ref('asker.agency_id')),
        eb('a.agency_id', '=', actor.affiliation?.agencyId ?? null),
      ]),
    )
    .orderBy('m.id')
    .execute();
  const names = await readNames(
    tx,
    [row.asker_affiliation_id, ...turns.map((one) => one.affiliation_id)],
    [],
  );
  const asker = names.person(row.asker_affiliation_id);
  const texts: Record<string, string> = {
    number: row.number,
    receivedOn: dayOf(row.received_at),
    asker: asker.name,
    profession: asker.profession,
    agencyFi: asker.agencyNameFi,
    agencySv: asker.agencyNameSv,
    childName: row.child_name ?? '',
    area: row.area,
    question: row.question,
    consent: row.consent,
    ageBand: row.age_band ?? '',
    grade: row.grade ?? '',
  };
  for (const { support, tried, note } of listOf(row.supports)) {
    texts[`support.${String(support)}`] = String(tried);
    if (note) texts[`supportNote.${String(support)}`] = String(note);
  }
  for (const { reason, hours } of listOf(row.absence_hours))
    texts[`absence.${String(reason)}`] = String(hours);
  for (const [n, turn] of turns.entries()) {
    texts[`turn.t${n + 1}.kind`] = turn.kind;
    texts[`turn.t${n + 1}.by`] = names.person(turn.affiliation_id).name;
    texts[`turn.t${n + 1}.on`] = dayOf(turn.at);
    texts[`turn.t${n + 1}.text`] = turn.text;
  }
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
};

const findTakable = async ({ tx, actor, at }: CaseCommand, id: string): Promise<Found> => {
  const found = await findConsultation(tx, await readStanding(tx, actor, at), id);
  const move = moveOf('take-into-case', found.parts, found.facts);
  if ('refused' in move) throw await refuse(tx, move.refused, found);
  return found;
};

/** @throws Refusal `not-found`, `not-allowed` for whoever is not responsible there, `already-done`, `case-closed` */
export const takeIntoCase = (
  server: Server,
  call: Call,
  id: string,
  caseId: string,
): Promise<{ id: string }> =>
  caseCommand(
    server.context,
    server.facts,
    call,
    caseId,
    async (c) => {
      await findTakable(c, id);
      if (!c.viewer.responsible) throw new Refusal('not-allowed', { reason: 'not-responsible' });
      if (c.viewer.closed) throw new Refusal('case-closed');
    },
    async (c) => {
      const acting = actingIn(c.facts, c.actor, c.at);
      const { affiliation } = c.actor;
      if (!acting || !affiliation) throw new Refusal('not-allowed');
      const found = await findTakable(c, id);
      const taken = await c.tx
        .selectFrom('entries')
        .select('id')
        .where('case_id', '=', caseId)
        .where('kind', '=', 'consultation')
        .where('about', '=', id)
        .executeTakeFirst();
      if (taken) throw new Refusal('already-done');
      const dataClass = dataClassOf(affiliation.agencyKind);
      const entry = await addWritten(
        c,
        acting,
        {
          kind: 'consultation',
          ownerAgencyId: affiliation.agencyId,
          dataClass,
          authorIds: [c.actor.personId],
          assessmentId: null,
          parentId: null,
          about: id,
        },
        await textsOf(c, found),
        { dataClass, scope: 'team', agencyIds: [], familyScope: 'none', familyIds: [] },
      );
      await sql`select access.take_request_into_case(${id}, ${entry.id})`.execute(c.tx);
      return { id: entry.id };
    },
  );
