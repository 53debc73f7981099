// Proposed times in the correspondence, and choosing one of them.
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { chooseTime } from '../../shared/consultations-together.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { day, time } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import shapes from '../ui/shapes.module.css';
import { useDoing } from './consultations-query.ts';

type Turn = Consultation['messages'][number];

const none = 'none';

/** "ti 1.12. klo 10.00–10.30" */
const timeWords = (one: Turn['times'][number]): string =>
  `${day(one.from)} ${t('time.clock', { time: `${time(one.from)}–${time(one.to)}` })}`;

/** What was proposed: to be read by both sides. */
export function Proposed(props: { turn: Turn }): JSX.Element {
  return (
    <>
      <Show when={props.turn.way}>{(way) => <p>{t(`talkWay.${way()}`)}</p>}</Show>
      <ul>
        <For each={props.turn.times}>{(one) => <li class="numbers">{timeWords(one)}</li>}</For>
      </ul>
    </>
  );
}

/** What was chosen, of the proposal it is about. */
export function ChosenTime(props: { turn: Turn; of: Consultation }): JSX.Element {
  const chosen = () => {
    const proposal = props.of.messages.find((one) => one.id === props.turn.about);
    return props.turn.chosen === null ? undefined : proposal?.times[props.turn.chosen];
  };
  return (
    <p>
      <strong>
        <Show when={chosen()} fallback={t('withOthers.chosenNone')}>
          {(one) => <>{t('withOthers.chosen', { time: timeWords(one()) })}</>}
        </Show>
      </strong>
    </p>
  );
}

/** Of the last proposal, for whoever may choose. */
export function ChooseTime(props: { of: Consultation }): JSX.Element {
  const doing = useDoing(() => props.of.id);
  const [choice, setChoice] = createSignal('');
  const [tried, setTried] = createSignal(false);
  /** Answered once, a proposal is open no more. */
  const open = () => {
    const last = props.of.messages.filter((one) => one.kind === 'times-proposed').at(-1);
    return last && !props.of.messages.some((one) => one.about === last.id) ? last : undefined;
  };
  const send = async (messageId: string) => {
    setTried(true);
    if (choice() === '') return;
    const params = { consultationId: props.of.id };
    const body = { messageId, chosen: choice() === none ? null : Number(choice()), text: '', checked: true };
    await doing.run(body, (key) => call(chooseTime, { params, body, key }));
  };
  return (
    <Show when={props.of.can.includes('choose-time') && open()}>
      {(proposal) => (
        <div class={shapes.panel}>
          <RadioGroup
            label={t('withOthers.choose')}
            value={choice()}
            options={[
              ...proposal().times.map((one, index) => ({ value: String(index), label: timeWords(one) })),
              { value: none, label: t('withOthers.noneFits') },
            ]}
            onChange={setChoice}
            error={tried() && choice() === '' ? t('withOthers.needTimeChoice') : undefined}
          />
          <div>
            <Button kind="primary" size="small" busy={doing.busy()} onClick={() => void send(proposal().id)}>
              {t('withOthers.chooseDo')}
            </Button>
          </div>
          <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
        </div>
      )}
    </Show>
  );
}
