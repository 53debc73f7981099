// The sheet in the middle: the presenter's question, the phase with what it asks, and what is written in it.
import { createEffect, createMemo, For, type JSX, Match, on, Show, Switch } from 'solid-js';
import type { Phase } from '../../../shared/meeting.ts';
import { t } from '../../i18n/index.ts';
import { CaseNews, isOpening } from './case-news.tsx';
import { ChildVoicePart } from './child-voice-part.tsx';
import { DecisionsPart } from './decisions-part.tsx';
import { HypothesesPart, useProvisional } from './hypotheses-part.tsx';
import styles from './parts.module.css';
import { phaseQuestions, phaseTitle } from './phase-words.ts';
import { Question } from './question.tsx';
import { ReflectionPart } from './reflection-part.tsx';
import { useRoom } from './room.ts';
import { SectionPart } from './section-part.tsx';
import { ItemSteps } from './steps-part.tsx';

const isTogether = ({ part }: Phase): boolean => part !== 'none';

/** Phases with a way of their own to write in them; a team's own phase of the same key has the same way. */
const ownWays = new Set(['hypotheses', 'reflection', 'child-voice']);

function Written(props: { phase: Phase }): JSX.Element {
  return (
    <>
      <Switch>
        <Match when={props.phase.key === 'hypotheses'}>
          <HypothesesPart />
        </Match>
        <Match when={props.phase.key === 'reflection'}>
          <ReflectionPart />
        </Match>
        <Match when={props.phase.key === 'child-voice'}>
          <ChildVoicePart />
        </Match>
        <Match when={!isTogether(props.phase) && !ownWays.has(props.phase.key)}>
          <p class="quiet">{t('meetingRoom.notTogether')}</p>
        </Match>
      </Switch>
      <Show when={isTogether(props.phase)}>
        <SectionPart phase={props.phase} />
      </Show>
      <Show when={props.phase.key === 'steps'}>
        <ItemSteps />
        <DecisionsPart />
      </Show>
    </>
  );
}

function Title(props: { title: string; note?: string | undefined }): JSX.Element {
  let heading: HTMLHeadingElement | undefined;
  // Whoever read further down is brought to where the new phase begins; whoever sees its heading is left alone.
  createEffect(
    on(
      () => props.title,
      () => heading?.scrollIntoView({ block: 'nearest' }),
      { defer: true },
    ),
  );
  return (
    <header class={styles.title}>
      <h2
        id="meeting-phase"
        tabindex="-1"
        ref={(element) => {
          heading = element;
        }}
      >
        {props.title}
      </h2>
      <Show when={props.note}>
        <span class={styles.note}>{props.note}</span>
      </Show>
    </header>
  );
}

function InPhase(props: { phase: Phase }): JSX.Element {
  const { room } = useRoom();
  const provisional = useProvisional();
  const note = () => (props.phase.key === 'hypotheses' && room().as === 'team' ? provisional() : undefined);
  return (
    <>
      <Title title={phaseTitle(props.phase)} note={note()} />
      <Show when={phaseQuestions(props.phase).length > 0}>
        <ul class={styles.guiding} aria-label={t('meetingRoom.guiding')}>
          <For each={phaseQuestions(props.phase)}>{(words) => <li>{words}</li>}</For>
        </ul>
      </Show>
      <Show when={isOpening(room().meeting.phases, props.phase.key)}>
        <CaseNews />
      </Show>
      <Written phase={props.phase} />
    </>
  );
}

export function PhaseSheet(): JSX.Element {
  const { room, view } = useRoom();
  const part = () => view.spot()?.part;
  const phase = createMemo(() => {
    const index = part();
    return typeof index === 'number' ? room().meeting.phases[index] : undefined;
  });
  return (
    <section class={styles.sheet} aria-labelledby="meeting-phase">
      <Question />
      <Show
        when={part() !== 'own'}
        fallback={
          <>
            <Title title={t('meetingRoom.ownPart')} />
            <SectionPart phase={null} />
          </>
        }
      >
        {/* Another phase is another part of the memo, with fields of its own. */}
        <Show when={phase() && `${part()}`} keyed>
          {(_) => <Show when={phase()}>{(one) => <InPhase phase={one()} />}</Show>}
        </Show>
      </Show>
    </section>
  );
}
