// The screen on the wall, for the team, beside who is in the room: connected or not; and for whoever leads a calm word when it shows less
// than they see.
import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js';
import { endWallScreen } from '../../../shared/wall.ts';
import { call } from '../../api/call.ts';
import { wordsFor } from '../../api/problem-words.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { useDoing } from '../meetings-query.ts';
import styles from './head.module.css';
import { leads, useRoom } from './room.ts';

const WallDialog = lazy(async () => ({ default: (await import('./wall-dialog.tsx')).WallDialog }));

export function WallRow(): JSX.Element {
  const { room } = useRoom();
  const [pairing, setPairing] = createSignal(false);
  const doing = useDoing();
  const end = () => {
    const params = { meetingId: room().meeting.id };
    return doing.run({ params }, (key) => call(endWallScreen, { params, body: {}, key }));
  };
  return (
    <>
      <div class={styles.wall}>
        <Show
          when={room().wall}
          fallback={
            <Button size="small" kind="quiet" onClick={() => setPairing(true)}>
              {t('wall.pair')}
            </Button>
          }
        >
          <p class="quiet">{t('wall.paired')}</p>
          <Button size="small" kind="quiet" busy={doing.busy()} onClick={() => void end()}>
            {t('wall.end')}
          </Button>
        </Show>
      </div>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
      <Show when={pairing()}>
        <Suspense>
          <WallDialog meetingId={room().meeting.id} onClose={() => setPairing(false)} />
        </Suspense>
      </Show>
    </>
  );
}

/** Said where it is seen whatever is folded: whoever leads may want to say something of it before they speak. */
export function WallNarrowed(): JSX.Element {
  const { room } = useRoom();
  return (
    <Show when={room().wall?.narrowed && leads(room())}>
      <p class={styles.narrowed}>{t('wall.narrowed')}</p>
    </Show>
  );
}
