// The ring as a list: the same people in the same order, with everything in words.
import { createMemo, Index, type JSX, Show } from 'solid-js';
import { agencyKinds } from '../agency-kind.ts';
import { AgencyMark } from '../agency-mark.tsx';
import { Avatar } from '../avatar.tsx';
import type { RingPerson } from './ring-data.ts';
import styles from './ring-list.module.css';
import { states } from './words.ts';

export function RingList(props: {
  people: readonly RingPerson[];
  onSelect?: ((person: RingPerson) => void) | undefined;
  /** Lets the ring beside it show who is meant. */
  onPoint?: ((id: string | undefined) => void) | undefined;
}): JSX.Element {
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
            <ul>
              <Index each={group().people}>
                {(person) => (
                  <li
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
                        <Show
                          when={props.onSelect}
                          fallback={<span class={styles.name}>{person().name}</span>}
                        >
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
          </li>
        )}
      </Index>
    </ul>
  );
}
