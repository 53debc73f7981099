// What can be done with a step: a press, or a press and a few words.
import { createSignal, For, type JSX, Match, Switch } from 'solid-js';
import type { Member } from '../../shared/cases.ts';
import { type StepAct, stepActs } from '../../shared/steps.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { FieldError } from '../ui/field.tsx';
import { showToast } from '../ui/toast.tsx';
import { type Movable, useMoving } from './moving.ts';
import { OfferDialog } from './offer-dialog.tsx';
import { ReasonedDialog } from './reasoned-dialog.tsx';
import styles from './steps.module.css';

const words = {
  done: 'steps.actDone',
  reopen: 'steps.actReopen',
  postpone: 'steps.actPostpone',
  offer: 'steps.actOffer',
  accept: 'steps.actAccept',
  decline: 'steps.actDecline',
  'take-back': 'steps.actTakeBack',
  drop: 'steps.actDrop',
} as const satisfies Record<StepAct, string>;

const told = {
  done: 'steps.toldDone',
  reopen: 'steps.toldReopened',
  accept: 'steps.toldAccepted',
  decline: 'steps.toldDeclined',
  'take-back': 'steps.toldTakenBack',
} as const;
type Press = keyof typeof told;
const isPress = (act: StepAct): act is Press => act in told;

export function StepActs(props: {
  step: Movable;
  /** Is it the reader's own to do? */
  mine: boolean;
  /** To whom it can be handed on; undefined where that is not known, and it is done elsewhere. */
  others: readonly Member[] | undefined;
}): JSX.Element {
  const moving = useMoving();
  const [asking, setAsking] = createSignal<StepAct>();
  const acts = () =>
    stepActs.filter((act) => props.step.can.includes(act) && (act !== 'offer' || props.others !== undefined));
  const press = async (act: Press) => {
    const { step } = props;
    const version = await moving.move(step, act);
    if (version === undefined) return;
    showToast(t(told[act]), act === 'done' ? moving.undoDone(step, version) : undefined);
  };
  const close = () => setAsking(undefined);
  return (
    <>
      <div class={styles.acts} data-screen-only>
        <For each={acts()}>
          {(act) => (
            <Button
              size="small"
              kind={act === 'accept' ? 'primary' : 'quiet'}
              icon={act === 'done' ? 'check' : undefined}
              busy={moving.busy()}
              onClick={() => void (isPress(act) ? press(act) : setAsking(act))}
            >
              {t(words[act])}
              <span class="visually-hidden">: {props.step.text}</span>
            </Button>
          )}
        </For>
      </div>
      <FieldError
        id={`step-${props.step.id}`}
        text={moving.problem() ? wordsFor(moving.problem()) : undefined}
      />
      <Switch>
        <Match when={asking() === 'postpone'}>
          <ReasonedDialog act="postpone" step={props.step} onClose={close} />
        </Match>
        <Match when={asking() === 'drop'}>
          <ReasonedDialog act="drop" step={props.step} onClose={close} />
        </Match>
        <Match when={asking() === 'offer'}>
          <OfferDialog step={props.step} mine={props.mine} others={props.others ?? []} onClose={close} />
        </Match>
      </Switch>
    </>
  );
}
