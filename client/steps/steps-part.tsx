// The steps of a case, or of one item on an agenda: what is agreed, what became of it, and the line that adds one.
import { createMemo, For, type JSX, Show, Suspense } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { t } from '../i18n/index.ts';
import { Skeleton } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { comingBack, listed } from './listed.ts';
import { StepLine } from './step-line.tsx';
import { doersOf, StepLists } from './step-lists.tsx';
import { StepRow } from './step-row.tsx';
import styles from './steps.module.css';

/** Live by itself where the workspace is: a step that changes comes with it. */
export function StepsPart(props: {
  caseId: string;
  workspace: Workspace;
  /** Whose eyes these are; empty where the case is looked at as somebody else. */
  me: string;
  /** The item in which they are agreed; null for all of the case. */
  agendaItemId: string | null;
  /** In a meeting: the agencies of those in the room, who are to see what is written there. */
  agencyIds?: readonly string[] | undefined;
  look?: 'plain' | 'sheet' | undefined;
}): JSX.Element {
  const steps = createMemo(() => listed(props.workspace.steps, props.agendaItemId));
  const doers = createMemo(() => doersOf(props.workspace));
  const mayWrite = () => props.me !== '' && props.workspace.case.can.includes('write');
  return (
    <Show when={mayWrite() || props.workspace.steps.length > 0}>
      <Section title={t('steps.title')} look={props.look}>
        <StepLists steps={steps()} workspace={props.workspace} me={props.me} none={t('steps.none')} />
        <Show when={mayWrite()}>
          <Suspense fallback={<Skeleton lines={2} />}>
            <StepLine
              caseId={props.caseId}
              workspace={props.workspace}
              me={props.me}
              doers={doers()}
              agendaItemId={props.agendaItemId}
              agencyIds={props.agencyIds ?? []}
            />
          </Suspense>
        </Show>
      </Section>
    </Show>
  );
}

export type ComingBack = {
  readonly workspace: Workspace;
  readonly me: string;
  /** The item that is taken up: what is agreed in it is not of before. */
  readonly agendaItemId: string;
  /** When the case was discussed before. */
  readonly since: string;
};

/** What comes back when a case is taken up again, to be done, put off or handed on in place; and what became of the others since. */
export function StepsComingBack(props: ComingBack): JSX.Element {
  const steps = createMemo(() => comingBack(props.workspace.steps, props.agendaItemId, props.since));
  return (
    <StepLists steps={steps()} workspace={props.workspace} me={props.me} none={t('meetingNews.stepsNone')} />
  );
}

/** For the family: what is agreed, of what they see, in plain words. */
export function AgreedSteps(props: { workspace: Workspace; me: string }): JSX.Element {
  const steps = createMemo(() => listed(props.workspace.steps, null).open);
  return (
    <Show when={steps().length > 0}>
      <Section title={t('steps.familyTitle')} lead={t('steps.familyLead')}>
        <ul class={styles.steps}>
          <For each={steps()}>
            {(step) => <StepRow step={step} workspace={props.workspace} me={props.me} doers={[]} readOnly />}
          </For>
        </ul>
      </Section>
    </Show>
  );
}
