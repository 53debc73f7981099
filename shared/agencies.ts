// What an agency administrator does: agencies, teams, people, affiliations, sign-ins. Never a case.
import { z } from 'zod';
import { route } from './route.ts';
import { AgencyKind, Id, Instant, Language, Line, Profession } from './vocabulary.ts';

const SignInName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,99}$/);
const Ref = z.strictObject({ id: Id });

export const AgencyRow = z.strictObject({
  id: Id,
  kind: AgencyKind,
  nameFi: z.string(),
  nameSv: z.string(),
  municipality: z.string(),
  region: z.string(),
  endedAt: Instant.nullable(),
  teams: z.array(
    z.strictObject({ id: Id, name: z.string(), endedAt: Instant.nullable(), affiliationIds: z.array(Id) }),
  ),
});
export const PersonRow = z.strictObject({
  id: Id,
  signInName: z.string(),
  name: z.string(),
  givenName: z.string(),
  language: Language,
  email: z.string().nullable(),
  /** False for somebody who was invited by mail and comes by one-time links. */
  ownPassword: z.boolean(),
  endedAt: Instant.nullable(),
  affiliations: z.array(
    z.strictObject({
      id: Id,
      agencyId: Id,
      profession: Profession,
      startsAt: Instant,
      endsAt: Instant.nullable(),
    }),
  ),
});
export const getAdministration = route({
  id: 'get-administration',
  method: 'GET',
  path: '/api/administration',
  summary: 'Agencies, teams, people and affiliations; no case and no family member',
  who: 'administrator',
  response: z.strictObject({ agencies: z.array(AgencyRow), people: z.array(PersonRow) }),
});
export const addAgency = route({
  id: 'add-agency',
  method: 'POST',
  path: '/api/agencies',
  summary: 'Add an agency',
  who: 'administrator',
  body: z.strictObject({ kind: AgencyKind, nameFi: Line, nameSv: Line, municipality: Line, region: Line }),
  response: Ref,
});
export const endAgency = route({
  id: 'end-agency',
  method: 'POST',
  path: '/api/agencies/:agencyId/end',
  summary: 'End an agency; its affiliations end with it',
  who: 'administrator',
  params: z.strictObject({ agencyId: Id }),
  body: z.strictObject({}),
  response: Ref,
  errors: ['not-found', 'already-done', 'last-administrator'],
});
export const addTeam = route({
  id: 'add-team',
  method: 'POST',
  path: '/api/agencies/:agencyId/teams',
  summary: 'Add a team',
  who: 'administrator',
  params: z.strictObject({ agencyId: Id }),
  body: z.strictObject({ name: Line, affiliationIds: z.array(Id).max(60) }),
  response: Ref,
  errors: ['not-found'],
});
export const changeTeam = route({
  id: 'change-team',
  method: 'PUT',
  path: '/api/teams/:teamId',
  summary: 'Rename a team, change who is in it, or end it',
  who: 'administrator',
  params: z.strictObject({ teamId: Id }),
  body: z.strictObject({ name: Line, affiliationIds: z.array(Id).max(60), ended: z.boolean() }),
  response: Ref,
  errors: ['not-found'],
});
export const addPerson = route({
  id: 'add-person',
  method: 'POST',
  path: '/api/people',
  summary: 'Add a person with a first affiliation; answers with a one-time password',
  who: 'administrator',
  body: z.strictObject({
    signInName: SignInName,
    name: Line,
    givenName: Line,
    language: Language,
    email: z.email().max(200).nullable(),
    agencyId: Id,
    profession: Profession,
  }),
  response: z.strictObject({ id: Id, oneTimePassword: z.string() }),
  errors: ['not-found', 'name-taken'],
});
export const endPerson = route({
  id: 'end-person',
  method: 'POST',
  path: '/api/people/:personId/end',
  summary: 'End a person’s sign-in and every affiliation, at once',
  who: 'administrator',
  params: z.strictObject({ personId: Id }),
  body: z.strictObject({}),
  response: Ref,
  errors: ['not-found', 'already-done', 'last-administrator'],
});
export const addAffiliation = route({
  id: 'add-affiliation',
  method: 'POST',
  path: '/api/people/:personId/affiliations',
  summary: 'Add an affiliation',
  who: 'administrator',
  params: z.strictObject({ personId: Id }),
  body: z.strictObject({ agencyId: Id, profession: Profession }),
  response: Ref,
  errors: ['not-found', 'already-done'],
});
export const endAffiliation = route({
  id: 'end-affiliation',
  method: 'POST',
  path: '/api/affiliations/:affiliationId/end',
  summary: 'End an affiliation; the rights that came from it end within a second',
  who: 'administrator',
  params: z.strictObject({ affiliationId: Id }),
  body: z.strictObject({}),
  response: Ref,
  errors: ['not-found', 'already-done', 'last-administrator'],
});
export const resetSignIn = route({
  id: 'reset-sign-in',
  method: 'POST',
  path: '/api/people/:personId/reset-sign-in',
  summary: 'Give a new one-time password and end every session',
  who: 'administrator',
  params: z.strictObject({ personId: Id }),
  body: z.strictObject({}),
  response: z.strictObject({ id: Id, oneTimePassword: z.string() }),
  errors: ['not-found'],
});
