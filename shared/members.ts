// The life of a membership: asked, accepted or declined, changed; and responsibility that is handed over.
import { z } from 'zod';
import { Ref } from './entries.ts';
import { route } from './route.ts';
import {
  DateOnly,
  Id,
  Instant,
  Line,
  MemberRole,
  OptionalLine,
  Paragraph,
  Profession,
} from './vocabulary.ts';

export const MemberAbility = z.enum(['accept', 'change', 'change-role', 'end', 'leave', 'hand-over']);
export type MemberAbility = z.infer<typeof MemberAbility>;

/** What was asked of somebody, and what they answered: for the home team, and for the one who was asked. */
export const Invitation = z.strictObject({
  /** The membership's. */
  id: Id,
  personId: Id,
  purpose: z.string(),
  declinedAt: Instant.nullable(),
  /** Left by themselves after having taken part. */
  leftAt: Instant.nullable(),
  reason: z.string().nullable(),
});
export type Invitation = z.infer<typeof Invitation>;

export const HandoverAbility = z.enum(['accept', 'decline', 'withdraw']);
export type HandoverAbility = z.infer<typeof HandoverAbility>;
export const GiverBecomes = z.enum(['team', 'leaves']);
export type GiverBecomes = z.infer<typeof GiverBecomes>;

/** An open offer of responsibility: the giver stays responsible until it is accepted. */
export const Handover = z.strictObject({
  id: Id,
  fromPersonId: Id,
  toPersonId: Id,
  message: z.string(),
  giverBecomes: GiverBecomes,
  offeredAt: Instant,
  can: z.array(HandoverAbility),
});
export type Handover = z.infer<typeof Handover>;

/** A day, until its end in Helsinki, or a moment. */
export const Until = z.union([DateOnly, Instant]);

const memberParams = z.strictObject({ caseId: Id, memberId: Id });
const handoverParams = z.strictObject({ caseId: Id, handoverId: Id });

export const acceptMembership = route({
  id: 'accept-membership',
  method: 'POST',
  path: '/api/cases/:caseId/members/:memberId/accept',
  summary: 'Opening what one was invited to is accepting it',
  who: 'member',
  params: memberParams,
  body: z.strictObject({}),
  response: Ref,
  errors: ['not-found', 'not-allowed'],
});
export const declineMembership = route({
  id: 'decline-membership',
  method: 'POST',
  path: '/api/cases/:caseId/members/:memberId/decline',
  summary: 'Decline an invitation, with a reason. The membership ends at once',
  who: 'member',
  params: memberParams,
  body: z.strictObject({ reason: Line }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done'],
});
export const leaveMembership = route({
  id: 'leave-membership',
  method: 'POST',
  path: '/api/cases/:caseId/members/:memberId/leave',
  summary:
    'Leave the case. What one was typing becomes a private note; the home team reads the words, if any',
  who: 'professional-member',
  params: memberParams,
  body: z.strictObject({ reason: OptionalLine }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done'],
});
export const changeMembership = route({
  id: 'change-membership',
  method: 'PUT',
  path: '/api/cases/:caseId/members/:memberId',
  summary: 'Another end date, or working pair instead of team and the other way',
  who: 'home-member',
  params: memberParams,
  body: z.strictObject({ until: Until.nullable(), role: MemberRole.nullable() }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done', 'case-closed'],
});

export const Load = z.strictObject({
  children: z.int(),
  /** Of an absent colleague's: counted apart. */
  asSubstitute: z.int(),
  limit: z.int(),
  level: z.enum(['under', 'near', 'over']),
});
export type Load = z.infer<typeof Load>;

export const listReceivers = route({
  id: 'list-receivers',
  method: 'GET',
  path: '/api/cases/:caseId/receivers',
  summary: 'Colleagues who can be responsible, each with the number of their children',
  who: 'responsible',
  params: z.strictObject({ caseId: Id }),
  response: z.strictObject({
    people: z.array(
      z.strictObject({
        personId: Id,
        affiliationId: Id,
        name: z.string(),
        profession: Profession,
        load: Load,
      }),
    ),
    source: z.string(),
  }),
  errors: ['not-found', 'not-allowed'],
});
export const offerHandover = route({
  id: 'offer-handover',
  method: 'POST',
  path: '/api/cases/:caseId/handovers',
  summary: 'Offer the own responsibility to a colleague. It holds until accepted',
  who: 'responsible',
  params: z.strictObject({ caseId: Id }),
  body: z.strictObject({
    affiliationId: Id,
    message: Paragraph.trim().min(1),
    giverBecomes: GiverBecomes,
  }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done', 'case-closed'],
});
export const acceptHandover = route({
  id: 'accept-handover',
  method: 'POST',
  path: '/api/cases/:caseId/handovers/:handoverId/accept',
  summary: 'Become responsible in the place of who offered it',
  who: 'home-member',
  params: handoverParams,
  body: z.strictObject({}),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done'],
});
export const declineHandover = route({
  id: 'decline-handover',
  method: 'POST',
  path: '/api/cases/:caseId/handovers/:handoverId/decline',
  summary: 'Decline responsibility, with a reason',
  who: 'home-member',
  params: handoverParams,
  body: z.strictObject({ reason: Line }),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done'],
});
export const withdrawHandover = route({
  id: 'withdraw-handover',
  method: 'POST',
  path: '/api/cases/:caseId/handovers/:handoverId/withdraw',
  summary: 'Take back an offer of responsibility',
  who: 'responsible',
  params: handoverParams,
  body: z.strictObject({}),
  response: Ref,
  errors: ['not-found', 'not-allowed', 'already-done'],
});
