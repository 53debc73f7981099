// Words to one person that are of no case they must already see, and the reading of them.
import { readNotice as contract, type Today } from '../../shared/today.ts';
import { type Call, command } from '../access/command.ts';
import type { Context } from '../context.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { CaseNames } from './case-names.ts';

export const readNotices = async (tx: Tx, names: CaseNames, personId: string): Promise<Today['notices']> => {
  const rows = await tx
    .selectFrom('notices as n')
    .leftJoin('people as p', 'p.id', 'n.from_person_id')
    .select(['n.id', 'n.kind', 'n.case_id', 'p.name', 'n.words', 'n.at'])
    .where('n.person_id', '=', personId)
    .where('n.read_at', 'is', null)
    .orderBy('n.at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(50)
    .execute();
  // Of a case only while acting where one takes part in it; that responsibility was taken over is told by its number alone
  // to whoever has left.
  return rows
    .filter((row) => row.case_id === null || names.has(row.case_id) || row.kind === 'handover-accepted')
    .map((row) => ({
      id: row.id,
      kind: row.kind,
      ...(row.case_id === null ? {} : names.get(row.case_id)),
      fromName: row.name,
      words: row.words,
      at: row.at.toISOString(),
    }));
};

/** @throws Refusal `not-found` for somebody else's notice, as for none. */
export const readNotice = (context: Context, call: Call, noticeId: string): Promise<{ id: string }> =>
  command(context, call, async ({ tx, actor, at, tell }) => {
    const row = await tx
      .updateTable('notices')
      .set((eb) => ({ read_at: eb.fn.coalesce('read_at', eb.val(at)) }))
      .where('id', '=', noticeId)
      .where('person_id', '=', actor.personId)
      .returning('id')
      .executeTakeFirst();
    if (!row) throw notFound();
    tell(actor.personId, { kind: 'today.changed' });
    return contract.response.parse({ id: row.id });
  });
