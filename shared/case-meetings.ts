// The meetings of one case: those to come in which it is taken up, and those in which it was.
import { z } from 'zod';
import { ItemState, MeetingKind, MeetingPerson, MeetingState } from './meeting.ts';
import { route } from './route.ts';
import { Id, Instant } from './vocabulary.ts';

export const CaseMeeting = z.strictObject({
  /** The meeting's. */
  id: Id,
  kind: MeetingKind,
  teamName: z.string().nullable(),
  startsAt: Instant,
  endsAt: Instant,
  state: MeetingState,
  /** Null: a meeting of this case alone, on whose agenda it has not been put yet. */
  item: z
    .strictObject({
      id: Id,
      state: ItemState,
      presenter: MeetingPerson.nullable(),
      /** Why it was put off to another time, where somebody did. */
      postponedWhy: z.string().nullable(),
    })
    .nullable(),
});
export type CaseMeeting = z.infer<typeof CaseMeeting>;

export const listCaseMeetings = route({
  id: 'list-case-meetings',
  method: 'GET',
  path: '/api/cases/:caseId/meetings',
  summary:
    'For the home team of a case: the meetings in which it is, was or was to be taken up, the latest first',
  who: 'member',
  params: z.strictObject({ caseId: Id }),
  response: z.strictObject({ meetings: z.array(CaseMeeting) }),
  errors: ['not-found'],
});
