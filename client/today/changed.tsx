// What changed in my cases since my last visit to each.
import { For, type JSX, Show } from 'solid-js';
import type { Today } from '../../shared/today.ts';
import { activityArea, activityWords, familyActivityWords } from '../cases/activity-words.ts';
import { when } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Row, Rows, Section } from '../ui/section.tsx';
import { CaseLink } from './case-link.tsx';
import styles from './today.module.css';
import { toldChanges } from './told-changes.ts';

/** The family is not told of what the professionals arrange among themselves. */
const told = (one: Today['changed'][number]): string | undefined =>
  session()?.family ? familyActivityWords(one.activity) : activityWords(one.activity);

export function Changed(props: { changed: Today['changed'] }): JSX.Element {
  const shown = () => toldChanges(props.changed);
  return (
    <Show when={shown().length > 0}>
      <Section title={t('today.changedTitle')}>
        <Rows>
          <For each={shown()}>
            {(one) => (
              <Row end={<time class="quiet">{when(one.activity.at, new Date())}</time>}>
                <p>
                  <strong>{one.personName}</strong> {told(one)}{' '}
                  <Show when={activityArea(one.activity)}>
                    {(area) => <em class={styles.area}>{area()}</em>}
                  </Show>
                </p>
                <p class="quiet">
                  <CaseLink of={one} />
                </p>
              </Row>
            )}
          </For>
        </Rows>
      </Section>
    </Show>
  );
}
