// Taken back with one press by whoever sent it: gone for its receiver in the same moment, and from open pages by the hint.
import { sql } from 'kysely';
import { isSender } from '../access/bundle-rules.ts';
import { type Call, command } from '../access/command.ts';
import { readStanding } from '../access/standing.ts';
import { findConsultation, tellBeside } from '../consultations/index.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';

/** @throws Refusal `not-found` for whoever did not send it, `already-done` once it is over or taken back */
export const withdrawBundle = (
  server: Server,
  call: Call,
  { consultationId, bundleId }: { consultationId: string; bundleId: string },
): Promise<{ id: string }> =>
  command(server.context, call, async ({ tx, actor, at, tell }) => {
    const standing = await readStanding(tx, actor, at);
    await findConsultation(tx, standing, consultationId);
    const row = await tx
      .selectFrom('bundles')
      .selectAll()
      .where('id', '=', bundleId)
      .where('consultation_id', '=', consultationId)
      .executeTakeFirst();
    if (!row || !isSender(standing, row)) throw notFound();
    const { rows } = await sql<{ done: boolean }>`select access.withdraw_bundle(${bundleId}) as done`.execute(
      tx,
    );
    if (!rows[0]?.done) throw new Refusal('already-done');
    await tellBeside({ tx, tell }, consultationId);
    return { id: bundleId };
  });
