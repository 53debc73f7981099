// Ending something for good: what follows is said before, and one press does it.
import { type JSX, Show } from 'solid-js';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useDoing } from './administration-query.ts';

export function EndDialog(props: {
  open: boolean;
  title: string;
  words: string;
  action: string;
  onClose: () => void;
  work: (key: string) => Promise<unknown>;
}): JSX.Element {
  const doing = useDoing();
  const close = () => {
    doing.forget();
    props.onClose();
  };
  const end = async () => {
    const { title, work } = props;
    if (await doing.run(title, work)) close();
  };
  return (
    <Dialog
      open={props.open}
      title={props.title}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('ui.cancel')}</Button>
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
