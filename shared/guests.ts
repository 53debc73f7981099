// Somebody without an account: invited to one question, let in by a one-time link and a code told by telephone.
import { z } from 'zod';
import { Agency, GroundInput, ParticipationAudience } from './cases.ts';
import { route } from './route.ts';
import { Session } from './sessions.ts';
import { DateOnly, Id, Instant, Language, LifeArea, Line, Paragraph, Profession } from './vocabulary.ts';

/** What stands after `#` in the address of a link: never sent with a request of its own. */
export const LinkSecret = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/);
export const LinkCode = z.string().regex(/^[0-9]{6}$/);

const caseParams = z.strictObject({ caseId: Id });
const linkParams = z.strictObject({ caseId: Id, linkId: Id });

/** A link as it was just made: to its maker alone. */
const NewLink = z.strictObject({
  id: Id,
  linkId: Id,
  /** Six digits, to be told by telephone. */
  code: LinkCode,
  expiresAt: Instant,
  /** Where a demonstration has no mail server, what the mail would carry; null everywhere else. */
  address: z.string().nullable(),
});
export type NewLink = z.infer<typeof NewLink>;

export const listGuestAgencies = route({
  id: 'list-guest-agencies',
  method: 'GET',
  path: '/api/cases/:caseId/guest-agencies',
  summary: 'Agencies of which somebody without an account can be invited: every other one',
  who: 'home-member',
  params: caseParams,
  response: z.strictObject({ agencies: z.array(Agency) }),
  errors: ['not-found', 'not-allowed', 'case-closed'],
});
export const inviteGuest = route({
  id: 'invite-guest',
  method: 'POST',
  path: '/api/cases/:caseId/guests',
  summary: 'Invite somebody who has no account to one question: person, membership, request and link at once',
  who: 'home-member',
  params: caseParams,
  body: z.strictObject({
    name: Line,
    email: z.email().max(200),
    profession: Profession,
    agencyId: Id,
    language: Language,
    endsOn: DateOnly,
    participation: ParticipationAudience,
    toThem: GroundInput.nullable(),
    fromThem: GroundInput.nullable(),
    ask: z.strictObject({
      assessmentId: Id,
      area: LifeArea,
      question: Paragraph.min(1),
      dueOn: DateOnly.nullable(),
    }),
    /** Nobody of the same name in the directory is meant. */
    nobodyKnown: z.boolean(),
  }),
  response: NewLink,
  errors: [
    'not-found',
    'not-allowed',
    'ground-missing',
    'already-done',
    'name-in-directory',
    'assessment-signed',
    'case-closed',
  ],
});
export const GuestLink = z.strictObject({
  memberId: Id,
  /** Null where no link was made yet in this case. */
  linkId: Id.nullable(),
  area: LifeArea.nullable(),
  state: z.enum(['none', 'sent', 'opened', 'used', 'expired', 'revoked', 'locked']),
  at: Instant.nullable(),
  expiresAt: Instant.nullable(),
  /** Only who made a link may see its code again. */
  mine: z.boolean(),
});
export type GuestLink = z.infer<typeof GuestLink>;
export const listGuestLinks = route({
  id: 'list-guest-links',
  method: 'GET',
  path: '/api/cases/:caseId/guest-links',
  summary: 'Members who come by links, and what became of the newest link of each',
  who: 'home-member',
  params: caseParams,
  response: z.strictObject({ links: z.array(GuestLink) }),
  errors: ['not-found', 'not-allowed', 'case-closed'],
});
export const makeGuestLink = route({
  id: 'make-guest-link',
  method: 'POST',
  path: '/api/cases/:caseId/members/:memberId/guest-link',
  summary: 'A new link and code to what was asked; the earlier one ends',
  who: 'home-member',
  params: z.strictObject({ caseId: Id, memberId: Id }),
  body: z.strictObject({}),
  response: NewLink,
  errors: ['not-found', 'not-allowed', 'already-done', 'nothing-asked', 'case-closed'],
});
export const revokeGuestLink = route({
  id: 'revoke-guest-link',
  method: 'POST',
  path: '/api/cases/:caseId/guest-links/:linkId/revoke',
  summary: 'End a link that was not used yet',
  who: 'home-member',
  params: linkParams,
  body: z.strictObject({}),
  response: z.strictObject({ id: Id }),
  errors: ['not-found', 'not-allowed', 'already-done', 'case-closed'],
});
export const getGuestCode = route({
  id: 'get-guest-code',
  method: 'GET',
  path: '/api/cases/:caseId/guest-links/:linkId/code',
  summary: 'The code of a link that still holds, again, for who made it',
  who: 'home-member',
  params: linkParams,
  response: z.strictObject({ code: LinkCode }),
  errors: ['not-found', 'not-allowed', 'case-closed'],
});
export const lookAtGuestLink = route({
  id: 'look-at-guest-link',
  method: 'POST',
  path: '/api/guest/look',
  summary: 'Does this link hold? Never made, used, ended and expired look the same',
  who: 'public',
  public: true,
  body: z.strictObject({ secret: LinkSecret }),
  response: z.strictObject({}),
  errors: ['link-not-valid'],
});
export const enterAsGuest = route({
  id: 'enter-as-guest',
  method: 'POST',
  path: '/api/guest/enter',
  summary: 'Link and code together: a session, and the one question',
  who: 'public',
  public: true,
  body: z.strictObject({ secret: LinkSecret, code: LinkCode }),
  response: z.strictObject({ session: Session, caseId: Id, contributionId: Id }),
  errors: ['link-not-valid', 'wrong-code', 'sign-in-delayed', 'not-allowed'],
});
export const takeFirstPassword = route({
  id: 'take-first-password',
  method: 'POST',
  path: '/api/session/first-password',
  summary: 'A name and a password of the own, for somebody who came by a link',
  who: 'signed-in',
  body: z.strictObject({
    signInName: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9][a-z0-9._@-]{1,99}$/),
    password: z.string().min(1).max(200),
  }),
  response: z.strictObject({ id: Id }),
  errors: ['already-done', 'name-taken', 'password-too-weak'],
});
