// How a child or somebody of the family was heard when their matter was discussed: a number that nobody reads but who gave it (decision 35).
import { z } from 'zod';
import { Ref } from './entries.ts';
import { route } from './route.ts';
import { Id, Instant } from './vocabulary.ts';

/** 0: not at all; 10: wholly. */
const HeardRating = z.int().min(0).max(10);

export const OwnHeard = z.strictObject({
  itemId: Id,
  discussedAt: Instant,
  rating: HeardRating.nullable(),
  /** Whether it can be given or changed: two months long, and what was given until its month is over. */
  open: z.boolean(),
});
export type OwnHeard = z.infer<typeof OwnHeard>;

export const listOwnHeard = route({
  id: 'list-own-heard',
  method: 'GET',
  path: '/api/cases/:caseId/heard',
  summary:
    'The discussions of a case about which its family is asked how they were heard, and one’s own answers',
  who: 'member',
  params: z.strictObject({ caseId: Id }),
  response: z.strictObject({ discussions: z.array(OwnHeard) }),
  errors: ['not-found'],
});
export const rateHeard = route({
  id: 'rate-heard',
  method: 'PUT',
  path: '/api/agenda-items/:itemId/heard',
  summary: 'Say from 0 to 10 how one was heard, or take the answer away; nobody else reads it',
  who: 'visitor',
  params: z.strictObject({ itemId: Id }),
  body: z.strictObject({ rating: HeardRating.nullable() }),
  response: Ref,
  errors: ['not-found', 'already-done'],
});

/** Whole months that are over, as many as it takes until the answers of five cases stand behind them. */
export const TeamHeard = z.strictObject({
  /** `YYYY-MM` in Helsinki, both included. */
  from: z.string(),
  until: z.string(),
  answers: z.int(),
  /** With one decimal. */
  mean: z.number(),
});
export type TeamHeard = z.infer<typeof TeamHeard>;
