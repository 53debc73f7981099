// Ending a service or a membership: what follows is said before, and one press does it.
import { type JSX, Show } from 'solid-js';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useDoing } from './services-doing.ts';

export function EndDialog(props: {
  title: string;
  words: string;
  action: string;
  work: (key: string) => Promise<unknown>;
  onClose: () => void;
}): JSX.Element {
  const doing = useDoing();
  const end = async () => {
    if (await doing.run(props.title, props.work)) props.onClose();
  };
  return (
    <Dialog
      open
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="danger" busy={doing.busy()} onClick={() => void end()}>
            {props.action}
          </Button>
        </>
      }
    >
      <p>{props.words}</p>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
