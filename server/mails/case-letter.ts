// Whether a waiting mail about a case or a request is still to be sent, and with what.
import { sql } from 'kysely';
import type { Tx } from '../platform/db/transaction.ts';
import type { Secrets } from '../platform/http/secrets.ts';
import type { CaseLetter } from './case-text.ts';
import type { Envelope } from './envelope.ts';
import { linkSecret } from './link-secret.ts';
import type { SkipReason } from './outcomes.ts';
import type { CaseRow } from './row.ts';
import { isSignedIn } from './signed-in.ts';

/** An earlier mail that says the same is on its way, or arrived within the hour. */
const isRepeated = async (tx: Tx, row: CaseRow, at: Date): Promise<boolean> => {
  const { rows } = await sql`
    select from mails o where o.person_id = ${row.person_id} and o.case_number = ${row.case_number} and o.stage = ${row.stage} and o.id <> ${row.id}
      and (o.sent_at > ${at}::timestamptz - interval '1 hour'
        or (o.id < ${row.id} and o.sent_at is null and o.failed_at is null and o.skipped_at is null)) limit 1`.execute(
    tx,
  );
  return rows.length > 0;
};

/** The end of the one-time link that the mail carries, if it still leads anywhere. */
const findLinkEnd = async (tx: Tx, id: string, at: Date): Promise<Date | undefined> => {
  const row = await tx
    .selectFrom('guest_links')
    .select('expires_at')
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return row?.expires_at;
};

export const caseLetter = async (
  tx: Tx,
  row: CaseRow,
  envelope: Envelope,
  secrets: Secrets,
  at: Date,
): Promise<CaseLetter | SkipReason> => {
  const letter = {
    ...envelope,
    about: 'case' as const,
    stage: row.stage,
    caseNumber: row.case_number,
    dueOn: row.due_on,
  };
  if (row.guest_link_id !== null) {
    const until = await findLinkEnd(tx, row.guest_link_id, at);
    if (until === undefined) return 'link-ended';
    return { ...letter, link: { secret: linkSecret(secrets, row.guest_link_id), until } };
  }
  if (await isSignedIn(tx, row.person_id, at)) return 'signed-in';
  if (await isRepeated(tx, row, at)) return 'repeated';
  return { ...letter, link: null };
};
