// A neutral mail to whoever's turn it is after an act, if they are not signed in: a stage, the request's number, a link.
import type { ConsultationAct } from '../../shared/consultation-moves.ts';
import { queueMail } from '../mails/index.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Found } from './find-consultation.ts';

type To = 'asking' | 'holder' | 'target';
const turns: Partial<Record<ConsultationAct, To>> = {
  'ask-more': 'asking',
  answer: 'asking',
  'propose-times': 'asking',
  'tell-more': 'holder',
  'choose-time': 'holder',
  'hand-on': 'target',
  'invite-expert': 'target',
};

/** @param target the affiliation that the act named, of `hand-on` and `invite-expert` */
export const mailTurn = async (
  tx: Tx,
  act: ConsultationAct,
  { row, standIns }: Found,
  target: string | null,
  at: Date,
): Promise<void> => {
  const affiliations: Record<To, (string | null)[]> = {
    asking: [row.asker_affiliation_id, row.deputy_affiliation_id, standIns.asker],
    holder: [row.holder_affiliation_id, standIns.holder],
    target: [target],
  };
  const to = turns[act];
  const ids = to === undefined ? [] : affiliations[to].filter((id) => id !== null);
  if (ids.length === 0) return;
  const people = await tx
    .selectFrom('affiliations')
    .select('person_id')
    .distinct()
    .where('id', 'in', ids)
    .orderBy('person_id')
    .execute();
  const mail = {
    stage: act === 'answer' ? 'request-answered' : 'request-turn',
    caseNumber: row.number,
    dueOn: null,
    path: `/consultations/${row.id}`,
  } as const;
  for (const { person_id: personId } of people) await queueMail(tx, { ...mail, personId }, at);
};
