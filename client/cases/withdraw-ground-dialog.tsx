// Withdrawing a ground: it works at once and cannot be undone, so it is asked about.
import { useQueryClient } from '@tanstack/solid-query';
import { type JSX, Show } from 'solid-js';
import { type Workspace, withdrawGround } from '../../shared/cases.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { useCase } from './case-room.tsx';
import { groundTitle } from './ground-words.ts';
import { workspaceKey } from './workspace.ts';

export function WithdrawGroundDialog(props: {
  ground: Workspace['grounds'][number] | undefined;
  onClose: () => void;
}): JSX.Element {
  const { caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const close = () => {
    sending.forget();
    props.onClose();
  };
  const withdraw = async () => {
    if (!props.ground) return;
    const params = { caseId: caseId(), groundId: props.ground.id };
    const done = await sending.send(params, async (key) => {
      await call(withdrawGround, { params, body: {}, key });
    });
    if (!done) return;
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('members.withdrawn'));
    close();
  };
  return (
    <Dialog
      open={props.ground !== undefined}
      title={t('members.withdrawTitle')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button kind="danger" busy={sending.busy()} onClick={() => void withdraw()}>
            {t('members.withdraw')}
          </Button>
        </>
      }
    >
      <Show when={props.ground}>
        {(ground) => (
          <p>
            <strong>{groundTitle(ground())}</strong>
          </p>
        )}
      </Show>
      <p>{t('members.withdrawWords')}</p>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
