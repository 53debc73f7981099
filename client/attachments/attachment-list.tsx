// Files beside a draft or a request: those that are kept, with what one can do with each, and those that are on their way.
import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js';
import { type Attachment, attachmentKinds } from '../../shared/attachment.ts';
import { getAttachmentFile, removeAttachment } from '../../shared/consultation-attachments.ts';
import { addressOf, call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { useDoing } from '../consultations/consultations-query.ts';
import { t } from '../i18n/index.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import styles from './attachment.module.css';
import { aboutWords, limitWords, refusedWords, stateWords } from './attachment-words.ts';
import type { Unkept, UnkeptFiles } from './unkept.ts';

const accept = Object.values(attachmentKinds)
  .flatMap(({ endings }) => endings.map((ending) => `.${ending}`))
  .join(',');

/** What the scanner said while the page is open is said. */
const tellScanned = (of: () => readonly Attachment[]): void => {
  createEffect(
    on(of, (now, before) => {
      for (const one of now) {
        const waited = before?.some(({ id, state }) => id === one.id && state === 'checking');
        if (waited && one.state === 'open') announce(t('attachment.opened', { name: one.name }));
        if (waited && one.state === 'held') announce(t('attachment.foundIn', { name: one.name }));
      }
      return now.map((one) => ({ ...one }));
    }),
  );
};

export function AttachmentList(props: {
  kept: readonly Attachment[];
  unkept: UnkeptFiles | undefined;
  /** May more be added? */
  adds: boolean;
  /** Of a sent request it is asked before, since others have it. */
  sent: boolean;
}): JSX.Element {
  const [removing, setRemoving] = createSignal<Attachment>();
  const doing = useDoing();
  tellScanned(() => props.kept);
  let input: HTMLInputElement | undefined;
  const remove = async (one: Attachment): Promise<void> => {
    const params = { attachmentId: one.id };
    const done = await doing.run(params, (key) => call(removeAttachment, { params, body: {}, key }));
    if (!done) return;
    setRemoving();
    showToast(t('attachment.removed'));
  };
  const ask = (one: Attachment): void => {
    doing.forget();
    if (props.sent) setRemoving(one);
    else void remove(one);
  };
  const unkept = () => props.unkept?.files() ?? [];
  return (
    <div class={styles.part}>
      <Show when={props.kept.length + unkept().length > 0}>
        <ul class={styles.files}>
          <For each={props.kept}>{(one) => <Kept of={one} onRemove={() => ask(one)} />}</For>
          <For each={unkept()}>{(one) => <OnItsWay of={one} among={props.unkept} />}</For>
        </ul>
      </Show>
      <Show when={doing.problem() && !removing()}>
        <ErrorNotice>{wordsFor(doing.problem())}</ErrorNotice>
      </Show>
      <Show when={props.adds}>
        <div class={styles.add}>
          <input
            ref={(el) => {
              input = el;
            }}
            type="file"
            hidden
            multiple
            accept={accept}
            onChange={(event) => {
              for (const file of event.currentTarget.files ?? []) props.unkept?.add(file);
              // The same one can be chosen again.
              event.currentTarget.value = '';
            }}
          />
          <Button icon="plus" onClick={() => input?.click()}>
            {t('attachment.add')}
          </Button>
          <p class="quiet">{limitWords()}</p>
          <p class="quiet">{t('attachment.readers')}</p>
        </div>
      </Show>
      <Dialog
        open={removing() !== undefined}
        title={t('attachment.removeTitle')}
        onClose={() => setRemoving()}
        actions={
          <>
            <Button onClick={() => setRemoving()}>{t('ui.cancel')}</Button>
            <Button
              kind="danger"
              busy={doing.busy()}
              onClick={() => {
                const one = removing();
                if (one) void remove(one);
              }}
            >
              {t('attachment.remove')}
            </Button>
          </>
        }
      >
        <p class={styles.name}>{t('attachment.removeWords', { name: removing()?.name ?? '' })}</p>
        <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
      </Dialog>
    </div>
  );
}

/** The action with the file it is of, for those who hear one button after the other. */
function Of(props: { action: string; name: string }): JSX.Element {
  return (
    <>
      {props.action}
      <span class="visually-hidden">: {props.name}</span>
    </>
  );
}

function Kept(props: { of: Attachment; onRemove: () => void }): JSX.Element {
  return (
    <li class={styles.file} data-held={props.of.state === 'held' ? '' : undefined}>
      <div>
        <p class={styles.name}>{props.of.name}</p>
        <p class="quiet">{aboutWords(props.of)}</p>
        <Show when={stateWords(props.of)}>
          {(words) => (
            <p class={styles.state}>
              <Icon name={props.of.state === 'held' ? 'warning' : 'clock'} size={16} />
              <span>{words()}</span>
            </p>
          )}
        </Show>
      </div>
      <div class={styles.acts} data-screen-only>
        <Show when={props.of.can.includes('download')}>
          <a
            class={styles.download}
            href={addressOf(getAttachmentFile, { params: { attachmentId: props.of.id } })}
            rel="external"
            download=""
          >
            <Icon name="download" size={16} />
            <span>
              <Of action={t('attachment.download')} name={props.of.name} />
            </span>
          </a>
        </Show>
        <Show when={props.of.can.includes('remove')}>
          <Button kind="quiet" size="small" onClick={() => props.onRemove()}>
            <span>
              <Of action={t('attachment.remove')} name={props.of.name} />
            </span>
          </Button>
        </Show>
      </div>
    </li>
  );
}

function OnItsWay(props: { of: Unkept; among: UnkeptFiles | undefined }): JSX.Element {
  const state = () => props.of.state();
  const part = () => {
    const now = state();
    return now.is === 'sending' ? now.part : 0;
  };
  const refused = () => {
    const now = state();
    return now.is === 'refused' ? refusedWords(now.error) : undefined;
  };
  return (
    <li class={styles.file}>
      <div>
        <p class={styles.name}>{props.of.name}</p>
        <Show when={state().is === 'sending'}>
          <progress class={styles.progress} max={1} value={part()} aria-label={props.of.name} />
          <p class="quiet">
            {part() < 1
              ? t('attachment.sending', { percent: Math.floor(part() * 100) })
              : t('attachment.finishing')}
          </p>
        </Show>
        <div role="status">
          <Show when={state().is === 'waiting'}>
            <p class={styles.state} data-waiting>
              <Icon name="offline" size={16} />
              <span>{t('attachment.waiting')}</span>
            </p>
          </Show>
          <Show when={refused()}>
            {(words) => (
              <p class={styles.state} data-refused>
                <Icon name="warning" size={16} />
                <span>{words()}</span>
              </p>
            )}
          </Show>
        </div>
      </div>
      <div class={styles.acts}>
        <Show when={state().is === 'waiting'}>
          <Button size="small" onClick={() => props.among?.again(props.of.key)}>
            <span>
              <Of action={t('attachment.again')} name={props.of.name} />
            </span>
          </Button>
        </Show>
        <Button kind="quiet" size="small" onClick={() => props.among?.forget(props.of.key)}>
          <span>
            <Of action={t('attachment.remove')} name={props.of.name} />
          </span>
        </Button>
      </div>
    </li>
  );
}
