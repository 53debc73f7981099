// A page with somebody's lists of consultations, as far as those go: read whole once, then kept by hints, over a socket or by
// polling. The same reducer as in the client; one reading after the other.
import { expect } from 'vitest';
import { type Lists, mergeHeads } from '../../shared/consultation-lists.ts';
import { listConsultations, readHeads } from '../../shared/consultations.ts';
import type { ServerFrame } from '../../shared/live.ts';
import { pollLive } from '../../shared/live-routes.ts';
import { connectLive } from './live-client.ts';
import type { Person } from './open-world.ts';

export type ListsPage = {
  readonly person: Person;
  readonly lists: () => Lists;
  /** Everything that hints have named so far. */
  readonly named: string[];
  /** Readings so far. */
  readonly read: { whole: number; heads: number };
  /** Hears what has come meanwhile and has it read. */
  catchUp(): Promise<void>;
  close(): Promise<void>;
};

const createKeeper = async (person: Person) => {
  const read = { whole: 1, heads: 0 };
  const named: string[] = [];
  let lists = await person.do(listConsultations);
  let last: Promise<void> = Promise.resolve();
  const readAgain = async (ids: readonly string[] | null): Promise<void> => {
    if (ids === null || !lists.whole) {
      read.whole += 1;
      lists = await person.do(listConsultations);
      return;
    }
    read.heads += 1;
    lists = mergeHeads(lists, ids, await person.do(readHeads, { query: { ids: ids.join(',') } }));
  };
  return {
    lists: () => lists,
    named,
    read,
    hear: (frame: ServerFrame): void => {
      if (frame.t !== 'consultations') return;
      named.push(...(frame.ids ?? []));
      last = last.then(() => readAgain(frame.ids));
    },
    settled: (): Promise<void> => last,
  };
};

export const openLists = async (address: string, person: Person): Promise<ListsPage> => {
  const live = await connectLive(address, person);
  const { hear, settled, ...keeper } = await createKeeper(person);
  let heard = 0;
  return {
    person,
    ...keeper,
    catchUp: async () => {
      for (; heard < live.frames.length; heard += 1) hear(live.frames[heard] as ServerFrame);
      await settled();
    },
    close: live.close,
  };
};

/** Over polling, from the server that the person speaks to. */
export const pollLists = async (person: Person): Promise<ListsPage> => {
  const { hear, settled, ...keeper } = await createKeeper(person);
  const connection = crypto.randomUUID();
  return {
    person,
    ...keeper,
    catchUp: async () => {
      const body = { cases: [], today: false, consultations: true, connection };
      for (const frame of (await person.do(pollLive, { body })).frames) hear(frame);
      await settled();
    },
    close: async () => undefined,
  };
};

/** Fails unless the page comes to hold what a fresh reading shows. @param patienceMs how long the two may differ */
export const expectListsAsFresh = async (page: ListsPage, patienceMs = 12_000): Promise<void> => {
  const began = Date.now();
  for (;;) {
    await page.catchUp();
    const fresh = await page.person.do(listConsultations);
    const same = JSON.stringify(page.lists()) === JSON.stringify(fresh);
    if (same || Date.now() - began > patienceMs) {
      expect(page.lists(), page.person.signInName).toEqual(fresh);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
};
