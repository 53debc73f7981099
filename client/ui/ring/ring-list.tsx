// The ring as a list: the same people in the same order, with everything in words.
import { createMemo, createSignal, Index, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { agencyKinds } from '../agency-kind.ts';
import { AgencyMark } from '../agency-mark.tsx';
import { Avatar } from '../avatar.tsx';
import type { RingPerson } from './ring-data.ts';
import styles from './ring-list.module.css';
import { states } from './words.ts';

type ListProps = {
  people: readonly RingPerson[];
  /** Beside a ring the list of a crowd begins with a few of each agency. */
  short?: boolean | undefined;
  onSelect?: ((person: RingPerson) => void) | undefined;
  /** Lets the ring beside it show who is meant. */
  onPoint?: ((id: string | undefined) => void) | undefined;
};

const few = 4;

export function RingList(props: ListProps): JSX.Element {
  const groups = createMemo(() =>
    agencyKinds
      .map((kind) => ({ kind, people: props.people.filter((person) => person.agencyKind === kind) }))
      .filter((group) => group.people.length > 0),
  );
  return (
    <ul class={styles.groups}>
      <Index each={groups()}>
        {(group) => (
          <li>
            <p class={styles.kind}>
              <AgencyMark kind={group().kind} />
            </p>
            <Group {...props} people={group().people} />
          </li>
        )}
      </Index>
    </ul>
  );
}

function Group(props: ListProps): JSX.Element {
  const [all, setAll] = createSignal(false);
  // One more would take no more room than the button.
  const whole = () => !props.short || all() || props.people.length <= few + 1;
  return (
    <>
      <ul>
        <Index each={props.people}>
          {(person, index) => (
            <li
              data-beyond={whole() || index < few ? undefined : ''}
              class={styles.person}
              onPointerEnter={() => props.onPoint?.(person().id)}
              onPointerLeave={() => props.onPoint?.(undefined)}
            >
              <Avatar
                initials={person().initials}
                agency={person().agencyKind}
                here={person().here}
                awaited={person().state === 'awaited'}
              />
              <span class={styles.words}>
                <span class={styles.who}>
                  <Show when={props.onSelect} fallback={<span class={styles.name}>{person().name}</span>}>
                    {(select) => (
                      <button type="button" class={styles.name} onClick={() => select()(person())}>
                        {person().name}
                      </button>
                    )}
                  </Show>{' '}
                  <span class={styles.role}>{person().role}</span>
                </span>
                <span class={styles.state}>{states(person()).join(' · ')}</span>
              </span>
            </li>
          )}
        </Index>
      </ul>
      <Show when={!whole()}>
        <button type="button" class={styles.more} onClick={() => setAll(true)} data-screen-only>
          {t('ring.more', { count: props.people.length })}
        </button>
      </Show>
    </>
  );
}
