// Acts that need nothing but a reason, which the other side reads: their words, and how each is sent.
import {
  closeConsultation,
  releaseConsultation,
  reopenConsultation,
  withdrawConsultation,
} from '../../shared/consultations.ts';
import { answerExpertInvitation, declinePassed } from '../../shared/consultations-together.ts';
import { call } from '../api/call.ts';

type Params = { readonly consultationId: string };
type Send = (params: Params, reason: string, key: string) => Promise<unknown>;

const withReason =
  (
    route:
      | typeof closeConsultation
      | typeof releaseConsultation
      | typeof reopenConsultation
      | typeof withdrawConsultation
      | typeof declinePassed,
  ): Send =>
  (params, reason, key) =>
    call(route, { params, body: { reason }, key });

export const reasonedActs = [
  'decline-passed',
  'decline-invitation',
  'release',
  'close',
  'reopen',
  'withdraw',
] as const;

export const reasoned = {
  'decline-passed': {
    send: withReason(declinePassed),
    button: 'withOthers.declinePassed',
    title: 'withOthers.declinePassedTitle',
    lead: 'withOthers.declinePassedLead',
  },
  'decline-invitation': {
    send: (params: Params, reason: string, key: string) =>
      call(answerExpertInvitation, { params, body: { accept: false, reason }, key }),
    button: 'withOthers.declineInvitation',
    title: 'withOthers.declineInvitationTitle',
    lead: 'withOthers.declineInvitationLead',
  },
  release: {
    send: withReason(releaseConsultation),
    button: 'consultation.release',
    title: 'consultation.releaseTitle',
    lead: 'consultation.releaseLead',
  },
  close: {
    send: withReason(closeConsultation),
    button: 'consultation.close',
    title: 'consultation.closeTitle',
    lead: 'consultation.closeLead',
  },
  reopen: {
    send: withReason(reopenConsultation),
    button: 'consultation.reopen',
    title: 'consultation.reopenTitle',
    lead: 'consultation.reopenLead',
  },
  withdraw: {
    send: withReason(withdrawConsultation),
    button: 'consultation.withdraw',
    title: 'consultation.withdrawTitle',
    lead: 'consultation.withdrawLead',
  },
} as const;
