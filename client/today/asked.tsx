// What is asked of me and by when: one press opens exactly that contribution.
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Today } from '../../shared/today.ts';
import { answerAddress } from '../guests/link.ts';
import { isoDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { LinkButton } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { CaseLink } from './case-link.tsx';
import { DueWord } from './due-word.tsx';
import styles from './today.module.css';

type AskedRow = Today['asked'][number];

/** Where a contribution is written. */
export const contributionAddress = (caseId: string, area: string): string =>
  `/cases/${caseId}/assessment?area=${area}`;

export function Asked(props: { asked: readonly AskedRow[] }): JSX.Element {
  const rows = createMemo(() =>
    [...props.asked].sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')),
  );
  return (
    <Show when={rows().length > 0}>
      <Section title={t('today.askedTitle')} look="sheet">
        <Rows>
          <For each={rows()}>
            {(one) => (
              <Row
                end={
                  <LinkButton
                    href={
                      session()?.ownPassword === false
                        ? answerAddress(one.caseId, one.contributionId)
                        : contributionAddress(one.caseId, one.area)
                    }
                    kind="primary"
                    size="small"
                  >
                    {t(one.entryId ? 'today.goOn' : 'today.write')}
                    <span class="visually-hidden">
                      : {t(`lifeArea.${one.area}`)}, {one.childGivenName}
                    </span>
                  </LinkButton>
                }
              >
                <p>
                  <strong>{t(`lifeArea.${one.area}`)}</strong> · <CaseLink of={one} />
                </p>
                <Show when={one.question}>{(question) => <p class={styles.question}>{question()}</p>}</Show>
                <p class="quiet">
                  <DueWord dueOn={one.dueOn} today={isoDay(new Date())} /> ·{' '}
                  {t('today.askedBy', { name: one.askedByName, date: date(one.askedAt) })}
                </p>
              </Row>
            )}
          </For>
        </Rows>
      </Section>
    </Show>
  );
}
