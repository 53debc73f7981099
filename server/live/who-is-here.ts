// Who is where right now, in memory: the connections of this process and, as far as they tell, those of the others.
// Nothing here decides who may know it.
import type { Place } from '../../shared/live.ts';
import type { Acting } from '../access/actor.ts';

/** Whoever has said that they write, and nothing since, writes no more after this. */
export const writingMs = 5_000;

export type Here = Acting & {
  readonly process: string;
  readonly connection: string;
  readonly caseId: string;
  readonly place: Place;
  /** Milliseconds since 1970 at which "writing" ends by itself. */
  writingUntil: number;
};

const keyOf = (process: string, connection: string): string => `${process} ${connection}`;

export const createWhoIsHere = (onChange: (caseId: string) => void) => {
  const cases = new Map<string, Map<string, Here>>();
  const writing = new Set<Here>();

  const remove = (caseId: string, key: string): void => {
    const people = cases.get(caseId);
    const known = people?.get(key);
    if (!people || !known) return;
    people.delete(key);
    writing.delete(known);
    if (people.size === 0) cases.delete(caseId);
    onChange(caseId);
  };

  return {
    put: (here: Here): void => {
      const people = cases.get(here.caseId) ?? new Map<string, Here>();
      cases.set(here.caseId, people);
      const key = keyOf(here.process, here.connection);
      const before = people.get(key);
      if (before) writing.delete(before);
      people.set(key, here);
      if (here.place.writing) writing.add(here);
      if (!before || JSON.stringify(before.place) !== JSON.stringify(here.place)) onChange(here.caseId);
    },
    remove: (process: string, connection: string, caseId: string): void =>
      remove(caseId, keyOf(process, connection)),
    /** Everything that a process told is gone with it. */
    removeProcess: (process: string): void => {
      for (const [caseId, people] of [...cases]) {
        for (const [key, here] of [...people]) if (here.process === process) remove(caseId, key);
      }
    },
    in: (caseId: string): Iterable<Here> => cases.get(caseId)?.values() ?? [],
    of: (process: string): Here[] =>
      [...cases.values()].flatMap((people) =>
        [...people.values()].filter((here) => here.process === process),
      ),
    /** Who has been silent for too long writes no more. */
    endWriting: (at: number): void => {
      for (const here of [...writing]) {
        if (here.writingUntil > at) continue;
        writing.delete(here);
        const key = keyOf(here.process, here.connection);
        const people = cases.get(here.caseId);
        if (people?.get(key) !== here) continue;
        people.set(key, { ...here, place: { ...here.place, writing: false } });
        onChange(here.caseId);
      }
    },
  };
};
export type WhoIsHere = ReturnType<typeof createWhoIsHere>;
