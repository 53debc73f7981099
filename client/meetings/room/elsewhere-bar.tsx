// One is not where the meeting is: where one is, where the others are, and the way back. Quiet, and there as long as that is so.
import { type JSX, Show } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { phaseTitle } from './phase-words.ts';
import styles from './room.module.css';
import { itemById, openItem, useRoom } from './room.ts';
import type { Spot } from './view.ts';

export function ElsewhereBar(): JSX.Element {
  const { room, moves, view } = useRoom();
  const titleOf = (spot: Spot | null) => {
    const phase = typeof spot?.part === 'number' ? room().meeting.phases[spot.part] : undefined;
    return phase ? phaseTitle(phase) : '';
  };
  const nameOf = (spot: Spot | null) => openItem(spot ? itemById(room(), spot.itemId) : undefined);
  const sameItem = () => view.spot()?.itemId === view.meeting()?.itemId;
  const here = () => {
    const spot = view.spot();
    if (spot?.part === 'own') return t('meetingRoom.elsewhereOwn');
    if (!sameItem()) return t('meetingRoom.elsewhereItem', { name: nameOf(spot)?.childGivenName ?? '' });
    return t('meetingRoom.elsewhere', { phase: titleOf(spot) });
  };
  const others = () => {
    const meeting = view.meeting();
    if (!meeting) return '';
    if (sameItem()) return t('meetingRoom.othersAt', { phase: titleOf(meeting) });
    const item = nameOf(meeting);
    return item ? t('meetingRoom.othersAtItem', { name: item.childGivenName }) : t('meetingRoom.othersAway');
  };
  const back = () => {
    if (!view.meeting()) return t('meetingRoom.backToMeeting');
    return t(sameItem() ? 'meetingRoom.backToNow' : 'meetingRoom.backToItem');
  };
  /** The phase in view, where the reader leads and the meeting could go there. */
  const movable = () => {
    const [spot, item] = [view.spot(), nameOf(view.spot())];
    if (!spot || spot.part === 'own' || !sameItem() || !item?.can.includes('lead')) return undefined;
    return { itemId: item.id, phase: spot.part };
  };
  return (
    <Show when={!view.follows()}>
      <div class={styles.elsewhere} role="status">
        <p>
          {here()} {others()}
        </p>
        <div class={styles.ways}>
          <Show when={movable()}>
            {(to) => (
              <Button
                size="small"
                kind="quiet"
                busy={moves.busy()}
                onClick={() => {
                  moves.forget();
                  void moves.move('set-phase', to());
                }}
              >
                {t('meetingRoom.moveHere')}
              </Button>
            )}
          </Show>
          <Button size="small" onClick={() => view.follow()}>
            {back()}
          </Button>
        </div>
      </div>
    </Show>
  );
}
