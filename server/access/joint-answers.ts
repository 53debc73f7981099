// Which documents are the joint answers of a request, or of a service: for every command after which somebody may read or write
// less or more in them. The database asks who wants to know.
import { sql } from 'kysely';
import type { Tx } from '../platform/db/transaction.ts';

/** As documents.scope_kind. */
export const jointAnswer = 'joint-answer';

type Scope = { id: string };

/** For whoever is something in the request. */
export const jointAnswersOf = async (tx: Tx, consultationId: string): Promise<string[]> => {
  const { rows } = await sql<Scope>`select access.joint_answers_of(${consultationId}) as id`.execute(tx);
  return rows.map(({ id }) => id);
};

/** For whoever administers the service; none is begun in it from then on until the commit. */
export const jointAnswersOfService = async (tx: Tx, serviceId: string): Promise<string[]> => {
  const { rows } = await sql<Scope>`select access.joint_answers_of_service(${serviceId}) as id`.execute(tx);
  return rows.map(({ id }) => id);
};

/** Of whoever goes away or is back, for whoever arranges that; none is begun there from then on until the commit. */
export const jointAnswersOfAbsent = async (tx: Tx, affiliationId: string): Promise<string[]> => {
  const { rows } = await sql<Scope>`select access.joint_answers_of_absent(${affiliationId}) as id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
};
