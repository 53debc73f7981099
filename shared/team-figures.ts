// How a team's meetings have gone: facts of use, never of effect. None that fewer than five stand behind.
import { z } from 'zod';
import { TeamHeard } from './heard.ts';
import { route } from './route.ts';
import { Id } from './vocabulary.ts';

export const TeamMonth = z.strictObject({
  /** `YYYY-MM` in Helsinki. */
  month: z.string(),
  meetings: z.int(),
  /** Null: fewer than five. */
  discussions: z
    .strictObject({
      count: z.int(),
      /** In how many of them a family therapist was in the room. */
      therapist: z.int(),
      /** In all of them together. */
      hypotheses: z.int(),
      /** In how many of them the child had been met within 30 days before. */
      childMet: z.int(),
    })
    .nullable(),
  /** Of the team's cases that have been open for as many weeks as are set, at the end of the month or now. */
  cases: z.strictObject({ open: z.int(), discussed: z.int() }).nullable(),
  /** Agreed in the team's meetings, by the month of their day. */
  steps: z.strictObject({ due: z.int(), onTime: z.int() }).nullable(),
});
export type TeamMonth = z.infer<typeof TeamMonth>;

export const getTeamFigures = route({
  id: 'get-team-figures',
  method: 'GET',
  path: '/api/teams/:teamId/meeting-figures',
  summary:
    'How the meetings of one’s team have gone, by month, in numbers; none that fewer than five stand behind',
  who: 'professional',
  params: z.strictObject({ teamId: Id }),
  response: z.strictObject({
    teamName: z.string(),
    /** After how many weeks a case waits for a discussion. */
    weeks: z.int(),
    /** The newest first. */
    months: z.array(TeamMonth),
    /** How the families say that they were heard. The newest first. */
    heard: z.array(TeamHeard),
  }),
  errors: ['not-found'],
});
