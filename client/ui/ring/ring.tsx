// The people around one child. As a ring or as a list: the choice is the reader's, and remembered. A crowd, or a
// narrow place, gets a small ring and the list together.
import { createEffect, createMemo, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { readSetting, writeSetting } from '../../settings.ts';
import { EmptyState } from '../notice.tsx';
import { Legend } from './legend.tsx';
import { measureIn } from './measure.ts';
import { type Measure, type Named, planRing } from './plan.ts';
import styles from './ring.module.css';
import type { RingData, RingPerson } from './ring-data.ts';
import { RingDrawing } from './ring-drawing.tsx';
import { RingList } from './ring-list.tsx';
import { shortState } from './words.ts';

export type RingProps = {
  data: RingData;
  onSelect?: ((person: RingPerson) => void) | undefined;
  /** What to offer while nobody is in the ring yet. */
  emptyAction?: JSX.Element;
};

type Room = { width: number; rem: number; measure: Measure };

export function Ring(props: RingProps): JSX.Element {
  const [asList, setAsList] = createSignal(readSetting('ring') === 'list');
  const [room, setRoom] = createSignal<Room>();
  const [pointed, setPointed] = createSignal<string>();
  let frame: HTMLDivElement | undefined;
  createEffect(() => writeSetting('ring', asList() ? 'list' : 'ring'));
  onMount(() => {
    const look = () => {
      if (!frame) return;
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setRoom({ width: frame.clientWidth, rem, measure: measureIn(frame, rem) });
    };
    const observer = new ResizeObserver(look);
    if (frame) observer.observe(frame);
    void document.fonts.ready.then(look);
    onCleanup(() => observer.disconnect());
  });
  const named = createMemo((): Named[] =>
    props.data.people.map((person) => {
      const state = shortState(person);
      return { ...person, lines: state ? [person.role, state] : [person.role] };
    }),
  );
  const drawn = createMemo(() => {
    const place = room();
    return (
      place && {
        plan: planRing(named(), place.width, place.measure, place.rem * 1.15),
        measure: place.measure,
      }
    );
  });
  const crowded = () => drawn()?.plan.labels === null;
  return (
    <div
      class={styles.frame}
      ref={(el) => {
        frame = el;
      }}
    >
      <Show
        when={props.data.people.length > 0}
        fallback={
          <EmptyState title={t('ring.empty')} action={props.emptyAction}>
            {t('ring.emptyDetail')}
          </EmptyState>
        }
      >
        <div class={styles.views} data-both={!asList() && crowded() ? '' : undefined}>
          <Show when={!asList() && drawn()}>
            {(ring) => (
              <RingDrawing
                centre={props.data.centre}
                plan={ring().plan}
                measure={ring().measure}
                pointed={pointed()}
                onSelect={props.onSelect}
              />
            )}
          </Show>
          <Show when={asList() || crowded()}>
            <RingList
              people={props.data.people}
              short={!asList() && props.data.people.length > 16}
              onSelect={props.onSelect}
              onPoint={setPointed}
            />
          </Show>
        </div>
        <Legend people={props.data.people} asList={asList()} onToggle={() => setAsList((was) => !was)} />
      </Show>
    </div>
  );
}
