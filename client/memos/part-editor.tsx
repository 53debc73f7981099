// The texts of a part while they may still be written: those of the meeting, on the same sheet as there.
import { createEffect, For, type JSX, untrack } from 'solid-js';
import type { MemoPartShown } from '../../shared/memo.ts';
import { t } from '../i18n/index.ts';
import { phaseTitle } from '../meetings/room/phase-words.ts';
import { useDocument } from '../together/live-document.ts';
import { TogetherEditor } from '../together/together-editor.tsx';
import styles from './memos.module.css';
import { partTitle } from './words.ts';

/** @param props.leaving the writer is done: when every word of theirs is on the server, `onLeft` is called */
export function PartEditor(props: {
  part: MemoPartShown;
  leaving: boolean;
  onLeft: () => void;
}): JSX.Element {
  const texts = untrack(() => props.part.documents).map(({ phase, documentId }) => ({
    phase,
    document: useDocument(documentId),
  }));
  createEffect(() => {
    if (props.leaving && texts.every(({ document }) => document.state().saved)) props.onLeft();
  });
  const title = (phase: string | null): string =>
    phase === null ? partTitle(props.part) : phaseTitle({ key: phase, minutes: 1, part: 'none' });
  return (
    <div class={styles.content}>
      <For each={texts}>
        {({ phase, document }) => (
          <section class={styles.piece}>
            <h3>{title(phase)}</h3>
            <TogetherEditor
              document={document}
              label={t('meetingRoom.memo', { phase: title(phase) })}
              look="bare"
            />
          </section>
        )}
      </For>
    </div>
  );
}
