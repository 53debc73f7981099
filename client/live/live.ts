// Live events into the query cache: what a page shows of a case is its snapshot with every event since applied.
import { notifyManager, type QueryClient } from '@tanstack/solid-query';
import { type Accessor, createContext, createSignal, onCleanup, useContext } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import type { DocumentFrame } from '../../shared/documents.ts';
import type { Place, PollRequest, PollResponse, Presence, ServerFrame } from '../../shared/live.ts';
import { applyEvent, OutOfStep } from '../../shared/workspace.ts';
import { createDocuments, type DocumentListener, type SendFrame } from './documents.ts';
import { createLink, type LinkState, type SocketLike } from './link.ts';
import { createOwnPlace } from './own-place.ts';
import { createPresence } from './presence.ts';
import { createReading } from './reading.ts';

export type LiveParts = {
  readonly queryClient: QueryClient;
  readonly openSocket: () => SocketLike;
  readonly poll: (request: PollRequest) => Promise<PollResponse>;
  readonly onSignedOut: () => void;
  readonly onOutdated: () => void;
};

export type Live = {
  /** 'live' over a socket, 'polling' where those are blocked, 'offline' when neither gets through. */
  readonly state: Accessor<LinkState>;
  start(): void;
  /** Closes the connection; every place is kept, so that a later start loses nothing. */
  stop(): void;
  /** Keeps the cached snapshot of a case fresh until the returned function is called. */
  followCase(caseId: string): () => void;
  followToday(): () => void;
  /** How the lists of consultations learn of requests that moved: set by whoever reads the lists. */
  readHeadsBy(read: (ids: readonly string[]) => void): void;
  /** Everybody else in the case whom this person may know of, by person. */
  people(caseId: string): ReadonlyMap<string, Presence>;
  /** True once the case is no longer this person's to see. */
  gone(caseId: string): boolean;
  reportPlace(caseId: string, place: Place): void;
  /** A text that several people write. Returns how to close it. */
  openDocument(documentId: string, listener: DocumentListener): () => void;
  /** False where there is no connection. */
  readonly sendFrame: SendFrame;
  /** The network is back, or the tab is looked at again. */
  hurry(): void;
  /** Signed out, or the page closes: nothing is heard any more. */
  end(): void;
};

export const caseKey = (caseId: string) => ['case', caseId] as const;
export const todayKey = ['today'] as const;
/** Everything that is read of consultations stands under it. */
export const consultationsKey = ['consultations'] as const;
/** Everything that is read of meetings stands under it. */
export const meetingsKey = ['meetings'] as const;

/** What is done with each kind of frame: a missing handler does not compile. */
type Handlers = { readonly [T in ServerFrame['t']]: (frame: Extract<ServerFrame, { t: T }>) => void };

