// The phases of a team's meetings, as the team has made them: versions, of which a meeting keeps the one that it was convened with.
import { z } from 'zod';
import { MeetingKind, Phases } from './meeting.ts';
import { route } from './route.ts';
import { Id, Instant } from './vocabulary.ts';

export const voiceKey = 'child-voice';

export const MeetingTemplate = z.strictObject({
  kind: MeetingKind,
  /** The team's newest version; 0 where it holds its meetings as shipped. */
  version: z.int(),
  /** Since when it is the team's. */
  since: Instant.nullable(),
  /** Equal to the shipped one, also where the team has gone back to it. */
  asShipped: z.boolean(),
  phases: Phases,
  shipped: Phases,
});
export type MeetingTemplate = z.infer<typeof MeetingTemplate>;

export const listMeetingTemplates = route({
  id: 'list-meeting-templates',
  method: 'GET',
  path: '/api/teams/:teamId/meeting-templates',
  summary:
    'The phases of each kind of meeting as one’s team holds it: which version, since when, and what is shipped',
  who: 'professional',
  params: z.strictObject({ teamId: Id }),
  response: z.strictObject({ teamName: z.string(), templates: z.array(MeetingTemplate) }),
  errors: ['not-found'],
});
export const saveMeetingTemplate = route({
  id: 'save-meeting-template',
  method: 'PUT',
  path: '/api/teams/:teamId/meeting-templates/:kind',
  summary: 'A new version of the phases for one’s team; meetings that are convened already keep theirs',
  who: 'professional',
  params: z.strictObject({ teamId: Id, kind: MeetingKind }),
  body: z.strictObject({
    /** The version that it follows. */
    version: z.int().min(0),
    /** Null: as shipped again. */
    phases: Phases.nullable(),
  }),
  response: z.strictObject({ id: Id, version: z.int() }),
  errors: ['not-found', 'version-conflict', 'child-view-missing'],
});
