// Steps under each other: what is open, and folded away what is over. Each can be moved where it stands.
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import type { Step } from '../../shared/steps.ts';
import { compare } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { doersIn } from './line-draft.ts';
import type { Listed } from './listed.ts';
import { StepRow } from './step-row.tsx';
import styles from './steps.module.css';

/** Everybody to whom a step can be given, by name. */
export const doersOf = (workspace: Workspace) =>
  doersIn(workspace, new Date().toISOString()).sort((a, b) => compare(a.name, b.name));

export function StepLists(props: {
  steps: Listed;
  workspace: Workspace;
  /** Whose eyes these are; empty where the case is looked at as somebody else. */
  me: string;
  /** Said where none is open. */
  none: string;
}): JSX.Element {
  const doers = createMemo(() => doersOf(props.workspace));
  const row = (step: Step) => (
    <StepRow
      step={step}
      workspace={props.workspace}
      me={props.me}
      doers={doers()}
      readOnly={props.me === ''}
    />
  );
  return (
    <>
      <Show when={props.steps.open.length > 0} fallback={<p class="quiet">{props.none}</p>}>
        <ul class={styles.steps}>
          <For each={props.steps.open}>{row}</For>
        </ul>
      </Show>
      <Show when={props.steps.over.length > 0}>
        <Disclosure summary={t('steps.past', { count: props.steps.over.length })}>
          <ul class={styles.steps}>
            <For each={props.steps.over}>{row}</For>
          </ul>
        </Disclosure>
      </Show>
    </>
  );
}
