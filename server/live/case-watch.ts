// One connection's subscription to one case: from a resume token to frames, and at the end a row in the log.
import type { Place, ServerFrame } from '../../shared/live.ts';
import { standingOf } from '../access/abilities.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import { type LiveRights, rightsDiffer } from '../access/live-rights.ts';
import { completeEvent } from '../cases/index.ts';
import { fingerprintOf, openPosition, type Position, sealPosition } from '../platform/live/resume-token.ts';
import type { Joined, Joiner } from './case-feed.ts';
import { frameText, type Outlet } from './outlet.ts';
import { createPresencePicture, presenceFor } from './presence.ts';
import type { Room } from './room.ts';
import type { EventStep } from './steps.ts';
import { writingMs } from './who-is-here.ts';

/** Older tokens ask for a fresh snapshot: the buffer of events holds a day. */
const tokenLifeMs = 24 * 3_600_000;
const arrived: Place = { view: 'case', entryId: null, field: null, writing: false };

export type WatchParts = {
  readonly room: Room;
  readonly connection: string;
  readonly actor: Actor;
  readonly caseId: string;
  readonly outlet: Outlet;
  /** The connection's next number. */
  readonly nextNumber: () => number;
  /** The subscription has ended by itself. */
  readonly onEnd: () => void;
  /** Is this the beginning of the subscription, and is its end the end of it? A poll goes on with the next answer. */
  readonly opens: boolean;
  readonly closes: boolean;
};

export const createCaseWatch = (
  { room, connection, actor, caseId, outlet, nextNumber, onEnd, opens, closes }: WatchParts,
  token: string,
) => {
  const { context, metrics } = room;
  const who = actingAs(actor);
  const feed = room.feeds.of(caseId);
  const picture = createPresencePicture();
  let position: Position | null = openPosition(context.secrets, token);
  let open = false;
  let first = 0;
  let events = 0;

  const send = (frame: ServerFrame): void => outlet.send(frameText(frame));
  const now = (): number => context.clock.now().getTime();
  const seal = (rights: LiveRights): string =>
    sealPosition(context.secrets, {
      streamId: caseId,
      ...who,
      seq: watch.seq,
      newestKey: rights.newestKey,
      fingerprint: rights.fingerprint,
      at: now(),
    });

  const fits = (rights: LiveRights, p: Position): boolean =>
    p.fingerprint === fingerprintOf(rights.readable, p.newestKey, standingOf(rights.viewer));

  const close = (): void => {
    if (!open) return;
    open = false;
    if (!closes) return;
    room.here.remove(room.process, connection, caseId);
    room.tell.left(connection, caseId);
    room.log.closed(actor, caseId, { from: first, to: watch.seq, events });
  };

  const put = (place: Place): void => {
    const here = {
      process: room.process,
      connection,
      caseId,
      ...who,
      place,
      writingUntil: Date.now() + writingMs,
    };
    room.here.put(here);
    room.tell.here(here);
  };

  const watch: Joiner & { showPresence(): void } = {
    who,
    seq: 0,
    rights: null,
    left: false,
    from: (rights) => {
      const p = position;
      position = null;
      if (!p || p.personId !== who.personId || p.affiliationId !== who.affiliationId) return null;
      if (p.streamId !== caseId || p.seq > rights.seq) return null;
      return p.at + tokenLifeMs < now() || !fits(rights, p) ? null : p.seq;
    },
    record: async (tx, rights) => {
      if (opens) await room.log.opened(tx, actor, caseId, rights.seq);
    },
    joined: () => {
      open = true;
      first = watch.seq;
      if (watch.rights) send({ t: 'watching', caseId, token: seal(watch.rights) });
    },
    differs: (rights) => watch.rights === null || rightsDiffer(watch.rights, rights),
    deliver: (step: EventStep, rights) => {
      const sealed = seal(rights);
      for (const { event, json } of step.frames) {
        const readsParent = step.parentKey !== null && rights.keys.has(step.parentKey);
        const completed = completeEvent(event, rights.viewer, readsParent);
        const text = completed === event ? json : JSON.stringify(completed);
        // Put together by hand: the event's JSON is the same for everybody and is made once.
        outlet.send(
          `{"t":"event","n":${nextNumber()},"caseId":"${caseId}","event":${text},"token":"${sealed}"}`,
        );
      }
      events += 1;
      metrics.deliveries += 1;
      const lag = Math.max(0, now() - step.at);
      metrics.lagSumMs += lag;
      metrics.lagWorstMs = Math.max(metrics.lagWorstMs, lag);
    },
    changed: () => {
      metrics.refetches += 1;
      send({ t: 'refetch', caseId });
      end();
      return false;
    },
    gone: () => {
      metrics.gone += 1;
      send({ t: 'gone', caseId });
      end();
    },
    drained: outlet.drained,
    showPresence: () => {
      // Rights whose time is over are on their way to be read anew, and the picture with them.
      if (!open || watch.left || !watch.rights || watch.rights.until <= now()) return;
      const change = picture(presenceFor(watch.rights, room.here.in(caseId), room.entryKeys, now()));
      if (!change) return;
      metrics.presenceFrames += 1;
      send({ t: 'presence', caseId, ...change });
    },
  };
  const end = (): void => {
    close();
    onEnd();
  };

  return {
    caseId,
    /** Joins the stream where the token says, or says why not. */
    start: async (place: Place | null): Promise<Joined> => {
      const outcome = await feed.join(watch);
      if (watch.left) {
        close();
        return outcome;
      }
      if (outcome === 'gone') watch.gone();
      else if (outcome === 'refetch') watch.changed();
      else {
        put(place ?? arrived);
        watch.showPresence();
      }
      return outcome;
    },
    at: (place: Place): void => {
      if (open && !watch.left) put(place);
    },
    /** A fresh token, whether anything happened or not. */
    renew: (): void => {
      if (open && !watch.left && watch.rights) send({ t: 'token', caseId, token: seal(watch.rights) });
    },
    range: () => ({ from: first, to: watch.seq, events }),
    showPresence: watch.showPresence,
    /** Ends it from this side. */
    stop: (): void => {
      watch.left = true;
      feed.leave(watch);
      close();
    },
  };
};
export type CaseWatch = ReturnType<typeof createCaseWatch>;
