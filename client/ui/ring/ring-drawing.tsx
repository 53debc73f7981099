// The ring as drawn: arcs, dots, names. Arcs and lines are an SVG that screen readers skip; every person is a button
// in a list, and one of them at a time is in the tab order. Dots are kept by place and not made anew, so that focus stays when
// presence changes.
import { createMemo, createSignal, For, Index, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { Icon } from '../icon.tsx';
import { labelLines, type Measure, type Named, type RingPlan } from './plan.ts';
import type { RingData, RingPerson } from './ring-data.ts';
import styles from './ring-drawing.module.css';
import { spoken } from './words.ts';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function RingDrawing(props: {
  centre: RingData['centre'];
  plan: RingPlan;
  measure: Measure;
  pointed: string | undefined;
  onSelect?: ((person: RingPerson) => void) | undefined;
}): JSX.Element {
  const [focused, setFocused] = createSignal(0);
  const stop = () => Math.min(focused(), props.plan.dots.length - 1);
  let list: HTMLUListElement | undefined;
  const move = (event: KeyboardEvent) => {
    const count = props.plan.dots.length;
    const step = steps[event.key];
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? count - 1 : step && (stop() + step + count) % count;
    if (to === undefined) return;
    event.preventDefault();
    setFocused(to);
    list?.querySelectorAll('button')[to]?.focus();
  };
  // A long name is set smaller rather than broken; Literata is about 0.56 em a letter.
  const nameSize = () =>
    Math.max(13, Math.min(23, (props.plan.circle.radius * 0.84) / (0.56 * props.centre.name.length)));
  const px = (value: number) => `${value.toFixed(1)}px`;
  return (
    <div
      class={styles.ring}
      data-small={props.plan.dotRadius < 12 ? '' : undefined}
      style={{ width: px(props.plan.width), height: px(props.plan.height) }}
    >
      <svg class={styles.lines} aria-hidden="true" width={props.plan.width} height={props.plan.height}>
        <For each={props.plan.arcs}>
          {(arc) => <path class={styles.arc} data-agency={arc.kind} d={arc.path} />}
        </For>
        <For each={props.plan.labels?.filter((label) => label.moved)}>
          {(label) => (
            <line
              class={styles.leader}
              x1={label.dot.x}
              y1={label.dot.y}
              x2={label.side === 'start' ? label.left - 3 : label.left + label.width + 3}
              y2={label.top + label.height / 2}
            />
          )}
        </For>
      </svg>
      <p
        class={styles.centre}
        style={{
          left: px(props.plan.circle.x),
          top: px(props.plan.circle.y),
          width: px(props.plan.circle.radius * 0.96),
          height: px(props.plan.circle.radius * 0.96),
        }}
      >
        <span class={styles.child} style={{ 'font-size': px(nameSize()) }}>
          {props.centre.name}
        </span>
        <span class={styles.detail}>{props.centre.detail}</span>
      </p>
      <ul
        ref={(el) => {
          list = el;
        }}
        aria-label={t('ring.label', { name: props.centre.name })}
        onKeyDown={move}
      >
        <Index each={props.plan.dots}>
          {(dot, index) => (
            <li>
              <button
                type="button"
                class={styles.dot}
                tabindex={index === stop() ? 0 : -1}
                aria-label={spoken(dot().person)}
                title={props.plan.labels ? undefined : spoken(dot().person)}
                data-agency={dot().person.agencyKind}
                data-here={dot().person.here || dot().person.writing ? '' : undefined}
                data-awaited={dot().person.state === 'awaited' ? '' : undefined}
                data-writing={dot().person.writing ? '' : undefined}
                data-pointed={props.pointed === dot().person.id ? '' : undefined}
                style={{
                  left: px(dot().x),
                  top: px(dot().y),
                  width: px(props.plan.dotRadius * 2),
                  height: px(props.plan.dotRadius * 2),
                  'font-size': px(Math.min(13, props.plan.dotRadius * 0.68)),
                }}
                onFocus={() => setFocused(index)}
                onClick={() => props.onSelect?.(dot().person)}
              >
                <Show when={props.plan.dotRadius > 9}>{dot().person.initials}</Show>
                <Show when={dot().person.state === 'contributed' && props.plan.dotRadius > 12}>
                  <span class={styles.tick}>
                    <Icon name="check" size={14} />
                  </span>
                </Show>
              </button>
            </li>
          )}
        </Index>
      </ul>
      <div aria-hidden="true">
        <For each={props.plan.labels}>
          {(label) => (
            <p
              class={styles.label}
              data-side={label.side}
              style={{
                left: px(label.left),
                top: px(label.top),
                width: px(label.width),
                height: px(label.height),
              }}
            >
              <LabelText person={label.dot.person} measure={props.measure} room={label.width} />
            </p>
          )}
        </For>
      </div>
    </div>
  );
}

function LabelText(props: { person: Named; measure: Measure; room: number }): JSX.Element {
  const lines = createMemo(() => labelLines(props.person, props.measure, props.room));
  return (
    <>
      <For each={lines().name}>{(line) => <span class={styles.name}>{line}</span>}</For>
      <For each={lines().details}>{(line) => <span class={styles.line}>{line}</span>}</For>
    </>
  );
}
