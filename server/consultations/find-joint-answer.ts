// The joint answer of a request as whoever may read it finds it, and what of a sent one goes with the answer.

import { jointAnswer } from '../access/joint-answers.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Row } from './find-consultation.ts';

type Begun = { readonly id: string; readonly documentId: string; readonly sent: boolean };

/** Of the service that has the request: the one that is being written, else the last one that was sent. Ring 1 has been asked. */
export const findJointAnswer = async (
  tx: Tx,
  { id, service_id }: Pick<Row, 'id' | 'service_id'>,
): Promise<Begun | undefined> => {
  const rows = await tx
    .selectFrom('joint_answers as j')
    .innerJoin('documents as d', 'd.scope_id', 'j.id')
    .select(['j.id', 'd.id as documentId', 'j.message_id'])
    .where('d.scope_kind', '=', jointAnswer)
    .where('j.consultation_id', '=', id)
    .where('j.service_id', '=', service_id)
    .orderBy('j.id', 'desc')
    .execute();
  const row = rows.find(({ message_id }) => message_id === null) ?? rows[0];
  return row && { id: row.id, documentId: row.documentId, sent: row.message_id !== null };
};

/** By the message that the answer became. */
export const readSentTogether = async (tx: Tx, consultationId: string) => {
  const [texts, authors] = await Promise.all([
    tx
      .selectFrom('joint_answer_texts')
      .select(['message_id', 'blocks'])
      .where('consultation_id', '=', consultationId)
      .execute(),
    tx
      .selectFrom('joint_answer_authors')
      .select(['message_id', 'affiliation_id'])
      .where('consultation_id', '=', consultationId)
      .orderBy('message_id')
      .orderBy('place')
      .execute(),
  ]);
  return {
    affiliations: authors.map((one) => one.affiliation_id),
    blocksOf: (messageId: string): unknown => texts.find((one) => one.message_id === messageId)?.blocks ?? [],
    writersOf: (messageId: string): string[] =>
      authors.filter((one) => one.message_id === messageId).map((one) => one.affiliation_id),
  };
};
