// Whom it concerns, beside the requests somebody is a part of, that they are away or back.
import { sql } from 'kysely';
import type { OutsideCommand } from '../access/command.ts';
import { jointAnswer, jointAnswersOfAbsent } from '../access/joint-answers.ts';
import { documentAccessChanged } from '../documents/index.ts';

/** Everybody beside a request that the absent one asked or has looks again; so does whoever stands in. */
export const tellOfAbsence = async (
  scope: OutsideCommand,
  affiliationId: string,
  personIds: readonly string[],
): Promise<void> => {
  const { tx, tell } = scope;
  const { rows } = await sql<{
    id: string;
  }>`select access.people_beside_absent(${affiliationId}) as id`.execute(tx);
  for (const id of new Set([...personIds, ...rows.map((row) => row.id)]))
    tell(id, { kind: 'consultations.changed', consultationId: null });
  // Whoever stands in may write an answer together from now on, or no longer; or asks, and may not.
  await documentAccessChanged(scope, jointAnswer, await jointAnswersOfAbsent(tx, affiliationId));
};
