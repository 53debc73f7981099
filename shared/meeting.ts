// A meeting as those in it are shown it: the frame of the team, and of each case on the agenda what the reader may know.
import { z } from 'zod';
import { Somebody } from './consultation-people.ts';
import { DateOnly, Id, Instant, Line, OptionalLine } from './vocabulary.ts';

export const meetingKinds = ['weekly', 'network', 'anticipation', 'council', 'expert-group'] as const;
export const MeetingKind = z.enum(meetingKinds);
export type MeetingKind = z.infer<typeof MeetingKind>;

export const MeetingState = z.enum(['planned', 'open', 'ended', 'cancelled']);
export type MeetingState = z.infer<typeof MeetingState>;
export const ItemState = z.enum(['planned', 'current', 'discussed', 'postponed', 'withdrawn']);
export type ItemState = z.infer<typeof ItemState>;

/** Whether the family knows that it is talked about, and agrees. */
export const familyStances = ['agrees', 'disagrees', 'knows', 'not-told'] as const;
export const FamilyStance = z.enum(familyStances);
export type FamilyStance = z.infer<typeof FamilyStance>;

/** Whose what is written in a phase becomes: a section of the shared part, of the team's own, or none. */
export const phaseParts = ['shared', 'team', 'none'] as const;

/**
 * One phase of discussing a case. A shipped one has its title and its questions in the interface, by its key; one that a team made
 * has them here, in the team's own words.
 */
export const Phase = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z]+(-[a-z0-9]+)*$/)
    .max(40),
  minutes: z.int().min(1).max(120),
  part: z.enum(phaseParts),
  title: Line.optional(),
  questions: z.array(Line).max(10).optional(),
});
export type Phase = z.infer<typeof Phase>;
export const Phases = z.array(Phase).min(1).max(20);

export const MeetingPlace = z.strictObject({
  /** Where, in words. Visible to those invited, never in a mail. */
  place: OptionalLine.nullable(),
  link: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable(),
});

export const visitAnswers = ['comes', 'comes-not', 'writes'] as const;
export const VisitAnswer = z.enum(visitAnswers);
export type VisitAnswer = z.infer<typeof VisitAnswer>;

/** Somebody in the room, or invited to it: a professional as they act, or a member of the family. */
export const MeetingPerson = z.strictObject({
  personId: Id,
  name: z.string(),
  profession: Somebody.shape.profession.nullable(),
  agencyNameFi: z.string().nullable(),
  agencyNameSv: z.string().nullable(),
});
export type MeetingPerson = z.infer<typeof MeetingPerson>;

export const ItemVisit = z.strictObject({
  id: Id,
  membershipId: Id,
  person: MeetingPerson,
  fromAt: Instant,
  untilAt: Instant,
  answer: VisitAnswer.nullable(),
});
export type ItemVisit = z.infer<typeof ItemVisit>;

export const memoParts = ['shared', 'team', 'agency'] as const;
export const MemoPart = z.enum(memoParts);
export type MemoPart = z.infer<typeof MemoPart>;
/** A part of the memo that the reader may read. Its text is a document that several write. */
export const MemoSection = z.strictObject({
  id: Id,
  part: MemoPart,
  /** The key of its phase; of an agency's own part none. */
  phase: z.string().nullable(),
  agencyNameFi: z.string().nullable(),
  agencyNameSv: z.string().nullable(),
  /** Begun when others were invited than now: for exactly those who are invited now another one begins, or goes on. */
  earlier: z.boolean(),
  documentId: Id,
});
export type MemoSection = z.infer<typeof MemoSection>;

/** `decide`: as the responsible worker, also after the meeting. */
export const itemAbilities = ['change', 'invite', 'write', 'begin', 'lead', 'withdraw', 'decide'] as const;
export const ItemAbility = z.enum(itemAbilities);
export type ItemAbility = z.infer<typeof ItemAbility>;

const place = { place: z.int(), minutes: z.int(), state: ItemState };
/** `restricted`: that something is taken up, and when; not what. Never told to a visitor. */
export const AgendaItem = z.discriminatedUnion('restricted', [
  z.strictObject({ restricted: z.literal(true), id: Id, ...place }),
  z.strictObject({
    restricted: z.literal(false),
    id: Id,
    ...place,
    caseId: Id,
    caseNumber: z.string(),
    childGivenName: z.string(),
    presenter: MeetingPerson,
    familyStance: FamilyStance.nullable(),
    familyNote: z.string().nullable(),
    /** The index of the phase, while it is being discussed and of what was discussed. */
    phase: z.int().nullable(),
    phaseAt: Instant.nullable(),
    openedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    /** Whether it stands written what the child has said, or why nothing could be asked. */
    childHeard: z.boolean(),
    /** Why it was put off to another time, where somebody did. */
    postponedWhy: z.string().nullable(),
    visits: z.array(ItemVisit),
    sections: z.array(MemoSection),
    version: z.int(),
    can: z.array(ItemAbility),
  }),
]);
export type AgendaItem = z.infer<typeof AgendaItem>;
export type OpenItem = Extract<AgendaItem, { restricted: false }>;

