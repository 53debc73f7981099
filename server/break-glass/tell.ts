// Those who must know of a broken glass at once: on their open pages, and by a neutral mail where they are not signed in.
import { sql } from 'kysely';
import type { Command } from '../access/command.ts';
import { queueMail } from '../mails/index.ts';

/** @param use one that the actor has made */
export const tellWatchers = async ({ tx, at, tell }: Command, use: string): Promise<void> => {
  const { rows } = await sql<{ person_id: string; reviews: boolean; number: string }>`
    select * from access.glass_watchers(${use})`.execute(tx);
  for (const { person_id, reviews, number } of rows) {
    tell(person_id, { kind: 'today.changed' });
    await queueMail(
      tx,
      {
        personId: person_id,
        stage: 'break-glass',
        caseNumber: number,
        dueOn: null,
        path: reviews ? '/break-glass/uses' : '/',
      },
      at,
    );
  }
};
