// A snapshot and an event give the next snapshot: the one reducer of client and tests. Pure; what an event does not
// concern keeps its identity, so that a screen redraws only what changed.

import type { z } from 'zod';
import type { Activity as ActivityShape, Agency as AgencyShape, Workspace } from './cases.ts';
import type { Entry } from './entries.ts';
import type { CaseEvent, CaseEventOf } from './live.ts';

type Activity = z.infer<typeof ActivityShape>;
type Agency = z.infer<typeof AgencyShape>;

/** The snapshot shows the latest of what happened; the rest is read on request. */
export const recentActivities = 50;

/** The event does not fit this snapshot: read a fresh one. Never met while events arrive in order and without a gap. */
export class OutOfStep extends Error {
  override name = 'OutOfStep';
}

type Identified = { readonly id: string };

/** In the order of ids, like the snapshot. Ids are lower-case hexadecimal, so their texts compare as the database does. */
const upsert = <T extends Identified>(list: T[], item: T): T[] => {
  const index = list.findIndex((known) => known.id >= item.id);
  if (index === -1) return [...list, item];
  return list[index]?.id === item.id ? list.with(index, item) : list.toSpliced(index, 0, item);
};

const without = <T extends Identified>(list: T[], id: string): T[] => list.filter((item) => item.id !== id);

const newestFirst = (a: Activity, b: Activity): number =>
  a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1;

const addActivity = (list: Activity[], activity: Activity): Activity[] =>
  [activity, ...without(list, activity.id)].sort(newestFirst).slice(0, recentActivities);

const typeText = (entry: Entry, typed: CaseEventOf<'entry.text-changed'>): Entry => {
  const before = entry.fields[typed.field];
  const text = before?.text ?? '';
  if (typed.from + typed.removed > text.length || (before && typed.rev <= before.rev)) throw new OutOfStep();
  const after = text.slice(0, typed.from) + typed.inserted + text.slice(typed.from + typed.removed);
  return {
    ...entry,
    fields: {
      ...entry.fields,
      [typed.field]: { text: after, rev: typed.rev, at: typed.at, device: typed.device },
    },
    updatedAt: typed.at,
  };
};

const upsertAll = (known: Agency[], agencies: Agency[]) => agencies.reduce(upsert, known);

const putEntry = (workspace: Workspace, { entry }: { entry: Entry }): Workspace => ({
  ...workspace,
  entries: upsert(workspace.entries, entry),
});

type Reducers = {
  readonly [K in CaseEvent['kind']]: (workspace: Workspace, event: CaseEventOf<K>) => Workspace;
};

const reducers: Reducers = {
  'agencies.known': (w, { agencies }) => ({ ...w, agencies: upsertAll(w.agencies, agencies) }),
  'case.changed': (w, event) => ({ ...w, case: event.case }),
  'member.joined': (w, { member }) => ({ ...w, members: upsert(w.members, member) }),
  'member.changed': (w, { member }) => ({ ...w, members: upsert(w.members, member) }),
  'invitation.changed': (w, { invitation }) => ({ ...w, invitations: upsert(w.invitations, invitation) }),
  'handover.offered': (w, { handover }) => ({ ...w, handovers: upsert(w.handovers, handover) }),
  'handover.closed': (w, { handoverId }) => ({ ...w, handovers: without(w.handovers, handoverId) }),
  'relation.changed': (w, { relation }) => ({ ...w, relations: upsert(w.relations, relation) }),
  'whereabouts.changed': (w, { whereabouts }) => ({ ...w, whereabouts }),
  'ground.recorded': (w, { ground }) => ({ ...w, grounds: upsert(w.grounds, ground) }),
  'ground.withdrawn': (w, { ground }) => ({ ...w, grounds: upsert(w.grounds, ground) }),
  'assessment.opened': (w, { assessment }) => ({ ...w, assessments: upsert(w.assessments, assessment) }),
  'assessment.changed': (w, { assessment }) => ({ ...w, assessments: upsert(w.assessments, assessment) }),
  'contribution.asked': (w, { contribution }) => ({
    ...w,
    contributions: upsert(w.contributions, contribution),
  }),
  'contribution.changed': (w, { contribution }) => ({
    ...w,
    contributions: upsert(w.contributions, contribution),
  }),
  'entry.started': putEntry,
  'entry.shared': putEntry,
  'entry.changed': putEntry,
  'entry.text-changed': (w, typed) => {
    const index = w.entries.findIndex((entry) => entry.id === typed.entryId);
    const entry = w.entries[index];
    if (!entry) throw new OutOfStep();
    return { ...w, entries: w.entries.with(index, typeText(entry, typed)) };
  },
  'entry.removed': (w, { entryId }) => ({
    ...w,
    entries: without(w.entries, entryId),
    alternatives: w.alternatives.filter((a) => a.entryId !== entryId),
  }),
  'alternative.kept': (w, { alternative }) => ({ ...w, alternatives: upsert(w.alternatives, alternative) }),
  'alternative.resolved': (w, { alternativeId }) => ({
    ...w,
    alternatives: without(w.alternatives, alternativeId),
  }),
  'version.signed': (w, { version }) => ({ ...w, versions: upsert(w.versions, version) }),
  'signature.added': (w, { signature }) => ({ ...w, signatures: upsert(w.signatures, signature) }),
  'step.changed': (w, { step }) => ({ ...w, steps: upsert(w.steps, step) }),
  'activity.added': (w, { activity }) => ({ ...w, activities: addActivity(w.activities, activity) }),
};

/**
 * The snapshot after one more event.
 * @throws OutOfStep when the event is about something that this snapshot does not hold
 */
export const applyEvent = (workspace: Workspace, event: CaseEvent): Workspace => {
  const reduce = reducers[event.kind] as (workspace: Workspace, event: CaseEvent) => Workspace;
  return reduce(workspace, event);
};
