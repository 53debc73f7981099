// The feeds of the cases that somebody on this process watches: made with the first listener, gone with the last.
import type { FactsCache } from '../access/facts.ts';
import type { Context } from '../context.ts';
import type { LiveMetrics } from '../platform/live/metrics.ts';
import { type CaseFeed, createCaseFeed, type FeedParts } from './case-feed.ts';
import { createInterpreter } from './steps.ts';

type Watchers = Pick<FeedParts, 'keepUp' | 'onStep' | 'onEmpty'>;

export const createFeeds = (
  context: Context,
  facts: FactsCache,
  metrics: LiveMetrics,
  watchers: Watchers,
) => {
  const feeds = new Map<string, CaseFeed>();
  const interpret = createInterpreter(context);
  const onEmpty = (caseId: string): void => {
    feeds.delete(caseId);
    watchers.onEmpty(caseId);
  };
  return {
    of: (caseId: string): CaseFeed => {
      const known = feeds.get(caseId);
      if (known) return known;
      const feed = createCaseFeed(caseId, {
        context,
        facts,
        metrics,
        interpret,
        keepUp: watchers.keepUp,
        onStep: watchers.onStep,
        onEmpty,
      });
      feeds.set(caseId, feed);
      return feed;
    },
    find: (caseId: string): CaseFeed | undefined => feeds.get(caseId),
    ids: (): string[] => [...feeds.keys()],
    wake: (streamId: string): void => feeds.get(streamId)?.wake(),
    sweep: (heads: ReadonlyMap<string, number>): void => {
      for (const feed of [...feeds.values()]) feed.sweep(heads.get(feed.caseId));
    },
  };
};
export type Feeds = ReturnType<typeof createFeeds>;
