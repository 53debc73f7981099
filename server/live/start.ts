// The live room of the server, put together: fan-out, sockets, polling, presence, and what keeps them in step with the
// other processes on the same database.
import type pg from 'pg';
import { pollLive } from '../../shared/live-routes.ts';
import { actorOf } from '../access/request.ts';
import {
  caretChannel,
  createRooms,
  createTableStore,
  type DocumentKind,
  laterByTimer,
} from '../documents/index.ts';
import { serve } from '../platform/http/serve.ts';
import { hangBell } from '../platform/live/bell.ts';
import { type LiveMetrics, newMetrics } from '../platform/live/metrics.ts';
import { createPacer } from '../platform/live/pacer.ts';
import { packIds, unpackIds } from '../platform/live/packed-ids.ts';
import { readHeads } from '../platform/live/streams.ts';
import type { Server } from '../server.ts';
import { createEntryKeys } from './entry-keys.ts';
import { createFeeds } from './feeds.ts';
import { createPersonFeeds } from './person-feeds.ts';
import { createPolling } from './polling.ts';
import { createPresenceRounds, type PresenceViewer } from './presence.ts';
import { createPresenceBetween, newProcessName, presenceChannel } from './presence-between.ts';
import type { Room } from './room.ts';
import { serveSockets } from './socket-route.ts';
import { createSubscriptionLog } from './subscription-log.ts';
import { startSweeper } from './sweeper.ts';
import { createWhoIsHere } from './who-is-here.ts';

const wakeChannel = 'rinki_wake';
const sweepMs = 1_000;

export type Live = {
  /** Streams that have something new, told after commit; here at once, to other processes within milliseconds. */
  wake(streamIds: readonly string[]): void;
  readonly metrics: LiveMetrics;
};

const viewersAmong = (listeners: Iterable<object>): PresenceViewer[] =>
  [...listeners].filter((l): l is PresenceViewer => 'showPresence' in l);

export const startLive = (
  server: Server,
  pools: { app: pg.Pool; gateway: pg.Pool; jobs: pg.Pool },
  documentKinds: readonly DocumentKind[],
): Live => {
  const { app, context } = server;
  const metrics = newMetrics();
  const process = newProcessName();

  const rounds = createPresenceRounds((caseId) => viewersAmong(feeds.find(caseId)?.listeners ?? []));
  const here = createWhoIsHere(rounds.mark);
  const entryKeys = createEntryKeys(context, rounds.mark);
  const feeds = createFeeds(context, server.facts, metrics, {
    keepUp: (personIds, heads) => people.keepUp(personIds, heads),
    onStep: (caseId, step) => {
      entryKeys.heed(caseId, step);
      if (
        step.type === 'access' ||
        (step.type === 'event' && ('entry' in step.event || step.event.kind === 'entry.removed'))
      )
        rounds.mark(caseId);
    },
    onEmpty: (caseId) => {
      rounds.forget(caseId);
      entryKeys.forget(caseId);
    },
  });
  const people = createPersonFeeds(context, metrics);

  const wakeHere = (streamIds: readonly string[]): void => {
    for (const id of streamIds) {
      feeds.wake(id);
      people.wake(id);
      documents.wake(id);
    }
  };
  const sweepHeads = async (): Promise<void> => {
    const ids = [...feeds.ids(), ...people.ids()];
    metrics.watchedStreams = ids.length;
    const heads = ids.length === 0 ? new Map<string, number>() : await readHeads(context.gateway, ids);
    feeds.sweep(heads);
    await people.sweep(heads);
    await documents.sweep();
  };
  const between = createPresenceBetween(
    process,
    here,
    (message) => bell.ring(presenceChannel, message),
    Date.now,
  );
  let sweeping = false;
  const sweepOnce = (): void => {
    if (sweeping) return;
    sweeping = true;
    sweepHeads()
      .catch(() => {
        metrics.failures += 1;
        // What ends by the clock ends without a database too.
        feeds.sweep(new Map());
      })
      .finally(() => {
        sweeping = false;
      });
  };
  const bell = hangBell({
    pool: pools.gateway,
    channels: [wakeChannel, presenceChannel, caretChannel],
    onRing: (channel, message) => {
      if (channel === presenceChannel) return between.hear(message);
      if (channel === caretChannel) return documents.hear(message);
      const { sender, ids } = unpackIds(message);
      if (sender !== process) wakeHere(ids);
    },
    onListening: () => {
      between.greet();
      sweepOnce();
    },
  });

  let woken = new Set<string>();
  const ringOthers = createPacer(10, () => {
    const ids = [...woken];
    woken = new Set();
    for (const message of packIds(process, ids)) bell.ring(wakeChannel, message);
  });

  const wakeOthers = (ids: readonly string[]): void => {
    for (const id of ids) woken.add(id);
    ringOthers.mark();
  };
  const documents = createRooms({
    store: createTableStore(context, new Map(documentKinds.map((kind) => [kind.kind, kind]))),
    process,
    ring: (channel, message) => bell.ring(channel, message),
    wakeOthers,
    later: laterByTimer,
    now: () => context.clock.now().getTime(),
    onFailure: (error) => {
      metrics.failures += 1;
      const { name, code } = error as { name?: string; code?: string };
      context.log.warn({ name, code }, 'a document could not be written or read; trying again');
    },
  });

  const room: Room = {
    context,
    facts: server.facts,
    metrics,
    feeds,
    here,
    entryKeys,
    process,
    log: createSubscriptionLog(context),
    documents,
    tell: { here: between.tell, left: between.tellLeft },
  };
  const sockets = serveSockets(server, room, people);
  const polling = createPolling(room, people);
  serve(app, pollLive, ({ request, body }) => polling.poll(actorOf(request), body));
  const sweeper = startSweeper(context);

  const timer = setInterval(() => {
    sweepOnce();
    sockets.tick();
    polling.tick();
    here.endWriting(Date.now());
    between.tick();
    room.log.flush().catch(() => undefined);
    if (Date.now() % 60_000 < sweepMs) metrics.lagWorstMs = 0;
  }, sweepMs);
  timer.unref();

  // Before the server stops taking connections: the sockets are told to come back, and their rows are written.
  app.addHook('preClose', async () => {
    clearInterval(timer);
    await sockets.stop();
    await documents.stop();
    polling.stop();
    between.stop();
    rounds.stop();
    ringOthers.stop();
    await sweeper.stop();
    await room.log.flush().catch(() => undefined);
    await bell.close();
  });

  return {
    metrics,
    wake: (streamIds) => {
      if (streamIds.length === 0) return;
      wakeHere(streamIds);
      wakeOthers(streamIds);
    },
  };
};
