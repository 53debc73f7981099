// What the live room needs of a browser: a socket to the page's own origin, and word of the tab and the network.

import type { SocketLike } from './link.ts';
import type { Live } from './live.ts';

/** How long a tab that nobody looks at stays connected. */
const hiddenMs = 60_000;

export const openPageSocket = (): SocketLike => {
  const address = new URL('/api/live', location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return new WebSocket(address);
};

/** Pauses in a tab that is hidden for long, and hurries when it is seen or the network is back. Returns how to stop. */
export const followTab = (live: Live): (() => void) => {
  let pause: ReturnType<typeof setTimeout> | undefined;
  let paused = false;
  const onVisibility = (): void => {
    clearTimeout(pause);
    if (document.visibilityState === 'hidden') {
      pause = setTimeout(() => {
        paused = true;
        live.stop();
      }, hiddenMs);
      return;
    }
    if (paused) live.start();
    else live.hurry();
    paused = false;
  };
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('online', live.hurry);
  return () => {
    clearTimeout(pause);
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('online', live.hurry);
  };
};
