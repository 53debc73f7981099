// Records an absence, and ends one before its time. The substitute's places come and go in every case of the absent one,
// also in those that whoever records it does not see: what changed there is told to those who may know of it alone.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { recordAbsence as contract } from '../../shared/absences.ts';
import { type Call, command, type OutsideCommand } from '../access/command.ts';
import { toldBy, toldJoined } from '../cases/index.ts';
import { tellOfAbsence } from '../consultations/index.ts';
import { tellOfAway } from '../meetings/index.ts';
import { endAt, startAt } from '../platform/clock/helsinki.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { leads, readAbsences } from './read-absences.ts';

type Input = z.output<typeof contract.body & z.ZodType>;

const findAffiliation = async ({ tx, at }: OutsideCommand, id: string) =>
  tx
    .selectFrom('affiliations')
    .select(['id', 'person_id', 'agency_id'])
    .where('id', '=', id)
    .where('starts_at', '<=', at)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]))
    .executeTakeFirst();

/** Whose absence it is and who stands in: two people of the actor's own agency. @throws Refusal */
const findBoth = async (c: OutsideCommand, input: Input) => {
  const [absent, substitute] = [
    await findAffiliation(c, input.affiliationId),
    await findAffiliation(c, input.substituteAffiliationId),
  ];
  const agencyId = c.actor.affiliation?.agencyId;
  if (absent?.agency_id !== agencyId || substitute?.agency_id !== agencyId || !absent || !substitute)
    throw notFound();
  if (absent.id !== c.actor.affiliation?.id && !leads(c.actor)) throw new Refusal('not-allowed');
  if (absent.person_id === substitute.person_id)
    throw new Refusal('invalid-input', { field: 'substituteAffiliationId' });
  return { absent, substitute };
};

/** Neither is away at the time already. */
const requireNoOther = async (c: OutsideCommand, input: Input, from: Date, until: Date): Promise<void> => {
  const both = [input.affiliationId, input.substituteAffiliationId];
  const other = await c.tx
    .selectFrom('absences')
    .select('id')
    .where('affiliation_id', 'in', both)
    .where('ended_at', 'is', null)
    .where('starts_at', '<', until)
    .where('ends_at', '>', from)
    .executeTakeFirst();
  if (other) throw new Refusal('already-done');
};

/** The door looks once more under its lock: of two absences recorded at once it takes one. */
const refused = (error: unknown): never => {
  if ((error as { code?: unknown }).code === '42501') throw new Refusal('already-done');
  throw error;
};

/** @throws Refusal `not-found`, `not-allowed`, `invalid-input`, `already-done` */
export const recordAbsence = (server: Server, call: Call, input: Input): Promise<{ id: string }> =>
  command(server.context, call, async (c) => {
    const { tx, at, actor } = c;
    const { absent, substitute } = await findBoth(c, input);
    const [from, until] = [startAt(input.from), endAt(input.until)];
    if (until <= at || until <= from) throw new Refusal('invalid-input', { field: 'until' });
    await requireNoOther(c, input, from, until);
    const cases = await sql<{ id: string }>`
      select access.cases_to_cover(${absent.id}) as id`.execute(tx);
    await c.changeAccessIn(cases.rows.map((row) => row.id));
    const { rows } = await sql<{ absence: string; place: unknown }>`
      select * from access.record_absence(${absent.id}, ${substitute.id}, ${from}, ${until})`
      .execute(tx)
      .catch(refused);
    for (const { place } of rows) {
      if (place === null) continue;
      const { caseId, event, aclKey } = toldJoined(place);
      c.publishIn(caseId, event, aclKey);
    }
    for (const id of new Set([absent.person_id, substitute.person_id, actor.personId]))
      c.tell(id, { kind: 'today.changed' });
    await tellOfAbsence(c, absent.id, [absent.person_id, substitute.person_id]);
    await tellOfAway(c, absent.id);
    return { id: rows[0]?.absence ?? '' };
  });

/** @throws Refusal `not-found`, `not-allowed` for the substitute, who does not end it */
export const endAbsence = (server: Server, call: Call, absenceId: string): Promise<{ id: string }> =>
  command(server.context, call, async (c) => {
    const { tx, at, actor } = c;
    const absence = (await readAbsences(tx, actor, at)).find((one) => one.id === absenceId);
    if (!absence) throw notFound();
    if (!absence.can.includes('end')) throw new Refusal('not-allowed');
    const { affiliation_id } = await tx
      .selectFrom('absences')
      .select('affiliation_id')
      .where('id', '=', absenceId)
      .executeTakeFirstOrThrow();
    const cases = await sql<{ id: string }>`
      select access.cases_to_cover(${affiliation_id}) as id`.execute(tx);
    await c.changeAccessIn(cases.rows.map((row) => row.id));
    const { rows } = await sql`select * from access.end_absence(${absenceId})`.execute(tx);
    for (const { caseId, event, aclKey } of toldBy(rows)) c.publishIn(caseId, event, aclKey);
    for (const id of new Set([absence.personId, absence.substituteId, actor.personId]))
      c.tell(id, { kind: 'today.changed' });
    await tellOfAbsence(c, affiliation_id, [absence.personId, absence.substituteId]);
    await tellOfAway(c, affiliation_id);
    return { id: absenceId };
  });
