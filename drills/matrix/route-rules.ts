// Who may use which route of a case: by the relation that the contract declares (`who`), in words, apart from the
// implementation. `yes`: it is done, or refused for a reason that has nothing to do with rights. `no`: they see what it is
// about, or the route is not for people like them at all. `absent`: as if there were no such thing.
import type { Who as Relation, Route } from '../../shared/route.ts';
import { everybody, familyPlaces, guestPlaces, hastePlaces, placeOf, teamPlaces, type Who } from './cast.ts';

export type Verdict = 'yes' | 'no' | 'absent';
type Row = { readonly yes: readonly Who[]; readonly no: readonly Who[] };

const besideResponsible = teamPlaces.filter((who) => who !== 'responsible');
const taking = [...teamPlaces, 'homeVisitor', ...guestPlaces, ...familyPlaces] as const;
const isTaking = (who: Who): boolean => taking.some((one) => one === who);
const professionals = everybody.filter((who) => placeOf(who).acts !== null);
const noProfessionals = everybody.filter((who) => placeOf(who).acts === null);
/** They see the case, and only see it. */
const onlyReading: readonly Who[] = hastePlaces;
const seeing: readonly Who[] = [...taking, ...onlyReading];
const ownSeeing: readonly Who[] = [...taking, 'counsellorInHaste'];
const takingProfessionals = taking.filter((who) => placeOf(who).acts !== null);

/** The text that routes about a text are asked for is the responsible worker's, for the own agency and the family. */
const readers = [...teamPlaces, 'homeVisitor', ...familyPlaces] as const;

/** Professionals of social and health care: who may break the glass where they do not take part. */
const breakers = [
  ...teamPlaces,
  'homeVisitor',
  'nurse',
  'nurseAtSchool',
  'colleague',
  'psychiatristLater',
  ...hastePlaces,
] as const;
const isBreaker = (who: Who): boolean => breakers.some((one) => one === who);

const byRelation: Readonly<Record<Relation, Row>> = {
  public: { yes: everybody, no: [] },
  'signed-in': { yes: everybody, no: [] },
  professional: { yes: professionals, no: noProfessionals },
  'opens-cases': {
    yes: ['responsible', 'colleague'],
    no: everybody.filter((who) => who !== 'responsible' && who !== 'colleague'),
  },
  administrator: { yes: ['administrator'], no: everybody.filter((who) => who !== 'administrator') },
  'break-glass': { yes: hastePlaces, no: [...taking, ...noProfessionals] },
  member: { yes: taking, no: onlyReading },
  'home-member': { yes: teamPlaces, no: ['homeVisitor', ...guestPlaces, ...onlyReading, ...noProfessionals] },
  responsible: {
    yes: ['responsible'],
    no: [...besideResponsible, 'homeVisitor', ...guestPlaces, ...onlyReading, ...noProfessionals],
  },
  'professional-member': { yes: takingProfessionals, no: [...onlyReading, ...noProfessionals] },
  author: {
    yes: ['responsible'],
    no: [...readers.filter((who) => who !== 'responsible'), 'counsellorInHaste'],
  },
  reader: { yes: readers, no: ['counsellorInHaste'] },
  // Nobody of the cast has asked for advice or gives any; who may do what there is the matrix of consultations' own.
  side: { yes: [], no: [] },
  'service-member': { yes: [], no: [] },
  // Who is what to a meeting is the matrix of meetings' own.
  team: { yes: [], no: [] },
  visitor: { yes: [], no: [] },
};

/** Of its asker alone, and asked about by nobody of the cast. */
const draftOfSomebody: Row = { yes: [], no: noProfessionals };
/** Of a service that is none of the administrator's. */
const serviceOfOthers: Row = { yes: [], no: everybody.filter((who) => who !== 'administrator') };

