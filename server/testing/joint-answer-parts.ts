// Parts from which tests put joint answers together: experts asked in, an answer begun, its words sent.

import type { Doc } from 'yjs';
import { answerExpertInvitation, inviteExpert } from '../../shared/consultations-together.ts';
import { wordsOf } from '../../shared/document-words.ts';
import { beginJointAnswer, sendJointAnswer } from '../../shared/joint-answers.ts';
import { about } from './consultation-parts.ts';
import type { Person } from './open-world.ts';

/** Asked into it by whoever has it, and with a yes. */
export const askedIn = async (holder: Person, consultationId: string, expert: Person): Promise<void> => {
  const params = { consultationId };
  await holder.do(inviteExpert, {
    params,
    body: { affiliationId: expert.affiliationId ?? '', words: 'Tarvitsen näkemyksesi', ground: null },
  });
  await expert.do(answerExpertInvitation, { params, body: { accept: true, reason: '' } });
};

/** Returns the document. */
export const begunBy = async (who: Person, consultationId: string): Promise<string> =>
  (await who.do(beginJointAnswer, about(consultationId))).documentId;

/** As it stands on the sender's screen. */
export const sendingOf = (consultationId: string, doc: Doc, checked = true) => ({
  params: { consultationId },
  body: { words: wordsOf(doc), checked },
});
export const sentBy = (who: Person, consultationId: string, doc: Doc, checked = true) =>
  who.try(sendJointAnswer, sendingOf(consultationId, doc, checked));