export const meetingAbilities = [
  'open',
  'change',
  'cancel',
  'propose',
  'order',
  'take-chair',
  'lead',
] as const;
export const MeetingAbility = z.enum(meetingAbilities);
export type MeetingAbility = z.infer<typeof MeetingAbility>;

export const MeetingFrame = z.strictObject({
  id: Id,
  kind: MeetingKind,
  teamName: z.string().nullable(),
  startsAt: Instant,
  endsAt: Instant,
  ...MeetingPlace.shape,
  state: MeetingState,
  phases: Phases,
  chair: MeetingPerson.nullable(),
  openedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  /** Why it was cancelled, where somebody did. */
  cancelledWhy: z.string().nullable(),
  version: z.int(),
});
export type MeetingFrame = z.infer<typeof MeetingFrame>;

/** Somebody who is expected in a planned meeting, as those know who are expected with them. */
export const Expected = z.strictObject({
  person: MeetingPerson,
  /** They have said that they cannot come, with a few words where they gave any. */
  regrets: z.strictObject({ note: z.string().nullable() }).nullable(),
  /** Away at that time by an absence that is recorded. */
  away: z.strictObject({ from: Instant, until: Instant }).nullable(),
  me: z.boolean(),
});
export type Expected = z.infer<typeof Expected>;

/** The meeting for one reader, before, during and after. A visitor gets it while their item is discussed, with that item alone. */
export const MeetingRoom = z.strictObject({
  as: z.enum(['team', 'visitor']),
  meeting: MeetingFrame,
  items: z.array(AgendaItem),
  /** Who is in the room: for a visitor those who are there for their item. */
  present: z.array(z.strictObject({ person: MeetingPerson, itemId: Id.nullable(), cameAt: Instant })),
  /** The screen on the wall, for the team. `narrowed`: it shows less than the reader sees, for somebody is there who may not see it. */
  wall: z.strictObject({ narrowed: z.boolean() }).nullable(),
  /** Before it begins, for whoever is expected too; else empty. */
  expected: z.array(Expected),
  can: z.array(MeetingAbility),
});
export type MeetingRoom = z.infer<typeof MeetingRoom>;

/** An own visit: of the meeting what one may know before it and after it. */
export const OwnVisit = z.strictObject({
  id: Id,
  meetingId: Id,
  itemId: Id,
  caseId: Id,
  caseNumber: z.string(),
  childGivenName: z.string(),
  kind: MeetingKind,
  ...MeetingPlace.shape,
  fromAt: Instant,
  untilAt: Instant,
  answer: VisitAnswer.nullable(),
  /** The own answer in writing, where it was begun. */
  entryId: Id.nullable(),
  /** The case is being discussed: come in. */
  now: z.boolean(),
  /** One was there, as one knows oneself. */
  been: z.boolean(),
});
export type OwnVisit = z.infer<typeof OwnVisit>;

export const MeetingHead = z.strictObject({
  id: Id,
  kind: MeetingKind,
  teamName: z.string().nullable(),
  startsAt: Instant,
  endsAt: Instant,
  state: MeetingState,
  /** How many cases are on its agenda. */
  items: z.int(),
  /** Of how many of them the memo waits for its first signature. */
  unsigned: z.int(),
  /** How many who are invited to its cases, of those in whose home team the reader is, have not answered: until it is over. */
  unanswered: z.int(),
  /** The children whose matter the reader presents in it, and that is still to be discussed. */
  presents: z.array(z.string()),
});
export type MeetingHead = z.infer<typeof MeetingHead>;

/** A weekly meeting of a team that goes on, as its team knows it. */
export const MeetingSeries = z.strictObject({
  id: Id,
  teamId: Id,
  weekday: z.int(),
  /** `HH:MM` in Helsinki. */
  time: z.string(),
  minutes: z.int(),
  everyWeeks: z.int(),
  untilOn: DateOnly.nullable(),
  ...MeetingPlace.shape,
});
export type MeetingSeries = z.infer<typeof MeetingSeries>;
