// That a signed version is in the own agency's system now: by whom, when, into which. Nobody else sees it.
import { sql } from 'kysely';
import { type Call, command } from '../access/command.ts';
import { notFound } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { findParts } from './find-parts.ts';
import { tellReaders } from './memo-command.ts';

/** @throws Refusal `not-found`, `not-allowed` */
export const transferMemo = (
  server: Server,
  call: Call,
  versionId: string,
  system: string,
): Promise<{ id: string }> =>
  command(server.context, call, async ({ tx, actor, at, tell }) => {
    const version = await tx
      .selectFrom('memo_versions')
      .select('memo_part_id')
      .where('id', '=', versionId)
      .executeTakeFirst();
    const [part] = version
      ? await findParts(tx, server.facts, actor, at, (rows) => rows.where('id', '=', version.memo_part_id))
      : [];
    if (!part || actor.affiliation === null) throw notFound();
    const { rows } = await sql<{
      id: string;
    }>`select access.transfer_memo(${versionId}, ${system}) as id`.execute(tx);
    tell(actor.personId, { kind: 'meetings.changed' });
    tellReaders({ tell, at }, part, ({ agencyId }) => agencyId === actor.affiliation?.agencyId);
    return { id: rows[0]?.id ?? '' };
  });
