// Today, of the steps: mine in all cases, and those that somebody offers me.
import { For, type JSX, Show } from 'solid-js';
import type { Today } from '../../shared/today.ts';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { CaseLink } from '../today/case-link.tsx';
import { DueWord } from '../today/due-word.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { StepActs } from './step-acts.tsx';
import styles from './steps.module.css';

type OwnStep = Today['steps'][number];

export function TodaySteps(props: { steps: readonly OwnStep[] }): JSX.Element {
  return (
    <Section title={t('steps.mineTitle')} look="sheet">
      <ul class={styles.steps}>
        <For each={props.steps}>{(step) => <Own step={step} />}</For>
      </ul>
    </Section>
  );
}

function Own(props: { step: OwnStep }): JSX.Element {
  const offered = () => {
    const { direction, name, can } = props.step;
    if (direction === 'to-me') return name ? t('steps.offeredMe', { name }) : t('steps.offeredMeUnnamed');
    if (!can.includes('take-back')) return '';
    return t('steps.offeredMine', { name: name ?? t('ui.restricted') });
  };
  return (
    <li class={styles.step}>
      <div class={styles.head}>
        <p class={styles.text}>{props.step.text}</p>
        <p class={styles.due}>
          <DueWord dueOn={props.step.dueOn} today={isoDay(new Date())} bare />
        </p>
      </div>
      <p>
        <CaseLink of={props.step} />
      </p>
      <Show when={offered()}>{(words) => <p class={styles.offered}>{words()}</p>}</Show>
      <div class={styles.acts}>
        <StepActs step={props.step} mine others={undefined} />
        <Show when={props.step.can.includes('offer') && session()?.family === false}>
          <LinkButton href={`/cases/${props.step.caseId}`} kind="quiet" size="small">
            {t('steps.actOffer')}
            <span class="visually-hidden">: {props.step.text}</span>
          </LinkButton>
        </Show>
      </div>
    </li>
  );
}
