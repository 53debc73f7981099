// The last look before a joint answer goes: exactly what the asker will read.
import { type JSX, Show } from 'solid-js';
import type { AnswerBlock } from '../../shared/consultation.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { TextBlocks } from '../ui/text-blocks.tsx';

/** What is sent is what was read. */
export type Reading = { readonly words: string; readonly blocks: readonly AnswerBlock[] };

export function JointAnswerPreview(props: {
  /** Undefined: closed. */
  reading: Reading | undefined;
  problem: unknown;
  /** Somebody has written on since it was read first. */
  movedOn: boolean;
  /** As many characters as it may have, where it has more. */
  tooLong: string | undefined;
  busy: boolean;
  /** False while something typed here is not in the table yet. */
  saved: boolean;
  onBack: () => void;
  onSend: () => void;
}): JSX.Element {
  return (
    <Dialog
      open={props.reading !== undefined}
      size="wide"
      title={t('jointAnswer.previewTitle')}
      onClose={props.onBack}
      actions={
        <>
          <Button onClick={() => props.onBack()}>{t('jointAnswer.back')}</Button>
          <Button
            kind="primary"
            busy={props.busy || !props.saved}
            disabled={props.tooLong !== undefined}
            onClick={() => props.onSend()}
          >
            {t('consultation.sendAnswer')}
          </Button>
        </>
      }
    >
      <p>{t('jointAnswer.previewLead')}</p>
      <Show when={props.movedOn}>
        <Notice tone="amber">{t('jointAnswer.movedOn')}</Notice>
      </Show>
      <Show when={props.tooLong}>
        {(most) => <Notice tone="amber">{t('jointAnswer.tooLong', { most: most() })}</Notice>}
      </Show>
      <Show when={props.reading}>{(reading) => <TextBlocks blocks={reading().blocks} />}</Show>
      <Show when={props.problem}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
