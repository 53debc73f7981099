// One step: what, who, by when, and whether it is on its way to somebody else.
import { type JSX, Match, Show, Switch } from 'solid-js';
import type { Member, Workspace } from '../../shared/cases.ts';
import type { Step } from '../../shared/steps.ts';
import { memberOf } from '../cases/workspace.ts';
import { isoDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { DueWord } from '../today/due-word.tsx';
import { Avatar, initialsOf } from '../ui/avatar.tsx';
import { RestrictedMark } from '../ui/paper.tsx';
import { StepActs } from './step-acts.tsx';
import styles from './steps.module.css';

export function StepRow(props: {
  step: Step;
  workspace: Workspace;
  me: string;
  /** To whom it can be handed on. */
  doers: readonly Member[];
  readOnly: boolean;
}): JSX.Element {
  const doer = () => (props.step.doerId === null ? undefined : memberOf(props.workspace, props.step.doerId));
  const mine = () => props.me !== '' && props.step.doerId === props.me;
  return (
    <li class={styles.step} data-over={props.step.state === 'open' ? undefined : ''}>
      <div class={styles.head}>
        <p class={styles.text}>{props.step.text}</p>
        <p class={styles.due}>
          <Show
            when={props.step.state === 'open'}
            fallback={t(props.step.state === 'done' ? 'steps.stateDone' : 'steps.stateDropped')}
          >
            <DueWord dueOn={props.step.dueOn} today={isoDay(new Date())} bare />
          </Show>
        </p>
      </div>
      <p class={styles.doer}>
        <Show when={doer()} fallback={<RestrictedMark />}>
          {(one) => (
            <>
              <Avatar initials={initialsOf(one().name)} agency={one().agencyKind ?? 'family'} size="small" />
              <span>{mine() ? `${one().name}, ${t('steps.you')}` : one().name}</span>
            </>
          )}
        </Show>
      </p>
      <Offered step={props.step} workspace={props.workspace} me={props.me} doer={doer()} />
      <Show when={!props.readOnly}>
        <StepActs
          step={props.step}
          mine={mine()}
          others={props.doers.filter((one) => one.personId !== props.step.doerId)}
        />
      </Show>
    </li>
  );
}

/** To whom it is offered, and whose it is until then. */
function Offered(props: {
  step: Step;
  workspace: Workspace;
  me: string;
  doer: Member | undefined;
}): JSX.Element {
  const to = () =>
    props.step.offeredToId === null ? undefined : memberOf(props.workspace, props.step.offeredToId);
  const mine = () => props.step.doerId === props.me;
  return (
    <Switch>
      <Match when={props.me !== '' && props.step.offeredToId === props.me}>
        <p class={styles.offered}>
          {props.doer ? t('steps.offeredMe', { name: props.doer.name }) : t('steps.offeredMeUnnamed')}
        </p>
      </Match>
      <Match when={to()}>
        {(one) => (
          <p class={styles.offered}>
            {mine()
              ? t('steps.offeredMine', { name: one().name })
              : t('steps.offeredTo', { name: one().name })}
          </p>
        )}
      </Match>
    </Switch>
  );
}
