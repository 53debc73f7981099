// The answer that several write, on the page of the request: begun or joined with a press, and its editor fetched then.
import { createEffect, createSignal, type JSX, lazy, on, Show, Suspense } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { beginJointAnswer } from '../../shared/joint-answers.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Skeleton } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { useDoing } from './consultations-query.ts';
import styles from './request.module.css';

const Room = lazy(async () => ({ default: (await import('./joint-answer-room.tsx')).JointAnswerRoom }));

/** The one that is being written; none once it was sent. */
const written = (of: Consultation): string | undefined =>
  of.jointAnswer && !of.jointAnswer.sent ? of.jointAnswer.documentId : undefined;

/** @param opened the document that this page has open: it stays so when it is sent, read-only */
export function JointAnswer(props: {
  of: Consultation;
  opened: string | undefined;
  onOpen: (documentId: string) => void;
}): JSX.Element {
  const doing = useDoing(() => props.of.id);
  const [begins, setBegins] = createSignal(false);
  const canWrite = () => props.of.can.includes('write-together');
  const waiting = () => {
    const id = written(props.of);
    return id === props.opened ? undefined : id;
  };
  const begin = async (): Promise<void> => {
    let documentId = '';
    setBegins(true);
    const params = { consultationId: props.of.id };
    const done = await doing.run({ begin: params }, async (key) => {
      documentId = (await call(beginJointAnswer, { params, body: {}, key })).documentId;
    });
    setBegins(false);
    if (done) props.onOpen(documentId);
    else showToast(wordsFor(doing.problem()));
  };
  createEffect(
    on(waiting, (id) => id !== undefined && !begins() && announce(t('jointAnswer.begun')), { defer: true }),
  );
  return (
    <>
      <Show when={props.opened} keyed>
        {(documentId) => (
          <div class={styles.writing}>
            <h2>{t('jointAnswer.title')}</h2>
            <Suspense fallback={<Skeleton lines={5} />}>
              <Room of={props.of} documentId={documentId} />
            </Suspense>
          </div>
        )}
      </Show>
      <Show when={waiting()}>
        {(documentId) => (
          <div class={styles.writing}>
            <h2>{t('jointAnswer.title')}</h2>
            <p>{t(canWrite() ? 'jointAnswer.underWay' : 'jointAnswer.notNow')}</p>
            <div data-screen-only>
              <Button icon="people" onClick={() => props.onOpen(documentId())}>
                {t(canWrite() ? 'jointAnswer.join' : 'jointAnswer.read')}
              </Button>
            </div>
          </div>
        )}
      </Show>
      <Show when={canWrite() && written(props.of) === undefined}>
        <div class={styles.together} data-screen-only>
          <Button icon="people" busy={doing.busy()} onClick={() => void begin()}>
            {t('jointAnswer.begin')}
          </Button>
          <p class="quiet">{t('jointAnswer.beginHint')}</p>
        </div>
      </Show>
    </>
  );
}
