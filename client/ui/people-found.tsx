// People to choose from, each with profession and agency; how they were found is somebody else's business.
import { For, type JSX, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import type { AgencyKind } from './agency-kind.ts';
import { AgencyMark } from './agency-mark.tsx';
import styles from './people-found.module.css';

export type FoundPerson = {
  readonly key: string;
  readonly name: string;
  /** Profession, or part in the family. */
  readonly words: string;
  /** Null where only the name is known: then without its mark. */
  readonly agencyKind: AgencyKind | null;
  readonly agencyName: string;
};

export function PeopleFound<P extends FoundPerson>(props: {
  people: readonly P[];
  nobody: string;
  onChoose: (person: P) => void;
}): JSX.Element {
  return (
    <>
      <p class="visually-hidden" role="status">
        {t('ui.people', { count: props.people.length })}
      </p>
      <Show when={props.people.length > 0} fallback={<p>{props.nobody}</p>}>
        <ul class={styles.found}>
          <For each={props.people}>
            {(one) => (
              <li>
                <button type="button" class={styles.choice} onClick={() => props.onChoose(one)}>
                  <span>
                    <strong>{one.name}</strong> <span class="quiet">{one.words}</span>
                  </span>
                  <Show when={one.agencyKind} fallback={<span class="quiet">{one.agencyName}</span>}>
                    {(kind) => <AgencyMark kind={kind()} word={one.agencyName} />}
                  </Show>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </>
  );
}
