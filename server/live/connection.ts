// One client's connection, whatever carries it: what it watches, where it says it is, and the numbers of its frames.
import type { ClientFrame, Place, ServerFrame } from '../../shared/live.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import { createDesk } from '../documents/index.ts';
import { isDatabaseAway } from '../platform/http/errors.ts';
import { createPacer } from '../platform/live/pacer.ts';
import { type CaseWatch, createCaseWatch } from './case-watch.ts';
import { createMoved } from './moved.ts';
import { frameText, type Outlet } from './outlet.ts';
import type { Room } from './room.ts';
import { createTodayWatch, type TodayWatch } from './today-watch.ts';

const mostCases = 16;

/** What the connection does with each kind of frame: a missing handler does not compile. */
type Handlers = {
  readonly [T in ClientFrame['t']]: (frame: Extract<ClientFrame, { t: T }>) => Promise<void> | void;
};

export const createConnection = (room: Room, id: string, actor: Actor, outlet: Outlet) => {
  const cases = new Map<string, CaseWatch>();
  let today: TodayWatch | null = null;
  let ended = false;
  let n = 0;

  const send = (frame: ServerFrame): void => {
    if (!ended) outlet.send(frameText(frame));
  };

  /** A hint, at most twice a second, however many move at once. */
  const hints = (t: 'consultations' | 'meetings') => {
    const moved = createMoved(t);
    const pacer = createPacer(500, () => moved.take().forEach(send));
    return {
      moved: (id: string | null): void => {
        moved.add(id);
        pacer.mark();
      },
      stop: pacer.stop,
    };
  };
  const consultations = hints('consultations');
  const meetings = hints('meetings');

  const unwatch = (caseId: string): void => {
    cases.get(caseId)?.stop();
    cases.delete(caseId);
  };
  const watchCase = async (caseId: string, token: string, place: Place | null = null): Promise<void> => {
    unwatch(caseId);
    if (cases.size >= mostCases) return send({ t: 'problem', error: 'too-many-requests' });
    const watch: CaseWatch = createCaseWatch(
      {
        room,
        connection: id,
        actor,
        caseId,
        outlet,
        nextNumber: () => {
          n += 1;
          return n;
        },
        onEnd: () => {
          if (cases.get(caseId) === watch) cases.delete(caseId);
        },
        opens: true,
        closes: true,
      },
      token,
    );
    cases.set(caseId, watch);
    await watch.start(place);
  };

  const desk = createDesk(
    room.documents,
    actor,
    send,
    () => room.context.clock.now().getTime(),
    () => send({ t: 'problem', error: 'too-many-requests' }),
  );

  const handlers: Handlers = {
    'watch-case': ({ caseId, token }) => watchCase(caseId, token),
    'unwatch-case': ({ caseId }) => unwatch(caseId),
    'watch-today': async () => {
      if (today) return;
      today = createTodayWatch(
        room,
        actingAs(actor),
        () => send({ t: 'today' }),
        () => meetings.moved(null),
      );
      await today.start();
      // As where it is polled: what happened before is unknown, and read once.
      send({ t: 'today' });
    },
    'unwatch-today': () => {
      today?.stop();
      today = null;
    },
    at: ({ caseId, place }) => cases.get(caseId)?.at(place),
    beat: () => send({ t: 'beat' }),
    ...desk.handlers,
  };

  return {
    id,
    actor,
    /** Answers `false` when the connection can be of no use until it is made anew. */
    handle: async (frame: ClientFrame): Promise<boolean> => {
      try {
        await (handlers[frame.t] as (frame: ClientFrame) => Promise<void> | void)(frame);
        return true;
      } catch (error) {
        room.metrics.failures += 1;
        const { name, code } = error as { name?: string; code?: string };
        room.context.log.error({ name, code, frame: frame.t }, 'a live frame failed');
        send({ t: 'problem', error: isDatabaseAway(error) ? 'database-away' : 'internal' });
        return false;
      }
    },
    beat: (): void => {
      send({ t: 'beat' });
      for (const watch of cases.values()) watch.renew();
    },
    todayMoved: (): void => {
      today?.ownStreamMoved().catch(() => send({ t: 'today' }));
    },
    consultationsMoved: consultations.moved,
    meetingsMoved: meetings.moved,
    end: (): void => {
      ended = true;
      consultations.stop();
      meetings.stop();
      for (const caseId of [...cases.keys()]) unwatch(caseId);
      desk.end();
      today?.stop();
      today = null;
    },
    watchCase,
  };
};
export type Connection = ReturnType<typeof createConnection>;
