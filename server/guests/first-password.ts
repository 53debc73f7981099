// Somebody who came by a link chooses a name and a password, to come back by themselves. Their links end with it.
import { sql } from 'kysely';
import { type Call, command } from '../access/command.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { hashPassword, requireStrong } from '../sessions/index.ts';

/** @throws Refusal `already-done`, `name-taken`, `password-too-weak` */
export const takeFirstPassword = async (
  context: Context,
  call: Call,
  input: { signInName: string; password: string },
): Promise<{ id: string }> => {
  requireStrong(input.password, input.signInName);
  const hash = await hashPassword(input.password);
  return command(context, call, async ({ tx, actor }) => {
    const { rows } = await sql<{ done: boolean }>`
      select access.take_first_password(${hash}) as done`.execute(tx);
    if (!rows[0]?.done) throw new Refusal('already-done');
    const taken = await tx
      .selectFrom('people')
      .select('id')
      .where('sign_in_name', '=', input.signInName)
      .where('id', '!=', actor.personId)
      .executeTakeFirst();
    const family = await sql`select id from access.person_by_sign_in_name(${input.signInName})`.execute(tx);
    if (taken || family.rows.some((row) => (row as { id: string }).id !== actor.personId))
      throw new Refusal('name-taken');
    await tx
      .updateTable('people')
      .set({ sign_in_name: input.signInName })
      .where('id', '=', actor.personId)
      .execute();
    return { id: actor.personId };
  });
};
