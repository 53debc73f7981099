// What an author does with an own text: share it, change who reads it, take it back.
import { createSignal, type JSX, Show } from 'solid-js';
import { type Entry, takeBackEntry } from '../../shared/entries.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { desk } from '../writing/start.ts';
import parts from './parts.module.css';
import { LiveReaders } from './readers.tsx';
import { ShareDialog } from './share-dialog.tsx';

export function OwnActions(props: {
  entry: Entry;
  /** "Share contribution…" */
  label: string;
  /** Title of the dialog, as a question. */
  title: string;
}): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const sending = createSending();
  const can = (ability: Entry['can'][number]) => props.entry.can.includes(ability);
  const takeBack = async () => {
    const body = { version: props.entry.version };
    const done = await sending.send(body, async (key) => {
      await desk()?.settle(8_000);
      await call(takeBackEntry, { params: { entryId: props.entry.id }, body, key });
    });
    if (done) showToast(t('assessment.takenBack'));
  };
  return (
    <>
      <div class={parts.actions}>
        <Show
          when={props.entry.state === 'draft'}
          fallback={
            <>
              <div class={parts.live}>
                <LiveReaders entry={props.entry} />
              </div>
              <Show when={can('share')}>
                <Button size="small" onClick={() => setOpen(true)}>
                  {t('assessment.changeAudience')}
                </Button>
              </Show>
              <Show when={can('take-back')}>
                <Button
                  size="small"
                  kind="quiet"
                  icon="undo"
                  busy={sending.busy()}
                  onClick={() => void takeBack()}
                >
                  {t('assessment.takeBack')}
                </Button>
              </Show>
            </>
          }
        >
          <Show when={can('share')}>
            <Button kind="primary" onClick={() => setOpen(true)}>
              {props.label}
            </Button>
          </Show>
        </Show>
      </div>
      <Show when={sending.problem()}>
        <ErrorNotice>{wordsFor(sending.problem())}</ErrorNotice>
      </Show>
      <ShareDialog entry={props.entry} open={open()} title={props.title} onClose={() => setOpen(false)} />
    </>
  );
}
