// The screen asks what it shows every two seconds: it is nobody's, and has no socket. What has not changed is not sent again.
import { createSignal, onCleanup } from 'solid-js';
import { getWallScreen, makeWallScreen, type WallView } from '../../shared/wall.ts';
import { call } from '../api/call.ts';

const everyMs = 2_000;
/** Without an answer for so long it covers itself: what it shows may not be true any more. */
const lostAfterMs = 10_000;
/** A screen that nobody pairs does not ask for new codes for ever. */
const newCodesForMs = 60 * 60_000;

export type Wall = {
  /** Undefined until the first answer. */
  readonly view: () => WallView | undefined;
  readonly lost: () => boolean;
  /** A new screen with a new code. */
  readonly renew: () => void;
};

export const watchWall = (): Wall => {
  const [view, setView] = createSignal<WallView>();
  const [lost, setLost] = createSignal(false);
  let tag: string | undefined;
  let heardAt = Date.now();
  let askedFrom = Date.now();
  let ended = false;

  const heard = (): void => {
    heardAt = Date.now();
    setLost(false);
  };
  const make = async (): Promise<void> => {
    tag = undefined;
    setView(await call(makeWallScreen, { body: {} }));
    heard();
  };
  const look = async (): Promise<void> => {
    const answer = await fetch(getWallScreen.path, {
      credentials: 'same-origin',
      cache: 'no-store',
      headers: tag === undefined ? {} : { 'if-none-match': tag },
      signal: AbortSignal.timeout(2 * everyMs),
    });
    if (answer.status === 304) return heard();
    if (!answer.ok) return;
    const next = (await answer.json()) as WallView;
    const isNew = view() === undefined;
    const wantsCode = next.state === 'none' || (isNew && next.state === 'over');
    if (wantsCode && (isNew || Date.now() - askedFrom < newCodesForMs)) return make();
    tag = answer.headers.get('etag') ?? undefined;
    setView(next);
    heard();
  };
  const turn = async (): Promise<void> => {
    await look().catch(() => undefined);
    if (Date.now() - heardAt >= lostAfterMs) setLost(true);
    if (!ended) timer = setTimeout(() => void turn(), everyMs);
  };
  let timer = setTimeout(() => void turn(), 0);
  onCleanup(() => {
    ended = true;
    clearTimeout(timer);
  });
  return {
    view,
    lost,
    renew: () => {
      askedFrom = Date.now();
      void make().catch(() => undefined);
    },
  };
};
