// Absences, with the colleague who stands in for somebody in all their cases meanwhile.
import { z } from 'zod';
import { Until } from './members.ts';
import { route } from './route.ts';
import { Id, Instant, Profession } from './vocabulary.ts';

export const Absence = z.strictObject({
  id: Id,
  personId: Id,
  personName: z.string(),
  substituteId: Id,
  substituteName: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  can: z.array(z.enum(['end'])),
});
export type Absence = z.infer<typeof Absence>;

export const Colleague = z.strictObject({
  personId: Id,
  affiliationId: Id,
  name: z.string(),
  profession: Profession,
});

export const listColleagues = route({
  id: 'list-colleagues',
  method: 'GET',
  path: '/api/colleagues',
  summary: 'Who works in the own agency, and whether one may record their absences',
  who: 'professional',
  response: z.strictObject({ colleagues: z.array(Colleague), leads: z.boolean() }),
});
export const listAbsences = route({
  id: 'list-absences',
  method: 'GET',
  path: '/api/absences',
  summary: 'Absences to come and under way: the own, those one stands in for, and those of whom one leads',
  who: 'professional',
  response: z.strictObject({ absences: z.array(Absence) }),
});
export const recordAbsence = route({
  id: 'record-absence',
  method: 'POST',
  path: '/api/absences',
  summary: 'Somebody is away: a colleague stands in for them in all their cases until then',
  who: 'professional',
  body: z.strictObject({
    affiliationId: Id,
    substituteAffiliationId: Id,
    /** A day begins at its midnight; what lies behind begins now. */
    from: Until,
    until: Until,
  }),
  response: z.strictObject({ id: Id }),
  errors: ['not-found', 'not-allowed', 'already-done'],
});
export const endAbsence = route({
  id: 'end-absence',
  method: 'POST',
  path: '/api/absences/:absenceId/end',
  summary: 'They are back: the substitution ends at once',
  who: 'professional',
  params: z.strictObject({ absenceId: Id }),
  body: z.strictObject({}),
  response: z.strictObject({ id: Id }),
  errors: ['not-found', 'not-allowed', 'already-done'],
});
