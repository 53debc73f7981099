// Live frames over plain HTTP, where a network blocks sockets. Each answer joins the streams by token like a socket does
// and leaves them again; between two answers only presence, Today's hint and the log of the subscription are kept, and
// any process can give any answer.
import { randomUUID } from 'node:crypto';
import {
  type PollRequest,
  type PollResponse,
  type ServerFrame,
  ServerFrame as ServerFrameShape,
} from '../../shared/live.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import { createDesk } from '../documents/index.ts';
import { Refusal } from '../platform/http/refusal.ts';
import { createTurns, type Turns } from '../platform/live/in-turn.ts';
import { createCaseWatch } from './case-watch.ts';
import { createMoved, type Moved } from './moved.ts';
import type { Outlet } from './outlet.ts';
import type { PersonFeeds } from './person-feeds.ts';
import type { Room } from './room.ts';
import type { Range } from './subscription-log.ts';
import { createTodayWatch, type TodayWatch } from './today-watch.ts';

/** Milliseconds until a client should ask again, and after which one that has not is taken to be gone. */
const againMs = 1_500;
const silenceMs = 9_000;
const mostPerSession = 12;

type Poller = {
  readonly id: string;
  readonly actor: Actor;
  readonly turns: Turns;
  readonly cases: Map<string, Range>;
  today: TodayWatch | null;
  todayDue: boolean;
  readonly consultations: Moved;
  readonly meetings: Moved;
  /** Texts that it has open: their opening is in the access log. */
  readonly documents: Set<string>;
  seenAt: number;
  /** Answers under way: whoever waits for one is not silent, however long a busy server takes. */
  answering: number;
  leave: (() => void) | null;
  /** Its session has ended or acts in another affiliation, it was silent for too long, or this process ends. */
  dropped: boolean;
  signedOut: boolean;
};

/** Only whoever is signed out is shown the door: everybody else asks again. */
const goneWith = ({ signedOut }: Poller): Refusal => new Refusal(signedOut ? 'session-ended' : 'stopping');

