// What the asker told beside the question.
import { For, type JSX, Show } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import styles from './request.module.css';
import { supportLines } from './words.ts';

/** What of a request is shown here; a preview has as much. */
export type ShownFacts = Pick<
  Consultation,
  'child' | 'ageBand' | 'grade' | 'supports' | 'absenceHours' | 'consent' | 'outcomes' | 'followUp'
>;

const hasFacts = (of: ShownFacts): boolean =>
  of.outcomes.length > 0 ||
  of.followUp !== null ||
  of.child !== null ||
  of.ageBand !== null ||
  of.grade !== null ||
  of.supports.length > 0 ||
  of.absenceHours.length > 0 ||
  of.consent !== '';

export function Facts(props: { of: ShownFacts }): JSX.Element {
  const tried = () => props.of.supports.filter((one) => one.tried === 'tried');
  const lines = () => supportLines(props.of.supports);
  return (
    <Show when={hasFacts(props.of)}>
      <section class={styles.facts} aria-labelledby="facts">
        <h2 id="facts">{t('consultation.facts')}</h2>
        <dl class={styles.list}>
          <Show when={props.of.child}>
            {(child) => (
              <>
                <div>
                  <dt>{t('consultation.child')}</dt>
                  <dd>
                    {child().name}
                    <Show when={child().birthDate}>{(born) => <>, {date(born())}</>}</Show>
                  </dd>
                </div>
                <Show when={child().ground}>
                  {(ground) => (
                    <div>
                      <dt>{t('consultation.ground')}</dt>
                      <dd>
                        {ground().statute || t(`groundKind.${ground().kind}`)}
                        <p class="quiet">{ground().evidence}</p>
                        <p class="quiet">
                          {ground()
                            .covers.map((one) => t(`dataClass.${one}`))
                            .join(', ')}
                        </p>
                        <Show when={ground().until}>
                          {(until) => <p class="quiet">{t('naming.groundUntil', { date: date(until()) })}</p>}
                        </Show>
                      </dd>
                    </div>
                  )}
                </Show>
              </>
            )}
          </Show>
          <Show when={props.of.ageBand}>
            {(age) => (
              <div>
                <dt>{t('consultation.age')}</dt>
                <dd>{t(`ageBand.${age()}`)}</dd>
              </div>
            )}
          </Show>
          <Show when={props.of.grade}>
            {(grade) => (
              <div>
                <dt>{t('consultation.grade')}</dt>
                <dd>{t(`grade.${grade()}`)}</dd>
              </div>
            )}
          </Show>
          <Show when={props.of.supports.length > 0}>
            <div>
              <dt>{t('consultation.supports')}</dt>
              <dd>
                <ul class={styles.tried}>
                  <For each={tried()}>
                    {(one) => (
                      <li>
                        {t(`support.${one.support}`)}
                        <Show when={one.note}>
                          <p class="quiet">{one.note}</p>
                        </Show>
                      </li>
                    )}
                  </For>
                </ul>
                <Show when={lines().notTried}>
                  {(list) => <p class="quiet">{t('consultation.supportsNot', { list: list() })}</p>}
                </Show>
                <Show when={lines().unfit}>
                  {(list) => <p class="quiet">{t('consultation.supportsUnfit', { list: list() })}</p>}
                </Show>
              </dd>
            </div>
          </Show>
          <Show when={props.of.absenceHours.length > 0}>
            <div>
              <dt>{t('consultation.absences')}</dt>
              <dd>
                <For each={props.of.absenceHours}>
                  {(one) => (
                    <p>
                      {t(`absenceReason.${one.reason}`)}: {t('consultation.hours', { count: one.hours })}
                    </p>
                  )}
                </For>
              </dd>
            </div>
          </Show>
          <Show when={props.of.outcomes.length > 0}>
            <div>
              <dt>{t('outcome.outcomes')}</dt>
              <For each={props.of.outcomes}>
                {(one) => (
                  <dd>
                    {t(`outcomeKind.${one.kind}`)}
                    <p class="quiet">{[one.words, one.by.name, date(one.at)].filter(Boolean).join(' · ')}</p>
                  </dd>
                )}
              </For>
            </div>
          </Show>
          <Show when={props.of.followUp}>
            {(said) => (
              <div>
                <dt>{t('outcome.followTitle')}</dt>
                <dd>
                  {t(`followUpAnswer.${said().helped}`)}
                  <Show when={said().words}>{(words) => <p class={styles.own}>{words()}</p>}</Show>
                </dd>
              </div>
            )}
          </Show>
          <Show when={props.of.consent}>
            <div>
              <dt>{t('consultation.consent')}</dt>
              <dd class={styles.own}>{props.of.consent}</dd>
            </div>
          </Show>
        </dl>
      </section>
    </Show>
  );
}
