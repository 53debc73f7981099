// Who stands beside a request, each in the affiliation by which they do, and the hint that it moved. It names the request to those
// who see it now, acting so; whoever has just lost it is told that something of theirs is another, and not what.
import { sql } from 'kysely';
import type { Command } from '../access/command.ts';
import type { Tx } from '../platform/db/transaction.ts';

export type Beside = { readonly personId: string; readonly affiliationId: string };

/** Nobody, where the actor is on no side of it and was on none before this transaction. */
export const sidesBeside = async (tx: Tx, id: string): Promise<Beside[]> => {
  const { rows } = await sql<Beside>`
    select person_id as "personId", affiliation_id as "affiliationId" from access.sides_beside(${id})`.execute(
    tx,
  );
  return rows;
};

export const tellOf = ({ tell }: Pick<Command, 'tell'>, id: string, those: readonly Beside[]): void => {
  for (const { personId, affiliationId } of those)
    tell(personId, { kind: 'consultation.changed', consultationId: id, affiliationId });
};

/**
 * Everybody beside it, once what changes is written.
 * @param before who stood there until now
 */
export const tellBeside = async (
  scope: Pick<Command, 'tx' | 'tell'>,
  id: string,
  before: readonly Beside[] = [],
): Promise<void> => {
  const now = await sidesBeside(scope.tx, id);
  tellOf(scope, id, now);
  const see = new Set(now.map(({ personId, affiliationId }) => `${personId} ${affiliationId}`));
  const lost = before.filter(({ personId, affiliationId }) => !see.has(`${personId} ${affiliationId}`));
  for (const personId of new Set(lost.map((one) => one.personId)))
    scope.tell(personId, { kind: 'consultations.changed' });
};
