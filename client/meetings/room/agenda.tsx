// The agenda: what is discussed now, when what is taken up, and what was. What is restricted has its place and its time, and no more.
import { For, type JSX, Match, Show, Switch } from 'solid-js';
import { time } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RestrictedMark } from '../../ui/paper.tsx';
import styles from './agenda.module.css';
import { openItem, useRoom } from './room.ts';
import { runningTimes, type Slot } from './running-times.ts';

function Time(props: { slot: Slot }): JSX.Element {
  return (
    <span class={styles.time}>
      <Show when={props.slot.until} fallback={t('meetingRoom.agendaPostponed')}>
        {(until) => (
          <>
            {time(props.slot.from)}–{time(until())}
          </>
        )}
      </Show>
      <Show when={props.slot.item.state === 'discussed'}>
        <Icon name="check" size={14} />
        <span class="visually-hidden">{t('meetingRoom.agendaDone')}</span>
      </Show>
    </span>
  );
}

export function Agenda(): JSX.Element {
  const { room, moves, view } = useRoom();
  const slots = () => runningTimes(room());
  const open = (id: string) => {
    const at = view.meeting();
    if (at?.itemId === id) return view.follow();
    view.open({ itemId: id, part: 0 });
  };
  return (
    <ol class={styles.agenda}>
      <For each={slots()}>
        {(slot) => {
          const item = () => openItem(slot.item);
          return (
            <li
              class={styles.item}
              data-state={slot.item.state}
              aria-current={slot.item.state === 'current' ? 'true' : undefined}
            >
              <Switch>
                <Match when={item()}>
                  {(one) => (
                    <>
                      <button
                        type="button"
                        class={styles.name}
                        aria-pressed={view.spot()?.itemId === one().id}
                        onClick={() => open(one().id)}
                      >
                        {one().childGivenName}
                        <Show when={one().state === 'current'}>
                          <span class="visually-hidden"> ({t('meetingRoom.agendaNow')})</span>
                        </Show>
                      </button>
                      <Time slot={slot} />
                      <Show when={one().postponedWhy}>
                        {(reason) => (
                          <p class={styles.why}>{t('meetingNews.because', { reason: reason() })}</p>
                        )}
                      </Show>
                      <Show when={one().can.includes('begin')}>
                        <div class={styles.begin}>
                          <Button
                            size="small"
                            busy={moves.busy()}
                            onClick={() => {
                              moves.forget();
                              view.follow();
                              void moves.move('begin-item', { itemId: one().id });
                            }}
                          >
                            {t('meetingRoom.begin', { name: one().childGivenName })}
                          </Button>
                        </div>
                      </Show>
                    </>
                  )}
                </Match>
                <Match when={slot.item.restricted}>
                  <RestrictedMark />
                  <Time slot={slot} />
                </Match>
              </Switch>
            </li>
          );
        }}
      </For>
    </ol>
  );
}