/** Where the contract's word is only the coarse part of the rule, with the reason. */
const exceptions: Readonly<Record<string, Row>> = {
  // A ground from the home agency: only its own professionals open what is its own.
  'record-ground': {
    yes: [...teamPlaces, 'homeVisitor'],
    no: [...guestPlaces, ...onlyReading, ...noProfessionals],
  },
  'withdraw-ground': {
    yes: [...teamPlaces, 'homeVisitor'],
    no: [...guestPlaces, ...onlyReading, ...noProfessionals],
  },
  // What was asked of the teacher is opened by the teacher; who may know of the request is told that it is another's.
  'open-contribution': { yes: ['teacher'], no: seeing.filter((who) => who !== 'teacher') },
  // A text of a case is no form: nobody throws it away, and who may read it is told so.
  'discard-form': { yes: [], no: [...readers, 'counsellorInHaste'] },
  // Whoever wrote a part of the version.
  'countersign-assessment': {
    yes: ['responsible'],
    no: [...besideResponsible, 'homeVisitor', ...guestPlaces, ...onlyReading, ...noProfessionals],
  },
  // A comment is begun by whoever reads the text that it is about.
  // Who only reads is told so before it is looked at what it would be about.
  'start-entry': { yes: readers, no: onlyReading },
  // It is addressed to nobody of the cast.
  'read-notice': { yes: [], no: [] },
  // Whoever takes part already finds nothing to break.
  'break-glass': { yes: ['colleague', 'psychiatristLater'], no: everybody.filter((who) => !isBreaker(who)) },
  'find-for-break-glass': { yes: breakers, no: everybody.filter((who) => !isBreaker(who)) },
  // What was opened so is reviewed by nobody of the cast by this id.
  'review-break-glass': { yes: [], no: noProfessionals },
  // Whoever was invited answers for themselves. In haste from another agency nobody sees who takes part.
  'accept-membership': { yes: ['close'], no: ownSeeing.filter((who) => who !== 'close') },
  'decline-membership': { yes: ['close'], no: ownSeeing.filter((who) => who !== 'close') },
  // Everybody leaves their own place alone; the one asked about is the family's.
  'leave-membership': { yes: [], no: [...ownSeeing, ...noProfessionals] },
  // What is asked for is the home agency's: another agency's for the one, the own register's for the other.
  'record-vital-interest': { yes: ['psychiatristInHaste'], no: [...taking, ...noProfessionals] },
  // The ground was given by nobody of the cast.
  'withdraw-own-consent': { yes: [], no: seeing },
  // No responsibility is offered here: there is nothing to be found, whoever asks. The family does not come that far.
  'accept-handover': { yes: [], no: noProfessionals },
  'decline-handover': { yes: [], no: noProfessionals },
  'withdraw-handover': { yes: [], no: noProfessionals },
  // Nobody of the cast stands in for somebody of another agency, and none of them is away.
  'record-absence': { yes: [], no: noProfessionals },
  'end-absence': { yes: [], no: noProfessionals },
  'get-consultation-draft': draftOfSomebody,
  'save-consultation-draft': draftOfSomebody,
  'discard-consultation-draft': draftOfSomebody,
  'check-consultation-draft': draftOfSomebody,
  'send-consultation': draftOfSomebody,
  'attach-to-draft': draftOfSomebody,
  'list-draft-attachments': draftOfSomebody,
  // Beside a request of somebody else.
  'get-attachment-file': draftOfSomebody,
  'remove-attachment': draftOfSomebody,
  // To a service that is none.
  'send-welfare-notification': { yes: [], no: noProfessionals },
  'change-service': serviceOfOthers,
  'end-service': serviceOfOthers,
  'set-service-member': serviceOfOthers,
  'end-service-member': serviceOfOthers,
  // Of a team that none of the cast is in, an item and a visit that are none: who does what in a meeting is a matrix of its own.
  'convene-meeting': { yes: [], no: noProfessionals },
  'begin-series': { yes: [], no: noProfessionals },
  'list-meeting-templates': { yes: [], no: noProfessionals },
  'get-team-figures': { yes: [], no: noProfessionals },
  'save-meeting-template': { yes: [], no: noProfessionals },
  'change-item': { yes: [], no: noProfessionals },
  'invite-to-item': { yes: [], no: noProfessionals },
  'change-visit': { yes: [], no: noProfessionals },
  'write-in-room': { yes: [], no: noProfessionals },
  // For somebody who takes no part, and a step that is none: the rest is in server/steps/steps.db.test.ts.
  'write-step': { yes: [], no: [...onlyReading, ...noProfessionals] },
  'move-step': { yes: [], no: [] },
  // Nobody of the cast came by a link.
  'make-guest-link': { yes: [], no: ['homeVisitor', ...guestPlaces, ...onlyReading, ...noProfessionals] },
  'revoke-guest-link': { yes: [], no: ['homeVisitor', ...guestPlaces, ...onlyReading, ...noProfessionals] },
  'get-guest-code': { yes: [], no: ['homeVisitor', ...guestPlaces, ...onlyReading, ...noProfessionals] },
};

/** Routes about something that lies in a case, where those outside find nothing. */
const inCase = (route: Route): boolean =>
  /:caseId|:entryId|:noticeId|:useId|:consultationId|:draftId|:serviceId|:welfareNotificationId|:attachmentId|:itemId|:visitId|:stepId|meeting-series|meeting-templates|meeting-figures/.test(
    route.path,
  ) ||
  ['/api/entries', '/api/absences', '/api/welfare-notifications', '/api/meetings'].includes(route.path) ||
  route.id === 'end-absence';

export const expectedOf = (route: Route, who: Who): Verdict => {
  const row = exceptions[route.id] ?? byRelation[route.who];
  const reads = route.method === 'GET' && ['member', 'reader'].includes(route.who);
  if (row.yes.includes(who) || (reads && row.no.includes(who) && onlyReading.includes(who))) return 'yes';
  return row.no.includes(who) || !inCase(route) ? 'no' : 'absent';
};

/** What a closed case still answers as before: reading, and what changes nothing in it. */
const worksClosed = (route: Route): boolean =>
  ['preview-audience', 'read-notice', 'record-absence', 'end-absence', 'break-glass'].includes(route.id) ||
  // In an emergency a closed register is read too.
  route.who === 'break-glass' ||
  // An invitation is answered whatever has become of the case.
  ['accept-membership', 'decline-membership'].includes(route.id) ||
  // Whom one could invite is asked only in order to invite.
  (route.method === 'GET' && !/invitable|guest/.test(route.id));

/** In a closed case nothing is changed any more, and whoever might change it otherwise is told so. */
export const expectedClosed = (route: Route, who: Who): Verdict | 'closed' => {
  const open = expectedOf(route, who);
  if (!inCase(route) || worksClosed(route)) return open;
  if (route.id === 'write-step' && takingProfessionals.includes(who as never)) return 'closed';
  // Told before it is looked at what a comment would be about, or whose entries a ground would open.
  if (route.id === 'start-entry' && isTaking(who)) return 'closed';
  if (/-ground$|^offer-handover$/.test(route.id) && takingProfessionals.includes(who as never))
    return 'closed';
  if (route.id === 'offer-handover' && onlyReading.includes(who)) return 'closed';
  // And before a link is looked for.
  if (/guest-(link|code)$/.test(route.id) && teamPlaces.some((place) => place === who)) return 'closed';
  return open === 'yes' ? 'closed' : open;
};
