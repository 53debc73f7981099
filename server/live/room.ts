// What the parts of the live room share within one process.
import type { FactsCache } from '../access/facts.ts';
import type { Context } from '../context.ts';
import type { Rooms } from '../documents/index.ts';
import type { LiveMetrics } from '../platform/live/metrics.ts';
import type { EntryKeys } from './entry-keys.ts';
import type { Feeds } from './feeds.ts';
import type { SubscriptionLog } from './subscription-log.ts';
import type { Here, WhoIsHere } from './who-is-here.ts';

export type Room = {
  readonly context: Context;
  readonly facts: FactsCache;
  readonly metrics: LiveMetrics;
  readonly feeds: Feeds;
  readonly here: WhoIsHere;
  readonly entryKeys: EntryKeys;
  readonly log: SubscriptionLog;
  readonly documents: Rooms;
  /** This process's name among those on the same database. */
  readonly process: string;
  /** Tells the other processes of a change of presence. */
  readonly tell: { here(here: Here): void; left(connection: string, caseId: string): void };
};
