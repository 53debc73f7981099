// What changed in my cases since my last visit to each.
import { For, type JSX, Show } from 'solid-js';
import type { Today } from '../../shared/today.ts';
import { activityArea, activityWords } from '../cases/activity-words.ts';
import { when } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Row, Rows, Section } from '../ui/section.tsx';
import { CaseLink } from './case-link.tsx';
import styles from './today.module.css';

export function Changed(props: { changed: Today['changed'] }): JSX.Element {
  return (
    <Show when={props.changed.length > 0}>
      <Section title={t('today.changedTitle')}>
        <Rows>
          <For each={props.changed}>
            {(one) => (
              <Row end={<time class="quiet">{when(one.activity.at, new Date())}</time>}>
                <p>
                  <strong>{one.personName}</strong> {activityWords(one.activity)}{' '}
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
