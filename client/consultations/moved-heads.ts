// Keeps the lists as a fresh reading would have them while reading only what moved: a hint names requests, and their heads are put
// where they belong. What is in no list any more leaves. Never beside a reading of the whole: that one may be older than the hint.
import type { QueryClient, QueryKey } from '@tanstack/solid-query';
import { type Heads, type Lists, mergeHeads } from '../../shared/consultation-lists.ts';
import { mostHinted } from '../../shared/live-codes.ts';

type Reading = {
  /** These moved. Resolves when the lists show them. */
  moved(ids: readonly string[]): Promise<void>;
};

/** @param read asks the server for the heads of a few */
export const createMovedHeads = (
  queries: QueryClient,
  key: QueryKey,
  read: (ids: readonly string[]) => Promise<Heads>,
): Reading => {
  let waiting = new Set<string>();
  let running: Promise<void> | undefined;

  const stateOf = () => queries.getQueryState<Lists>(key);
  const readWhole = () => queries.invalidateQueries({ queryKey: key });
  const wholeUnderWay = (): Promise<void> =>
    new Promise((resolve) => {
      const look = () => {
        if (stateOf()?.fetchStatus !== undefined && stateOf()?.fetchStatus !== 'idle') return;
        stop();
        resolve();
      };
      const stop = queries.getQueryCache().subscribe(look);
      look();
    });

  const readWaiting = async (): Promise<void> => {
    await wholeUnderWay();
    const ids = [...waiting].slice(0, mostHinted);
    const state = stateOf();
    const active = queries.getQueryCache().find({ queryKey: key })?.isActive() ?? false;
    // Nobody looks, nothing to put them into, or more than are shown: the next reading is of the whole.
    if (!active || !state?.data?.whole || state.isInvalidated || waiting.size > mostHinted) {
      waiting = new Set();
      return readWhole();
    }
    waiting = new Set([...waiting].slice(mostHinted));
    try {
      const heads = await read(ids);
      const now = stateOf();
      const untouched =
        now?.fetchStatus === 'idle' && now.dataUpdatedAt === state.dataUpdatedAt && now.data === state.data;
      if (!untouched) for (const id of ids) waiting.add(id);
      else queries.setQueryData<Lists>(key, (before) => before && mergeHeads(before, ids, heads));
    } catch {
      return readWhole();
    }
  };
  const run = async (): Promise<void> => {
    while (waiting.size > 0) await readWaiting();
  };

  return {
    moved: (ids) => {
      for (const id of ids) waiting.add(id);
      running ??= run().finally(() => {
        running = undefined;
      });
      return running;
    },
  };
};
