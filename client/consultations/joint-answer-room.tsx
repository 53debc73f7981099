// Where the joint answer is written: the editor, who else is writing, and sending it after a last look. Fetched with the editor.
import { createSignal, type JSX, Show } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { blocksOf } from '../../shared/document-blocks.ts';
import { longestJointAnswer } from '../../shared/document-limits.ts';
import { wordsOf } from '../../shared/document-words.ts';
import { sendJointAnswer } from '../../shared/joint-answers.ts';
import { CallError, call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { number } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { useDocument } from '../together/live-document.ts';
import { type EditorHandle, TogetherEditor } from '../together/together-editor.tsx';
import { Button } from '../ui/button.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { useDoing } from './consultations-query.ts';
import { FindingList } from './finding-list.tsx';
import { type Found, foundIn, type Place } from './findings.ts';
import { JointAnswerPreview, type Reading } from './joint-answer-preview.tsx';
import { LikelyDialog } from './likely-dialog.tsx';
import styles from './request.module.css';
import { isMe } from './words.ts';

/** Whatever the server says that it found is in the words that were sent. */
const path = 'words';

const foundBy = (problem: CallError, words: string): Found[] => {
  const certain = problem.id === 'identifying';
  const places = (problem.body?.places ?? []).map((one) => ({
    ...one,
    kind: one.kind as Place['kind'],
    certain,
  }));
  return foundIn(places, () => words);
};

export function JointAnswerRoom(props: { of: Consultation; documentId: string }): JSX.Element {
  const document = useDocument(props.documentId);
  const doing = useDoing();
  const [empty, setEmpty] = createSignal(false);
  const [reading, setReading] = createSignal<Reading>();
  const [movedOn, setMovedOn] = createSignal(false);
  const [found, setFound] = createSignal<readonly Found[]>([]);
  const [likely, setLikely] = createSignal<{ found: readonly Found[]; words: string }>();
  let editor: EditorHandle | undefined;

  const readNow = (): Reading | undefined => {
    const doc = document.doc();
    return doc ? { words: wordsOf(doc), blocks: blocksOf(doc) } : undefined;
  };
  const look = (): void => {
    doing.forget();
    setFound([]);
    setMovedOn(false);
    const now = readNow();
    setEmpty(now !== undefined && now.words.trim() === '');
    if (now && now.words.trim() !== '') setReading(now);
  };
  const refused = (problem: unknown, words: string): void => {
    if (!(problem instanceof CallError)) return;
    if (problem.id === 'version-conflict') {
      // Somebody has written on: that is read, too, before it goes.
      doing.forget();
      setReading(readNow());
      setMovedOn(true);
      return;
    }
    setReading(undefined);
    const next = foundBy(problem, words);
    setFound(next);
    if (problem.id !== 'perhaps-identifying') return;
    doing.forget();
    setLikely({ found: next, words });
  };
  const send = async (words: string, checked: boolean): Promise<void> => {
    const params = { consultationId: props.of.id };
    const body = { words, checked };
    const done = await doing.run({ ...params, ...body }, (key) =>
      call(sendJointAnswer, { params, body, key }),
    );
    if (!done) return refused(doing.problem(), words);
    setReading(undefined);
    setFound([]);
    showToast(t('consultation.sentTurn'));
  };
  const show = (one: Found): void => editor?.select(one.from, one.to);
  const here = (): string[] => [
    ...new Set(
      [...document.others().values()].filter(({ author }) => !isMe(author)).map(({ author }) => author.name),
    ),
  ];
  const writes = () => document.state().writes && document.doc() !== null;
  const sends = () => props.of.can.includes('answer') && writes();
  const tooLong = () => (reading()?.words.length ?? 0) > longestJointAnswer;
  return (
    <>
      <p class="quiet">{t('jointAnswer.lead')}</p>
      <TogetherEditor
        document={document}
        label={t('jointAnswer.title')}
        ref={(handle) => {
          editor = handle;
        }}
      />
      <Show when={writes()}>
        <p class={styles.here} role="status">
          {here().length === 0
            ? t('jointAnswer.hereNobody')
            : t('jointAnswer.here', { names: here().join(', ') })}
        </p>
      </Show>
      <FindingList found={found()} path={path} onShow={show} />
      <Show when={empty()}>
        <Notice tone="amber">{t('consultation.needText')}</Notice>
      </Show>
      <Show when={reading() === undefined && doing.problem()}>
        {(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}
      </Show>
      <Show
        when={sends()}
        fallback={
          <Show when={writes() && props.of.holder}>
            {(holder) => <p class="quiet">{t('jointAnswer.sentBy', { name: holder().name })}</p>}
          </Show>
        }
      >
        <div class={styles.send}>
          <Button kind="primary" onClick={look}>
            {t('jointAnswer.look')}
          </Button>
        </div>
      </Show>
      <JointAnswerPreview
        reading={reading()}
        problem={doing.problem()}
        movedOn={movedOn()}
        tooLong={tooLong() ? number(longestJointAnswer) : undefined}
        busy={doing.busy()}
        saved={document.state().saved}
        onBack={() => setReading(undefined)}
        onSend={() => {
          const now = reading();
          if (now) void send(now.words, false);
        }}
      />
      <LikelyDialog
        found={likely()?.found}
        busy={doing.busy()}
        onBack={() => {
          const first = likely()?.found[0];
          setLikely(undefined);
          if (first) setTimeout(() => show(first));
        }}
        onSend={() => {
          const words = likely()?.words;
          setLikely(undefined);
          if (words !== undefined) void send(words, true);
        }}
      />
    </>
  );
}
