// The joint answer as a kind of document: who may read and write in one now (ring 1). The database asks the same of functions
// of its own (migration 2026-11-28-41). Everybody on the answering side of a request knows of everybody there, so whoever reads
// may be told who wrote.
import { ConsultationState } from '../../shared/consultation-moves.ts';
import { jointAnswerRight, partsOf } from '../access/consultation-sides.ts';
import { jointAnswer } from '../access/joint-answers.ts';
import { readStandingOf } from '../access/standing.ts';
import { type DocumentKind, noStanding } from '../documents/index.ts';

export const jointAnswerKind: DocumentKind = {
  kind: jointAnswer,
  standing: async (tx, who, scopeId, at) => {
    const row = await tx
      .selectFrom('joint_answers as j')
      .innerJoin('consultations as c', 'c.id', 'j.consultation_id')
      .selectAll('c')
      .select('j.service_id as begun_in')
      .where('j.id', '=', scopeId)
      .executeTakeFirst();
    // Another service has the request now: it begins an answer of its own.
    if (!row || row.begun_in !== row.service_id) return noStanding;
    const standing = await readStandingOf(tx, who, new Date(at));
    const state = ConsultationState.parse(row.state);
    return { ...jointAnswerRight(partsOf(standing, { ...row, state }), state), until: standing.until };
  },
};
