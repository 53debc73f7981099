// Keeps the session of whoever listens, while a case is discussed; and asks whoever has pressed nothing for long.
import { createEffect, createSignal, type JSX, on, onCleanup, Show } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { announce } from '../../ui/announcer.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './head.module.css';
import { listeningAt, type Press } from './listening-clock.ts';
import { currentItem, useRoom } from './room.ts';

const lookEveryMs = 15_000;
const keepEveryMs = 5 * 60_000;
const presses = ['pointerdown', 'keydown'] as const;

export function ListeningRow(): JSX.Element {
  const { room } = useRoom();
  const itemId = () => (room().meeting.state === 'open' ? currentItem(room())?.id : undefined);
  // Coming in is a press; what it was for is asked by the first item after it.
  const [press, setPress] = createSignal<Press>({ at: Date.now(), itemId: itemId() });
  const [now, setNow] = createSignal(Date.now());
  const listening = () => listeningAt(press(), itemId(), now());
  let keptAt = Date.now();
  const look = (): void => {
    setNow(Date.now());
    if (listening() !== 'kept' || Date.now() - keptAt < keepEveryMs) return;
    keptAt = Date.now();
    // Heard by the session's own clock (client/sessions/staying.ts).
    document.dispatchEvent(new Event('listening'));
  };
  const pressed = (): void => {
    setPress({ at: Date.now(), itemId: itemId() });
    setNow(Date.now());
  };
  const timer = setInterval(look, lookEveryMs);
  for (const name of presses) document.addEventListener(name, pressed);
  onCleanup(() => {
    clearInterval(timer);
    for (const name of presses) document.removeEventListener(name, pressed);
  });
  createEffect(
    on(
      () => listening() === 'asked',
      (asked) => asked && announce(t('meetingRoom.listeningAsked')),
      { defer: true },
    ),
  );
  return (
    <Show when={listening() === 'asked'}>
      <div class={styles.chair}>
        <p>{t('meetingRoom.listeningAsked')}</p>
        {/* The press itself is what counts. */}
        <Button size="small" kind="primary" onClick={pressed}>
          {t('meetingRoom.listeningYes')}
        </Button>
      </div>
    </Show>
  );
}
