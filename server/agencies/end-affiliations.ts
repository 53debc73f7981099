// Ends affiliations with all that hangs on them: memberships, the access of open pages. Sessions go on without them. Within one transaction.
import { sql } from 'kysely';
import type { OutsideCommand } from '../access/command.ts';
import { toldBy } from '../cases/index.ts';
import { Refusal } from '../platform/http/refusal.ts';

/** Somebody must be left to administer the installation. Asked one at a time, so that two cannot end each other. */
const requireAnotherAdministrator = async (
  { tx }: OutsideCommand,
  ending: readonly string[],
): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('rinki administrators'))`.execute(tx);
  // The moment at which the lock was got, unless a test imposes another: whoever held it before may have begun after us.
  const now = sql<Date>`coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp())`;
  const holding = await tx
    .selectFrom('affiliations as a')
    .innerJoin('people as p', 'p.id', 'a.person_id')
    .select('a.id')
    .where('a.profession', '=', 'administrator')
    .where('a.starts_at', '<=', now)
    .where((eb) => eb.or([eb('a.ends_at', 'is', null), eb('a.ends_at', '>', now)]))
    .where('p.ended_at', 'is', null)
    .execute();
  const left = holding.filter((a) => !ending.includes(a.id));
  if (holding.length > 0 && left.length === 0) throw new Refusal('last-administrator');
};

/** Those of the affiliations that hold now. */
export const holdingAffiliations = async (
  { tx, at }: OutsideCommand,
  by: { personId: string } | { agencyId: string } | { id: string },
): Promise<string[]> => {
  let query = tx
    .selectFrom('affiliations')
    .select('id')
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', at)]));
  if ('personId' in by) query = query.where('person_id', '=', by.personId);
  if ('agencyId' in by) query = query.where('agency_id', '=', by.agencyId);
  if ('id' in by) query = query.where('id', '=', by.id);
  const rows = await query.execute();
  return rows.map((row) => row.id);
};

/** Sessions that acted in them go on in another affiliation of their person, or in none. */
const moveSessionsOn = async ({ tx, at, tell }: OutsideCommand, affiliationIds: string[]): Promise<void> => {
  const { rows } = await sql<{ id: string; person_id: string }>`
    update sessions s set affiliation_id = (
      select a.id from affiliations a
      where a.person_id = s.person_id and a.starts_at <= ${at} and (a.ends_at is null or a.ends_at > ${at}) order by a.id limit 1)
    where s.affiliation_id = any(${affiliationIds}::uuid[]) and s.ended_at is null returning s.id, s.person_id`.execute(
    tx,
  );
  for (const { id, person_id } of rows) tell(person_id, { kind: 'session.changed', sessionId: id });
};

/** @throws Refusal `last-administrator` */
export const endAffiliations = async (command: OutsideCommand, affiliationIds: string[]): Promise<void> => {
  if (affiliationIds.length === 0) return;
  const { tx } = command;
  await requireAnotherAdministrator(command, affiliationIds);
  const cases = await sql<{
    id: string;
  }>`select access.cases_of_affiliations(${affiliationIds}) as id`.execute(tx);
  await command.changeAccessIn(cases.rows.map((row) => row.id));
  const { rows } = await sql`select * from access.end_affiliations(${affiliationIds})`.execute(tx);
  for (const { caseId, event, aclKey } of toldBy(rows)) command.publishIn(caseId, event, aclKey);
  await moveSessionsOn(command, affiliationIds);
};
