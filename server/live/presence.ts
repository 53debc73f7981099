// Presence as each viewer may have it: only people whose participation they may know of, in an entry only if they may read
// that entry, and a frame only when their own picture has changed.
import type { Place, Presence } from '../../shared/live.ts';
import type { LiveRights } from '../access/live-rights.ts';
import { actingMemberships, knowsOf } from '../access/rules.ts';
import { createPacer, type Pacer } from '../platform/live/pacer.ts';
import type { EntryKeys } from './entry-keys.ts';
import type { Here } from './who-is-here.ts';

const mostPlaces = 8;

/** What this viewer may know of somebody's place. */
const visiblePlace = (rights: LiveRights, here: Here, entryKeys: EntryKeys): Place => {
  const { view, entryId, field, writing } = here.place;
  const nothingMore: Place = { view, entryId: null, field: null, writing: false };
  if (entryId === null) return nothingMore;
  const key = entryKeys.of(here.caseId, entryId, here);
  return key !== null && rights.keys.has(key) ? { view, entryId, field, writing } : nothingMore;
};

/** Both rings: is it in order that the viewer knows that this person takes part, as they act here? */
const mayKnow = (rights: LiveRights, here: Here, at: number): boolean =>
  actingMemberships(rights.facts, here, at).some(
    (m) => rights.keys.has(m.aclKey) && knowsOf(rights.facts, rights.viewer, m, at),
  );

/** Everybody else in the case as the viewer may see them; several tabs of one person are one person. */
export const presenceFor = (
  rights: LiveRights,
  people: Iterable<Here>,
  entryKeys: EntryKeys,
  at: number,
): Map<string, Presence> => {
  const seen = new Map<string, Presence>();
  for (const here of people) {
    const { personId } = here;
    if (personId === rights.viewer.personId || !mayKnow(rights, here, at)) continue;
    const known = seen.get(personId);
    const place = visiblePlace(rights, here, entryKeys);
    const places = known?.places ?? [];
    const text = JSON.stringify(place);
    if (places.length < mostPlaces && !places.some((p) => JSON.stringify(p) === text)) places.push(place);
    seen.set(personId, { personId, places });
  }
  return seen;
};

/** What one viewer was told last, and the frame that brings it up to date; null when nothing has changed for them. */
export const createPresencePicture = () => {
  let told: Map<string, string> | null = null;
  return (now: ReadonlyMap<string, Presence>): { all: boolean; people: Presence[] } | null => {
    const next = new Map([...now].map(([id, presence]) => [id, JSON.stringify(presence)]));
    const before = told;
    told = next;
    if (before === null) return { all: true, people: [...now.values()] };
    const changed = [...now.values()].filter((p) => before.get(p.personId) !== next.get(p.personId));
    const left = [...before.keys()]
      .filter((id) => !next.has(id))
      .map((personId) => ({ personId, places: [] }));
    return changed.length + left.length === 0 ? null : { all: false, people: [...changed, ...left] };
  };
};

/** A viewer of one case's presence. */
export type PresenceViewer = { showPresence(): void };

/** Tells the viewers of a case at once, and then at most once a second. */
export const createPresenceRounds = (
  viewersOf: (caseId: string) => Iterable<PresenceViewer>,
  pauseMs = 1_000,
) => {
  const pacers = new Map<string, Pacer>();
  return {
    mark: (caseId: string): void => {
      let pacer = pacers.get(caseId);
      if (!pacer) {
        pacer = createPacer(pauseMs, () => {
          for (const viewer of viewersOf(caseId)) viewer.showPresence();
        });
        pacers.set(caseId, pacer);
      }
      pacer.mark();
    },
    forget: (caseId: string): void => {
      pacers.get(caseId)?.stop();
      pacers.delete(caseId);
    },
    stop: (): void => {
      for (const pacer of pacers.values()) pacer.stop();
      pacers.clear();
    },
  };
};
