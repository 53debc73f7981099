// What was opened by emergency access, as far as it concerns the reader: the own, and what they review or answer for.
import { useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { type GlassUse, listBreakGlass } from '../../shared/break-glass.ts';
import { Answered } from '../api/answered.tsx';
import { call } from '../api/call.ts';
import { agencyName } from '../cases/members-words.ts';
import { date, dateTime, time } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { todayKey } from '../live/index.ts';
import { viewKindWords } from '../sharing/log-words.ts';
import { Page } from '../shell/page.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import shapes from '../ui/shapes.module.css';
import styles from './break-glass.module.css';
import { ReviewForm } from './review-form.tsx';

/** Read anew with Today: what happens to it is told there. */
export const usesKey = [...todayKey, 'break-glass'] as const;

export function GlassUsesPage(): JSX.Element {
  const query = useQuery(() => ({
    queryKey: usesKey,
    queryFn: ({ signal }) => call(listBreakGlass, { signal }),
    reconcile: 'id',
  }));
  return (
    <Page title={t('glass.usesTitle')} windowTitle={t('glass.usesTitle')}>
      <Answered query={query}>
        {(answer) => (
          <div class={`${shapes.stack} ${styles.uses}`}>
            <p>{t('glass.usesLead')}</p>
            <Show
              when={answer().uses.length > 0}
              fallback={
                <EmptyState icon="eye" title={t('glass.usesNone')}>
                  {t('glass.usesNoneDetail')}
                </EmptyState>
              }
            >
              <For each={answer().uses}>{(use) => <Use use={use} />}</For>
            </Show>
            <Show when={answer().vain.length > 0}>
              <Section title={t('glass.vainTitle')} lead={t('glass.vainLead')}>
                <Rows>
                  <For each={answer().vain}>
                    {(one) => (
                      <Row>
                        <p>
                          {t('glass.vainLine', {
                            name: one.name,
                            count: one.looks,
                            date: date(one.lastAt),
                          })}
                        </p>
                      </Row>
                    )}
                  </For>
                </Rows>
              </Section>
            </Show>
          </div>
        )}
      </Answered>
    </Page>
  );
}

const isRunning = (use: GlassUse): boolean => use.endedAt === null && use.until > new Date().toISOString();

const stateOf = (use: GlassUse): string => {
  if (isRunning(use)) return t('glass.running', { time: time(use.until) });
  return use.review ? t(`glass.finding_${use.review.finding}`) : t('glass.waiting');
};

function Use(props: { use: GlassUse }): JSX.Element {
  const looked = () =>
    props.use.looked
      .map(({ kind, objects }) => (objects > 1 ? `${viewKindWords(kind)} (${objects})` : viewKindWords(kind)))
      .join(' · ');
  return (
    <article class={`sheet ${shapes.stack} ${styles.use}`}>
      <h2>
        {props.use.name}, {t(`profession.${props.use.profession}`)} ·{' '}
        <span class="numbers">{props.use.number}</span>
      </h2>
      <p>
        {agencyName(props.use.agency)} ·{' '}
        {t('glass.period', {
          from: dateTime(props.use.at),
          until: time(props.use.endedAt ?? props.use.until),
        })}{' '}
        · <span class={styles.state}>{stateOf(props.use)}</span>
      </p>
      <dl>
        <dt>{t('glass.reasonGiven')}</dt>
        <dd class={styles.reason}>{props.use.reason}</dd>
        <dt>{t('glass.looked')}</dt>
        <dd>{looked() || t('glass.lookedNone')}</dd>
        <Show when={props.use.opened.length > 0}>
          <dt>{t('glass.opened')}</dt>
          <dd>
            <For each={props.use.opened}>
              {(one) => (
                <p>
                  {t('glass.openedFrom', {
                    agency: agencyName(one.from),
                    classes: one.dataClasses.map((each) => t(`dataClass.${each}`)).join(', '),
                    evidence: one.evidence,
                  })}
                </p>
              )}
            </For>
          </dd>
        </Show>
        <Show when={props.use.review}>
          {(review) => (
            <>
              <dt>{t('glass.finding')}</dt>
              <dd>
                <p>
                  {t(`glass.finding_${review().finding}`)} ·{' '}
                  {t('glass.reviewedBy', { name: review().name, date: date(review().at) })}
                </p>
                <Show when={review().note}>{(note) => <p class={styles.reason}>{note()}</p>}</Show>
              </dd>
            </>
          )}
        </Show>
      </dl>
      <Show when={props.use.can.includes('review')}>
        <ReviewForm useId={props.use.id} />
      </Show>
    </article>
  );
}
