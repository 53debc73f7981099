// Writing a turn: kept as it is typed, seen by the other side once it is sent, and in an anonymous request looked at for
// what tells who the child is.
import { createSignal, type JSX, Show } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { answerConsultation, askMore, tellMore } from '../../shared/consultations.ts';
import { advise, noteTalk } from '../../shared/consultations-together.ts';
import { CallError, call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { SavedAt } from '../ui/saved-at.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useDoing } from './consultations-query.ts';
import { FindingList, marksOf } from './finding-list.tsx';
import { type Found, foundIn, movedWith, type Place } from './findings.ts';
import { LikelyDialog } from './likely-dialog.tsx';
import styles from './request.module.css';

type Act = Consultation['can'][number];

const path = 'text';
const routes = {
  answer: answerConsultation,
  'ask-more': askMore,
  advise,
  'note-talk': noteTalk,
  'tell-more': tellMore,
} as const;
type Turn = keyof typeof routes;
const turns = ['answer', 'ask-more', 'advise', 'note-talk', 'tell-more'] as const satisfies readonly Turn[];
const sendWords = {
  answer: 'consultation.sendAnswer',
  'ask-more': 'consultation.sendAskMore',
  advise: 'consultation.sendAdvice',
  'note-talk': 'withOthers.sendTalk',
  'tell-more': 'consultation.sendTellMore',
} as const;

/** Where the server found something, as it says so in the answer that refuses. */
const placesIn = (problem: unknown, certain: boolean): Place[] =>
  problem instanceof CallError
    ? (problem.body?.places ?? []).map((one) => ({ ...one, path, kind: one.kind as Place['kind'], certain }))
    : [];

/** @param aside the answer is written together on the same page: the box waits until it is asked for */
export function TurnForm(props: { of: Consultation; aside: boolean }): JSX.Element {
  const can = (act: Act) => props.of.can.includes(act);
  const mine = () => turns.filter(can);
  const [opened, setOpened] = createSignal(false);
  /** Whose turn it is finds the box open. */
  const open = () =>
    opened() || (!props.aside && (can('answer') || can('advise'))) || props.of.waitsFor === 'asking';
  const word = () => t(props.aside && can('answer') ? 'jointAnswer.aloneOrMore' : 'consultation.writeMore');
  return (
    <Show when={mine().length > 0}>
      <Show
        when={open()}
        fallback={
          <div data-screen-only>
            <Button icon="pen" onClick={() => setOpened(true)}>
              {word()}
            </Button>
          </div>
        }
      >
        <Writing of={props.of} turns={mine()} onSent={() => setOpened(false)} />
      </Show>
    </Show>
  );
}

function Writing(props: { of: Consultation; turns: readonly Turn[]; onSent: () => void }): JSX.Element {
  // A form that has served is used no more: the next turn begins a new one.
  const [turn, setTurn] = createSignal(1);
  return (
    <Show when={turn()} keyed>
      {(_) => (
        <Box
          of={props.of}
          turns={props.turns}
          onSent={() => {
            setTurn(turn() + 1);
            props.onSent();
          }}
        />
      )}
    </Show>
  );
}

function Box(props: { of: Consultation; turns: readonly Turn[]; onSent: () => void }): JSX.Element {
  const form = useForm(`turn:${props.of.id}`);
  const doing = useDoing(() => props.of.id);
  const [tried, setTried] = createSignal(false);
  const [found, setFound] = createSignal<readonly Found[]>([]);
  const [likely, setLikely] = createSignal<{ turn: Turn; found: readonly Found[] }>();
  let area: HTMLTextAreaElement | undefined;
  const text = () => form.text('text');
  const type = (next: string) => {
    setFound((all) => movedWith(all, path, text(), next));
    form.type('text', next);
  };
  const show = (one: Found) => {
    area?.focus();
    area?.setSelectionRange(one.from, one.to);
  };
  const send = async (turn: Turn, checked: boolean) => {
    setTried(true);
    if (text().trim() === '') return area?.focus();
    const params = { consultationId: props.of.id };
    const body = { text: text().trim(), checked };
    // Places are told in what was sent; the box may begin with a space.
    const shift = text().length - text().trimStart().length;
    const done = await doing.run({ turn, ...body }, (key) => call(routes[turn], { params, body, key }));
    if (done) {
      await form.discard().catch(() => undefined);
      showToast(t('consultation.sentTurn'));
      return props.onSent();
    }
    const problem = doing.problem();
    if (!(problem instanceof CallError)) return;
    const certain = problem.id === 'identifying';
    const places = placesIn(problem, certain).map((one) => ({
      ...one,
      from: one.from + shift,
      to: one.to + shift,
    }));
    const next = foundIn(places, text);
    setFound(next);
    if (problem.id !== 'perhaps-identifying') return;
    doing.forget();
    setLikely({ turn, found: next });
  };
  const label = () => {
    if (props.turns.includes('answer')) return t('consultation.writeAnswer');
    return t(props.turns.includes('advise') ? 'consultation.writeAdvice' : 'consultation.writeMore');
  };
  return (
    <section class={styles.writing} aria-label={label()}>
      <Show when={form.ready()} fallback={<Skeleton lines={3} />}>
        <TextArea
          label={label()}
          hint={t('consultation.writeHint')}
          look="narrative"
          rows={props.turns.includes('answer') ? 7 : 4}
          maxLength={8_000}
          spellcheck={true}
          value={text()}
          marks={marksOf(found(), path)}
          element={(el) => {
            area = el;
          }}
          onInput={type}
          onBlur={() => form.field('text').leave()}
          error={tried() && text().trim() === '' ? t('consultation.needText') : undefined}
        />
        <FindingList found={found()} path={path} onShow={show} />
        <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
        <div class={styles.send}>
          {props.turns.map((turn, index) => (
            <Button
              kind={index === 0 ? 'primary' : 'secondary'}
              busy={doing.busy()}
              onClick={() => void send(turn, false)}
            >
              {t(sendWords[turn])}
            </Button>
          ))}
          <Show when={form.saved()}>{(state) => <SavedAt state={state()} />}</Show>
        </div>
      </Show>
      <LikelyDialog
        found={likely()?.found}
        busy={doing.busy()}
        onBack={() => {
          const first = likely()?.found[0];
          setLikely(undefined);
          if (first) setTimeout(() => show(first));
        }}
        onSend={() => {
          const turn = likely()?.turn;
          setLikely(undefined);
          if (turn) void send(turn, true);
        }}
      />
    </section>
  );
}
