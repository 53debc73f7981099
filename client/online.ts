// Whether the browser itself says that there is no network, as a signal. An open socket may not have noticed yet.
import { createSignal, onCleanup, onMount } from 'solid-js';

export const useOnline = (): (() => boolean) => {
  const [online, setOnline] = createSignal(navigator.onLine);
  const look = () => setOnline(navigator.onLine);
  onMount(() => {
    for (const change of ['online', 'offline']) window.addEventListener(change, look);
    onCleanup(() => {
      for (const change of ['online', 'offline']) window.removeEventListener(change, look);
    });
  });
  return online;
};
