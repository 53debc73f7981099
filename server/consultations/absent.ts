// Whom it concerns, beside the requests somebody is a part of, that they are away or back.
import { sql } from 'kysely';
import type { OutsideCommand } from '../access/command.ts';
import { jointAnswer, jointAnswersOfAbsent } from '../access/joint-answers.ts';
import { documentAccessChanged } from '../documents/index.ts';
import { type Beside, tellOf } from './beside.ts';

/** Everybody beside a request that the absent one asked or has looks at it again, whoever stands in and the two themselves at everything. */
export const tellOfAbsence = async (
  scope: OutsideCommand,
  affiliationId: string,
  personIds: readonly string[],
): Promise<void> => {
  const { tx, tell } = scope;
  const { rows } = await sql<Beside & { id: string }>`
    select consultation_id as id, person_id as "personId", affiliation_id as "affiliationId"
    from access.sides_beside_absent(${affiliationId})`.execute(tx);
  for (const id of new Set(personIds)) tell(id, { kind: 'consultations.changed' });
  for (const one of rows) if (!personIds.includes(one.personId)) tellOf(scope, one.id, [one]);
  // Whoever stands in may write an answer together from now on, or no longer; or asks, and may not.
  await documentAccessChanged(scope, jointAnswer, await jointAnswersOfAbsent(tx, affiliationId));
};
