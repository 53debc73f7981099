// The phases of the discussion on one line: what has been gone through, where the meeting is, what is to come. Each can be opened.
import { createEffect, For, type JSX, on, onCleanup, onMount, Show } from 'solid-js';
import type { OpenItem } from '../../../shared/meeting.ts';
import { t } from '../../i18n/index.ts';
import styles from './head.module.css';
import { phaseTitle } from './phase-words.ts';
import { useRoom } from './room.ts';

export function PhaseBar(props: { item: OpenItem }): JSX.Element {
  const { room, view } = useRoom();
  let bar: HTMLElement | undefined;
  const at = () => (props.item.state === 'planned' ? -1 : (props.item.phase ?? 0));
  const done = (index: number) => index < at() || props.item.state === 'discussed';
  const isCurrent = (index: number) => props.item.state === 'current' && index === at();
  const shown = () => view.spot()?.part;
  // On a narrow page the bar is wider than the page: what is shown is in sight.
  const centre = (): void => {
    const one = bar?.querySelector<HTMLElement>('[aria-pressed="true"]');
    if (bar && one) bar.scrollLeft = one.offsetLeft - (bar.clientWidth - one.offsetWidth) / 2;
  };
  createEffect(on(shown, centre));
  onMount(() => {
    const watch = new ResizeObserver(centre);
    if (bar) watch.observe(bar);
    onCleanup(() => watch.disconnect());
  });
  return (
    <nav
      class={styles.phases}
      aria-label={t('meetingRoom.phases')}
      ref={(element) => {
        bar = element;
      }}
    >
      <ol>
        <For each={room().meeting.phases}>
          {(phase, index) => (
            <li data-done={done(index()) ? '' : undefined} data-now={isCurrent(index()) ? '' : undefined}>
              <button
                type="button"
                class={styles.phase}
                aria-current={isCurrent(index()) ? 'step' : undefined}
                aria-pressed={shown() === index()}
                onClick={() => view.open({ itemId: props.item.id, part: index() })}
              >
                {phaseTitle(phase)}
                <Show when={isCurrent(index()) || done(index())}>
                  <span class="visually-hidden">
                    {` (${t(isCurrent(index()) ? 'meetingRoom.phaseNow' : 'meetingRoom.phaseDone')})`}
                  </span>
                </Show>
              </button>
            </li>
          )}
        </For>
      </ol>
    </nav>
  );
}
