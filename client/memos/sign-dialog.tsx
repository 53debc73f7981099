// One clear question before a part is signed: what one signs is what one has read.
import { type JSX, Show } from 'solid-js';
import { type MemoPartShown, signMemo } from '../../shared/memo.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { useMemoDoing } from './memo-query.ts';
import styles from './memos.module.css';
import { partTitle } from './words.ts';

export function SignDialog(props: { part: MemoPartShown; onClose: () => void }): JSX.Element {
  const doing = useMemoDoing();
  // What stands on the page when the question is asked, also if it is read again meanwhile.
  const { id: memoPartId, version, hash } = props.part;
  const sign = async (): Promise<void> => {
    if (hash === null) return;
    const params = { memoPartId };
    const body = { version, hash };
    if (!(await doing.run({ params, body }, (key) => call(signMemo, { params, body, key })))) return;
    showToast(t('memo.signedNow'));
    props.onClose();
  };
  const profession = () => session()?.affiliation?.profession;
  return (
    <Dialog
      open
      title={t('memo.signTitle', { part: partTitle(props.part) })}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" icon="pen" busy={doing.busy()} onClick={() => void sign()}>
            {t('memo.sign')}
          </Button>
        </>
      }
    >
      <p>{t(props.part.state === 'open' ? 'memo.signFirst' : 'memo.signAfter')}</p>
      <p class={styles.signer}>
        <strong>{session()?.name}</strong>
        <Show when={profession()}>{(one) => <span>{t(`profession.${one()}`)}</span>}</Show>
      </p>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