export const createLive = (parts: LiveParts): Live => {
  const { queryClient } = parts;
  const [state, setState] = createSignal<LinkState>('offline');
  const [gone, setGone] = createSignal<ReadonlySet<string>>(new Set());
  const presence = createPresence();
  const documents = createDocuments();
  const followers = new Map<string, number>();
  let todayFollowers = 0;

  const readAgain = (caseId: string): void => {
    presence.clear(caseId);
    void queryClient.invalidateQueries({ queryKey: caseKey(caseId) });
  };
  const read = createReading(queryClient);
  const readToday = (): void => read(todayKey);
  const readConsultations = (): void => read(consultationsKey);
  const readMeetings = (): void => read(meetingsKey);
  let readHeads: ((ids: readonly string[]) => void) | undefined;

  const hearOfDocument = (frame: DocumentFrame): void => documents.hear(frame);

  const handlers: Handlers = {
    hello: () => {
      presence.clearAll();
      readConsultations();
      readMeetings();
      // Today is hinted as soon as it is watched.
      // A snapshot that could not be read while the network was away is asked for again.
      for (const caseId of followers.keys()) {
        const idle = queryClient.getQueryState(caseKey(caseId))?.fetchStatus !== 'fetching';
        if (idle && !link.watches(caseId)) readAgain(caseId);
      }
    },
    watching: ({ caseId }) => presence.clear(caseId),
    event: ({ caseId, event, token }) => {
      const before = queryClient.getQueryData<Workspace>(caseKey(caseId));
      if (!before) return;
      try {
        queryClient.setQueryData<Workspace>(caseKey(caseId), { ...applyEvent(before, event), live: token });
      } catch (error) {
        if (!(error instanceof OutOfStep)) throw error;
        link.unwatch(caseId);
        readAgain(caseId);
      }
    },
    token: () => undefined,
    refetch: ({ caseId }) => readAgain(caseId),
    gone: ({ caseId }) => {
      presence.clear(caseId);
      notifyManager.batch(() => {
        setGone(new Set([...gone(), caseId]));
        queryClient.removeQueries({ queryKey: caseKey(caseId) });
        void queryClient.invalidateQueries({ queryKey: ['cases'] });
        readToday();
      });
    },
    presence: presence.heed,
    today: readToday,
    consultations: ({ ids }) => {
      if (ids === null) return readConsultations();
      for (const id of ids) read([...consultationsKey, id]);
      readHeads?.(ids);
    },
    meetings: ({ ids }) => {
      if (ids === null) return readMeetings();
      for (const id of [...ids, 'list', 'memos']) read([...meetingsKey, id]);
    },
    beat: () => undefined,
    problem: () => undefined,
    'document-state': hearOfDocument,
    'document-update': hearOfDocument,
    'document-authors': hearOfDocument,
    'document-acknowledged': hearOfDocument,
    'document-carets': hearOfDocument,
    'document-refused': hearOfDocument,
    'document-standing': hearOfDocument,
    'document-gone': hearOfDocument,
  };

  const link = createLink({
    ...parts,
    onState: setState,
    onCarrying: documents.carrying,
    openings: documents.openings,
    onFrame: (frame) => (handlers[frame.t] as ((frame: ServerFrame) => void) | undefined)?.(frame),
  });
  const places = createOwnPlace(link.at);

  // A snapshot that was read over HTTP begins the stream anew from its own place, so that it can never hide an event.
  const watchFrom = (caseId: string, workspace: Workspace): void => {
    if (gone().has(caseId)) setGone(new Set([...gone()].filter((id) => id !== caseId)));
    link.watch(caseId, workspace.live);
  };
  const unsubscribe = queryClient.getQueryCache().subscribe((change) => {
    if (change.type !== 'updated' || change.action.type !== 'success' || change.action.manual) return;
    const [noun, caseId] = change.query.queryKey;
    if (noun !== 'case' || change.query.queryKey.length !== 2 || typeof caseId !== 'string') return;
    if (followers.has(caseId)) watchFrom(caseId, change.query.state.data as Workspace);
  });

  return {
    state,
    start: link.start,
    stop: () => {
      link.stop();
      setState('offline');
      presence.clearAll();
    },
    followCase: (caseId) => {
      const before = followers.get(caseId) ?? 0;
      followers.set(caseId, before + 1);
      const known = queryClient.getQueryData<Workspace>(caseKey(caseId));
      if (before === 0 && known) watchFrom(caseId, known);
      return () => {
        const left = (followers.get(caseId) ?? 1) - 1;
        if (left > 0) {
          followers.set(caseId, left);
          return;
        }
        followers.delete(caseId);
        places.forget(caseId);
        link.unwatch(caseId);
        presence.clear(caseId);
      };
    },
    followToday: () => {
      todayFollowers += 1;
      if (todayFollowers === 1) link.watchToday(true);
      return () => {
        todayFollowers -= 1;
        if (todayFollowers === 0) link.watchToday(false);
      };
    },
    readHeadsBy: (read) => {
      readHeads = read;
    },
    people: presence.people,
    gone: (caseId) => gone().has(caseId),
    reportPlace: places.report,
    openDocument: documents.open,
    sendFrame: link.send,
    hurry: link.hurry,
    end: () => {
      unsubscribe();
      link.stop();
    },
  };
};

export const LiveContext = createContext<Live>();

/** The live room that this page stands in. */
export const useLive = (): Live => {
  const live = useContext(LiveContext);
  if (!live) throw new Error('no live room around this component');
  return live;
};

/** Keeps the case fresh, and this person present in it, for as long as the component lives. */
export const useCaseLive = (caseId: string): Live => {
  const live = useLive();
  onCleanup(live.followCase(caseId));
  return live;
};

/** Reads Today again whenever something in it may have changed, for as long as the component lives. */
export const useTodayLive = (): Live => {
  const live = useLive();
  onCleanup(live.followToday());
  return live;
};
