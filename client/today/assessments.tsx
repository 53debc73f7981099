// My children with an open assessment: both statutory clocks, and who has not given their contribution yet.
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Today } from '../../shared/today.ts';
import { StatutoryClock } from '../cases/statutory-clock.tsx';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { LinkButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Section } from '../ui/section.tsx';
import { CaseLink } from './case-link.tsx';
import { DueWord } from './due-word.tsx';
import styles from './today.module.css';

type AssessmentRow = Today['assessments'][number];

/** The nearest open deadline first. */
const nextDate = (one: AssessmentRow): string =>
  one.decision.metOn === null && one.decision.dueOn < one.ready.dueOn ? one.decision.dueOn : one.ready.dueOn;

export function Assessments(props: { assessments: readonly AssessmentRow[] }): JSX.Element {
  const rows = createMemo(() =>
    [...props.assessments].sort((a, b) => nextDate(a).localeCompare(nextDate(b))),
  );
  return (
    <Show when={rows().length > 0}>
      <Section title={t('today.assessmentsTitle')}>
        <ul class={styles.assessments}>
          <For each={rows()}>{(one) => <OneAssessment of={one} />}</For>
        </ul>
      </Section>
    </Show>
  );
}

function OneAssessment(props: { of: AssessmentRow }): JSX.Element {
  const nothingAsked = () => props.of.missing.length === 0 && props.of.shared === 0;
  return (
    <li class={`sheet ${styles.assessment}`}>
      <div class={styles.head}>
        <h3>
          <CaseLink of={props.of} />
        </h3>
        <span class="quiet">{t('today.shared', { count: props.of.shared })}</span>
      </div>
      <div class={styles.clocks}>
        <Show when={props.of.decision.metOn === null}>
          <StatutoryClock clock={props.of.decision} label={t('deadline.decision')} />
        </Show>
        <StatutoryClock clock={props.of.ready} label={t('deadline.ready')} />
      </div>
      <Show
        when={props.of.missing.length > 0}
        fallback={
          <Show when={nothingAsked()} fallback={<p class="quiet">{t('today.complete')}</p>}>
            <div class={styles.head}>
              <p>{t('today.nothingAsked')}</p>
              <LinkButton href={`/cases/${props.of.caseId}/assessment`} size="small">
                {t('today.askNow')}
                <span class="visually-hidden">: {props.of.childGivenName}</span>
              </LinkButton>
            </div>
          </Show>
        }
      >
        <div>
          <h4 class={styles.small}>{t('today.missingTitle')}</h4>
          <ul class={styles.missing}>
            <For each={props.of.missing}>
              {(one) => (
                <li>
                  <span>
                    {one.name}: {t(`lifeArea.${one.area}`)}
                  </span>
                  <span class="quiet">
                    <DueWord dueOn={one.dueOn} today={isoDay(new Date())} />
                  </span>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <Show when={!props.of.childHeard}>
        <p class={styles.heard}>
          <Icon name="child" size={16} /> {t('today.childNotHeard')}
        </p>
      </Show>
    </li>
  );
}
