// The texts of a part while they may still be written: those of the meeting, on the same sheet as there.
import { For, type JSX } from 'solid-js';
import type { MemoPartShown } from '../../shared/memo.ts';
import { t } from '../i18n/index.ts';
import { phaseTitle } from '../meetings/room/phase-words.ts';
import { useDocument } from '../together/live-document.ts';
import { TogetherEditor } from '../together/together-editor.tsx';
import styles from './memos.module.css';
import { partTitle } from './words.ts';

function Sheet(props: { documentId: string; label: string }): JSX.Element {
  const document = useDocument(props.documentId);
  return <TogetherEditor document={document} label={props.label} look="bare" />;
}

export function PartEditor(props: { part: MemoPartShown }): JSX.Element {
  const title = (phase: string | null): string =>
    phase === null ? partTitle(props.part) : phaseTitle({ key: phase, minutes: 1, part: 'none' });
  return (
    <div class={styles.content}>
      <For each={props.part.documents}>
        {(one) => (
          <section class={styles.piece}>
            <h3>{title(one.phase)}</h3>
            <Sheet documentId={one.documentId} label={t('meetingRoom.memo', { phase: title(one.phase) })} />
          </section>
        )}
      </For>
    </div>
  );
}