export const createPolling = (room: Room, people: PersonFeeds) => {
  const pollers = new Map<string, Poller>();

  const leaveCase = (poller: Poller, caseId: string): void => {
    const range = poller.cases.get(caseId);
    if (!range) return;
    poller.cases.delete(caseId);
    room.here.remove(room.process, poller.id, caseId);
    room.tell.left(poller.id, caseId);
    room.log.closed(poller.actor, caseId, range);
  };
  const drop = (key: string, poller: Poller): void => {
    if (pollers.get(key) === poller) pollers.delete(key);
    poller.dropped = true;
    room.metrics.pollers = pollers.size;
    for (const caseId of [...poller.cases.keys()]) leaveCase(poller, caseId);
    poller.today?.stop();
    poller.leave?.();
  };

  const pollerOf = async (actor: Actor, connection: string): Promise<Poller> => {
    const key = `${actor.sessionId} ${actor.affiliation?.id ?? ''} ${connection}`;
    const known = pollers.get(key);
    if (known) return known;
    if ([...pollers.keys()].filter((k) => k.startsWith(actor.sessionId)).length >= mostPerSession)
      throw new Refusal('too-many-requests', undefined, 10);
    const poller: Poller = {
      id: randomUUID(),
      actor,
      turns: createTurns(),
      cases: new Map(),
      today: null,
      todayDue: true,
      consultations: createMoved('consultations', true),
      meetings: createMoved('meetings', true),
      documents: new Set(),
      seenAt: Date.now(),
      answering: 0,
      leave: null,
      dropped: false,
      signedOut: false,
    };
    pollers.set(key, poller);
    room.metrics.pollers = pollers.size;
    try {
      poller.leave = await people.enter({
        personId: actor.personId,
        sessionId: actor.sessionId,
        affiliationId: actor.affiliation?.id ?? null,
        todayMoved: () =>
          void poller.today?.ownStreamMoved().catch(() => {
            poller.todayDue = true;
          }),
        consultationsMoved: poller.consultations.add,
        meetingsMoved: poller.meetings.add,
        signedOut: () => {
          poller.signedOut = true;
          drop(key, poller);
        },
        changed: () => drop(key, poller),
      });
      // A database that was away says nothing of the session.
      if (!poller.leave) poller.signedOut = true;
    } finally {
      // Not entered, or dropped in the meantime: one that hears nothing of its person's stream must not be found again.
      if (!poller.leave || poller.dropped) drop(key, poller);
    }
    if (poller.dropped) throw goneWith(poller);
    return poller;
  };

  const followToday = async (poller: Poller, wanted: boolean): Promise<ServerFrame[]> => {
    if (!wanted) {
      poller.today?.stop();
      poller.today = null;
      poller.todayDue = true;
      return [];
    }
    if (!poller.today) {
      poller.today = createTodayWatch(
        room,
        actingAs(poller.actor),
        () => {
          poller.todayDue = true;
        },
        () => poller.meetings.add(null),
      );
      try {
        await poller.today.start();
      } catch (error) {
        poller.today?.stop();
        poller.today = null;
        throw error;
      }
    }
    // What happened before this process knew of the client is unknown: read once.
    const due = poller.todayDue;
    poller.todayDue = false;
    return due ? [{ t: 'today' }] : [];
  };
  /** Opened, written in and left within one answer: what comes of it is in its frames. */
  const followDocuments = async (
    poller: Poller,
    sent: NonNullable<PollRequest['documents']>,
  ): Promise<ServerFrame[]> => {
    const frames: ServerFrame[] = [];
    const wanted = new Set(sent.map(({ documentId }) => documentId));
    for (const id of [...poller.documents]) if (!wanted.has(id)) poller.documents.delete(id);
    const desk = createDesk(
      room.documents,
      poller.actor,
      (frame) => void frames.push(frame),
      () => room.context.clock.now().getTime(),
      () => void frames.push({ t: 'problem', error: 'too-many-requests' }),
      poller.documents,
    );
    try {
      for (const frame of sent)
        await (desk.handlers[frame.t] as (frame: object) => Promise<void> | void)(frame);
      await desk.settle();
      return [...frames];
    } finally {
      desk.end();
    }
  };

  const answer = async (
    poller: Poller,
    { cases, today, consultations = false, meetings = false, documents = [] }: PollRequest,
  ): Promise<ServerFrame[]> => {
    const frames: ServerFrame[] = [];
    let n = 0;
    const outlet: Outlet = {
      send: (frame) => void frames.push(ServerFrameShape.parse(JSON.parse(frame))),
      drained: async () => undefined,
    };
    for (const caseId of [...poller.cases.keys()])
      if (!cases.some((c) => c.caseId === caseId)) leaveCase(poller, caseId);
    for (const { caseId, token, place } of cases) {
      const known = poller.cases.get(caseId);
      const watch = createCaseWatch(
        {
          room,
          connection: poller.id,
          actor: poller.actor,
          caseId,
          outlet,
          nextNumber: () => {
            n += 1;
            return n;
          },
          onEnd: () => leaveCase(poller, caseId),
          opens: known === undefined,
          closes: false,
        },
        token,
      );
      if ((await watch.start(place)) === 'joined') {
        watch.renew();
        const range = watch.range();
        poller.cases.set(caseId, {
          from: known?.from ?? range.from,
          to: range.to,
          events: (known?.events ?? 0) + range.events,
        });
      }
      watch.stop();
    }
    frames.push(...(await followDocuments(poller, documents)));
    const hints = await followToday(poller, today);
    // Something ended while this answer was put together: nothing of it leaves.
    if (poller.dropped) {
      for (const caseId of [...poller.cases.keys()]) leaveCase(poller, caseId);
      poller.today?.stop();
      throw goneWith(poller);
    }
    const moved = [
      ...(consultations ? poller.consultations.take() : []),
      ...(meetings ? poller.meetings.take() : []),
    ];
    return [...frames, ...hints, ...moved];
  };

  return {
    poll: async (actor: Actor, request: PollRequest): Promise<PollResponse> => {
      const poller = await pollerOf(actor, request.connection);
      poller.answering += 1;
      try {
        return { frames: await poller.turns(() => answer(poller, request)), again: againMs };
      } finally {
        poller.answering -= 1;
        poller.seenAt = Date.now();
      }
    },
    tick: (): void => {
      for (const [key, poller] of [...pollers])
        if (poller.answering === 0 && Date.now() - poller.seenAt > silenceMs) drop(key, poller);
    },
    stop: (): void => {
      for (const [key, poller] of [...pollers]) drop(key, poller);
    },
  };
};
