// The screen on the wall of a meeting's room: what everybody present may see, and nothing else (decision 32).
import { z } from 'zod';
import { ItemState, MeetingKind, Phase } from './meeting.ts';
import { meetingParams } from './meetings.ts';
import { route } from './route.ts';
import { DateOnly, Id, Instant, Language } from './vocabulary.ts';

/** What is shown of the case that is discussed. No id, no author: who wrote what stands in the room. */
export const WallItem = z.strictObject({
  childGivenName: z.string(),
  phase: Phase,
  phaseAt: Instant,
  question: z.string().nullable(),
  hypotheses: z.array(z.string()),
  childVoice: z.array(z.string()),
  /** The shared part of the memo for this phase, a line each. */
  lines: z.array(z.string()),
  steps: z.array(z.strictObject({ text: z.string(), dueOn: DateOnly.nullable() })),
});
export type WallItem = z.infer<typeof WallItem>;

export const WallView = z.discriminatedUnion('state', [
  /** No screen, or one whose code is old: it asks for a new one. */
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({ state: z.literal('code'), code: z.string() }),
  z.strictObject({ state: z.literal('over'), language: Language }),
  z.strictObject({
    state: z.literal('shown'),
    language: Language,
    kind: MeetingKind,
    teamName: z.string().nullable(),
    /** Null unless everybody present may know what else is taken up; a name only where they are all of its team. */
    agenda: z.array(z.strictObject({ name: z.string().nullable(), state: ItemState })).nullable(),
    item: WallItem.nullable(),
  }),
]);
export type WallView = z.infer<typeof WallView>;

export const makeWallScreen = route({
  id: 'make-wall-screen',
  method: 'POST',
  path: '/api/wall',
  summary: 'A screen of this browser, with a code that holds for ten minutes. It gets a cookie of its own',
  who: 'public',
  public: true,
  body: z.strictObject({}),
  response: WallView,
  errors: ['too-many-requests'],
});
export const getWallScreen = route({
  id: 'get-wall-screen',
  method: 'GET',
  path: '/api/wall',
  summary: 'What the screen shows: its code, what everybody present may see, or that it is over',
  who: 'public',
  public: true,
  response: WallView,
});
export const pairWallScreen = route({
  id: 'pair-wall-screen',
  method: 'POST',
  path: '/api/meetings/:meetingId/wall',
  summary: 'Put a screen on the wall of the meeting by the code that it shows; the one before it goes dark',
  who: 'team',
  params: meetingParams,
  body: z.strictObject({ code: z.string().regex(/^[0-9]{6}$/) }),
  response: z.strictObject({ id: Id }),
  errors: ['not-found', 'meeting-state', 'wrong-code', 'sign-in-delayed'],
});
export const endWallScreen = route({
  id: 'end-wall-screen',
  method: 'POST',
  path: '/api/meetings/:meetingId/wall/end',
  summary: 'Take the screen off the wall',
  who: 'team',
  params: meetingParams,
  body: z.strictObject({}),
  response: z.strictObject({ id: Id }),
  errors: ['not-found', 'already-done'],
});
