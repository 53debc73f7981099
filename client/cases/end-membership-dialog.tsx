// Ending somebody's part in the case: what follows is said before, and a reason is asked for.
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { endMembership, type Workspace } from '../../shared/cases.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { useCase } from './case-room.tsx';
import { workspaceKey } from './workspace.ts';

export function EndMembershipDialog(props: {
  member: Workspace['members'][number] | undefined;
  onClose: () => void;
}): JSX.Element {
  const { caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const [reason, setReason] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const close = () => {
    setReason('');
    setTried(false);
    sending.forget();
    props.onClose();
  };
  const end = async () => {
    setTried(true);
    const { member } = props;
    const body = { reason: reason().trim() };
    if (!member || body.reason === '') return;
    const params = { caseId: caseId(), memberId: member.id };
    const done = await sending.send({ params, body }, async (key) => {
      await call(endMembership, { params, body, key });
    });
    if (!done) return;
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('members.endDone'));
    close();
  };
  return (
    <Dialog
      open={props.member !== undefined}
      title={t('members.endTitle', { name: props.member?.name ?? '' })}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button kind="danger" busy={sending.busy()} onClick={() => void end()}>
            {t('members.end')}
          </Button>
        </>
      }
    >
      <p>{t('members.endWords')}</p>
      <TextInput
        label={t('members.endReason')}
        hint={t('members.endReasonHint')}
        value={reason()}
        maxLength={200}
        onInput={setReason}
        error={tried() && reason().trim() === '' ? t('members.needReason') : undefined}
      />
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
