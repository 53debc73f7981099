// How a request is told of in words: who has it, whose turn it is, what happens next. Nothing is decided here.
import type { Consultation, ConsultationHead } from '../../shared/consultation.ts';
import { date, dateTime } from '../i18n/format.ts';
import { locale, t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';

type Somebody = ConsultationHead['asker'];
type NamedService = { readonly nameFi: string; readonly nameSv: string };

/** English readers get the name that stands on the door most often: the Finnish one. */
export const serviceName = (one: NamedService): string => (locale() === 'sv' ? one.nameSv : one.nameFi);

const agencyOf = (one: Somebody): string => (locale() === 'sv' ? one.agencyNameSv : one.agencyNameFi);

export const isMe = (one: Pick<Somebody, 'personId'> | null): boolean =>
  one !== null && one.personId === session()?.personId;

/** "erityisopettaja, Meriniemen koulu" */
export const postOf = (one: Somebody): string => `${t(`profession.${one.profession}`)}, ${agencyOf(one)}`;

const isAsking = (head: ConsultationHead): boolean => head.sides.includes('asking');

/** "Sari Niskanen", or the team while nobody in it has taken it. */
export const holderWords = (head: ConsultationHead): string => {
  const service = serviceName(head.service);
  if (head.holder === null) return t('consultation.nobodyYet', { service });
  const name = isMe(head.holder) ? t('consultation.you') : head.holder.name;
  const standIn = head.standIns.holder;
  if (standIn === null) return t('consultation.atService', { name, service });
  const substitute = isMe(standIn) ? t('consultation.you') : standIn.name;
  return t('consultation.atServiceAway', { name, substitute, service });
};

/** Does this reader have it, or stand in for whoever does? */
const isMine = (head: ConsultationHead): boolean => isMe(head.holder) || isMe(head.standIns.holder);

/** Urgent, and nobody's for too long: who was told, and when. */
export const escalatedWords = ({ escalated }: ConsultationHead): string | null => {
  if (escalated === null) return null;
  const when = { date: dateTime(escalated.at) };
  if (escalated.told === 'lead') return t('consultation.escalatedLead', when);
  return t(
    escalated.told === 'on-call' ? 'consultation.escalatedOnCall' : 'consultation.escalatedEverybody',
    when,
  );
};

/** Promise 14: what happens next, from where the reader stands. */
export const nextWords = (head: ConsultationHead): string => {
  const asking = isAsking(head);
  if (head.can.includes('accept-passed')) return t('withOthers.nextOffered');
  if (head.can.includes('accept-invitation')) return t('withOthers.nextInvited');
  switch (head.state) {
    case 'sent':
    case 'triage':
      if (head.can.includes('claim')) return t('consultation.nextClaimIt');
      return t(head.state === 'sent' ? 'consultation.nextSent' : 'consultation.nextTriage');
    case 'claimed':
      if (isMine(head)) return t('consultation.nextYoursNow', { date: date(head.dueOn) });
      return t('consultation.nextClaimed', { name: head.holder?.name ?? serviceName(head.service) });
    case 'more-information':
      return t(asking ? 'consultation.nextMore' : 'consultation.nextMoreOther');
    case 'answered':
      return t(asking ? 'consultation.nextAnswered' : 'consultation.nextAnsweredOther');
    case 'followed-up':
      return t(asking ? 'consultation.nextFollowedOwn' : 'consultation.nextFollowed');
    case 'closed':
      return t('consultation.nextClosed');
    case 'withdrawn':
      return t('consultation.nextWithdrawn');
  }
};

/** Nobody of the service has opened it. */
export const isUnread = (head: ConsultationHead): boolean =>
  head.state === 'sent' && head.sides.includes('answering');

/** Is the next move this reader's own? */
export const isMyTurn = (head: ConsultationHead): boolean => {
  if (head.can.includes('accept-passed') || head.can.includes('accept-invitation')) return true;
  if (head.waitsFor === 'asking') return isAsking(head);
  return head.waitsFor === 'answering' && isMine(head);
};

/** What was tried, what was not, and what does not fit, each in words. */
export const supportLines = (supports: Consultation['supports']) => {
  const named = (tried: Consultation['supports'][number]['tried']) =>
    supports
      .filter((one) => one.tried === tried)
      .map((one) => t(`support.${one.support}`))
      .join(', ');
  return { notTried: named('not-tried'), unfit: named('not-suitable') };
};
