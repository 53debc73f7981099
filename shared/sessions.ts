// Signing in and out, and who one is.
import { z } from 'zod';
import { route } from './route.ts';
import { AgencyKind, Id, Instant, Language, Line, Profession } from './vocabulary.ts';

export const Affiliation = z.strictObject({
  id: Id,
  agencyId: Id,
  agencyKind: AgencyKind,
  agencyNameFi: z.string(),
  agencyNameSv: z.string(),
  municipality: z.string(),
  profession: Profession,
});
export type Affiliation = z.infer<typeof Affiliation>;

export const Session = z.strictObject({
  personId: Id,
  name: z.string(),
  givenName: z.string(),
  language: Language,
  family: z.boolean(),
  familyRole: z.enum(['child', 'guardian', 'close']).nullable(),
  affiliation: Affiliation.nullable(),
  affiliations: z.array(Affiliation),
  /** May open the case of a new child. */
  opensCases: z.boolean(),
  /** May open a case without taking part in it. */
  breaksGlass: z.boolean(),
  /** Looks afterwards at what was opened so. */
  reviewsGlass: z.boolean(),
  demo: z.boolean(),
  mustChangePassword: z.boolean(),
  /** False for somebody who comes by one-time links. */
  ownPassword: z.boolean(),
  /** Goes with every unsafe request in `x-rinki-token`. */
  csrfToken: z.string(),
  /** Base64; encrypts in the browser what the network has not yet taken. */
  localKey: z.string(),
  idleMinutes: z.number(),
  expiresAt: Instant,
});
export type Session = z.infer<typeof Session>;

export const DemoRole = z.strictObject({
  signInName: z.string(),
  name: z.string(),
  profession: Profession.nullable(),
  familyRole: z.enum(['child', 'guardian']).nullable(),
  agencyKind: AgencyKind.nullable(),
  agencyNameFi: z.string().nullable(),
  agencyNameSv: z.string().nullable(),
});
export type DemoRole = z.infer<typeof DemoRole>;

export const getWelcome = route({
  id: 'get-welcome',
  method: 'GET',
  path: '/api/welcome',
  summary: 'What the sign-in page needs: the mode, and in demo mode the roles',
  who: 'public',
  public: true,
  response: z.strictObject({ demo: z.boolean(), demoRoles: z.array(DemoRole), version: z.string() }),
});
export const signIn = route({
  id: 'sign-in',
  method: 'POST',
  path: '/api/sign-in',
  summary: 'Sign in with a name and a password',
  who: 'public',
  public: true,
  body: z.strictObject({ name: Line, password: z.string().min(1).max(200) }),
  response: Session,
  errors: ['wrong-credentials', 'sign-in-delayed'],
});
export const getSession = route({
  id: 'get-session',
  method: 'GET',
  path: '/api/session',
  summary: 'Who is signed in',
  who: 'signed-in',
  response: Session,
});
export const extendSession = route({
  id: 'extend-session',
  method: 'POST',
  path: '/api/session/extend',
  summary: 'A person says that they are still here',
  who: 'signed-in',
  body: z.strictObject({}),
  response: z.strictObject({ idleMinutes: z.number(), expiresAt: Instant }),
});
export const chooseAffiliation = route({
  id: 'choose-affiliation',
  method: 'POST',
  path: '/api/session/affiliation',
  summary: 'Act in another of the own affiliations',
  who: 'signed-in',
  body: z.strictObject({ affiliationId: Id }),
  response: Session,
});
export const chooseLanguage = route({
  id: 'choose-language',
  method: 'POST',
  path: '/api/session/language',
  summary: 'The language of the interface',
  who: 'signed-in',
  body: z.strictObject({ language: Language }),
  response: z.strictObject({ language: Language }),
});
export const changePassword = route({
  id: 'change-password',
  method: 'POST',
  path: '/api/session/password',
  summary: 'Change the own password; other sessions end',
  who: 'signed-in',
  body: z.strictObject({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) }),
  response: z.strictObject({ ended: z.number() }),
  errors: ['wrong-credentials', 'password-too-weak', 'sign-in-delayed'],
});
export const signOut = route({
  id: 'sign-out',
  method: 'POST',
  path: '/api/sign-out',
  summary: 'End this session, or every session of the person',
  who: 'signed-in',
  body: z.strictObject({ everywhere: z.boolean() }),
  response: z.strictObject({ ended: z.number() }),
});
