// What the receiving service has to do with a notification and has done: both clocks, the steps, and the next one to press.
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { WelfareNotification, WelfareStep } from '../../shared/welfare-notification.ts';
import { markWelfareReceived } from '../../shared/welfare-notifications.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { StatutoryClock } from '../cases/statutory-clock.tsx';
import { useDoing } from '../consultations/consultations-query.ts';
import { dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { ConcludeDialog } from './conclude-dialog.tsx';
import { GoOn } from './go-on.tsx';
import { JudgeDialog } from './judge-dialog.tsx';
import styles from './welfare.module.css';

export function Handling(props: { of: WelfareNotification }): JSX.Element {
  const can = (act: WelfareNotification['can'][number]) => props.of.can.includes(act);
  const doing = useDoing();
  const [open, setOpen] = createSignal<'judge' | 'conclude'>();
  const close = () => setOpen(undefined);
  const done = (kind: WelfareStep['kind']) => props.of.steps.some((step) => step.kind === kind);
  const receive = async () => {
    const params = { welfareNotificationId: props.of.id };
    const body = { seen: props.of.steps.length };
    if (await doing.run({ params, body }, (key) => call(markWelfareReceived, { params, body, key })))
      showToast(t('welfare.recorded'));
  };
  return (
    <section class={`sheet ${styles.handling}`} aria-labelledby="handling">
      <h2 id="handling">{t('welfare.handling')}</h2>
      <dl class={styles.facts}>
        <div>
          <dt>{t('consultation.receivedShort')}</dt>
          <dd>{dateTime(props.of.receivedAt)}</dd>
        </div>
        <div>
          <dt>{t('welfare.urgencyClock')}</dt>
          <dd class={styles.state} data-turn={props.of.handlingBeganAt === null ? '' : undefined}>
            {props.of.handlingBeganAt === null
              ? t('welfare.urgencyNow')
              : t('welfare.urgencyDone', { date: dateTime(props.of.handlingBeganAt) })}
          </dd>
        </div>
      </dl>
      <StatutoryClock clock={props.of.decision} label={t('welfare.decisionClock')} />
      <Show when={props.of.can.length === 0}>
        <p class="quiet">{t('welfare.ownNotification')}</p>
      </Show>
      <div class={styles.ways} data-screen-only>
        <Show when={can('mark-received')}>
          <Button kind="primary" busy={doing.busy()} onClick={() => void receive()}>
            {t('welfare.markReceived')}
          </Button>
        </Show>
        <Show when={can('judge-urgency')}>
          <Button
            kind={done('urgency-judged') ? 'secondary' : 'primary'}
            size={done('urgency-judged') ? 'small' : 'normal'}
            onClick={() => setOpen('judge')}
          >
            {t(done('urgency-judged') ? 'welfare.judgeAgain' : 'welfare.judge')}
          </Button>
        </Show>
        <Show when={can('conclude')}>
          <Button
            kind={done('concluded') ? 'secondary' : 'primary'}
            size={done('concluded') ? 'small' : 'normal'}
            onClick={() => setOpen('conclude')}
          >
            {t(done('concluded') ? 'welfare.concludeAgain' : 'welfare.conclude')}
          </Button>
        </Show>
      </div>
      <Show when={can('mark-received')}>
        <p class="quiet">{t('welfare.markReceivedLead')}</p>
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
      <Show when={done('urgency-judged')}>
        <GoOn of={props.of} />
      </Show>
      <Steps steps={props.of.steps} />
      <Show when={open() === 'judge'}>
        <JudgeDialog of={props.of} onClose={close} />
      </Show>
      <Show when={open() === 'conclude'}>
        <ConcludeDialog of={props.of} onClose={close} />
      </Show>
    </section>
  );
}

const stepWords = (step: WelfareStep): string => {
  if (step.kind === 'received') return t('welfare.stepReceived');
  return step.kind === 'concluded'
    ? t(`welfareConclusion.${step.verdict}`)
    : t(`urgencyVerdict.${step.verdict}`);
};

function Steps(props: { steps: readonly WelfareStep[] }): JSX.Element {
  return (
    <Show when={props.steps.length > 0}>
      <ol class={styles.facts}>
        <For each={props.steps}>
          {(step) => (
            <li>
              <p>
                <Show when={step.kind === 'received'} fallback={stepWords(step)}>
                  {step.by.name} {stepWords(step)}
                </Show>
              </p>
              <Show when={step.kind !== 'received' && step.words}>
                {(words) => <p class={styles.plain}>{words()}</p>}
              </Show>
              <p class="quiet">
                <Show when={step.kind !== 'received'}>{step.by.name} · </Show>
                <time datetime={step.at}>{dateTime(step.at)}</time>
              </p>
            </li>
          )}
        </For>
      </ol>
    </Show>
  );
}
