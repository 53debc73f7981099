// Withdrawing a ground: it works at once and cannot be undone, so it is asked about. One that was recorded several times
// in the same words ends whole.
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
  /** The records that say the same; none while the dialog is closed. */
  equal: readonly Workspace['grounds'][number][];
  onClose: () => void;
}): JSX.Element {
  const { caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const ended = new Set<string>();
  const close = () => {
    sending.forget();
    props.onClose();
  };
  const withdraw = async () => {
    for (const one of props.equal.filter(({ id }) => !ended.has(id))) {
      const params = { caseId: caseId(), groundId: one.id };
      const done = await sending.send(params, async (key) => {
        await call(withdrawGround, { params, body: {}, key });
      });
      // Pressing again goes on with the rest.
      if (!done) return;
      ended.add(one.id);
    }
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('members.withdrawn'));
    close();
  };
  return (
    <Dialog
      open={props.equal.length > 0}
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
      <Show when={props.equal[0]}>
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
