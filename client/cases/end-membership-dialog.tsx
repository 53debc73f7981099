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
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { useCase } from './case-room.tsx';
import { workspaceKey } from './workspace.ts';

type Member = Workspace['members'][number];

export function EndMembershipDialog(props: { member: Member | undefined; onClose: () => void }): JSX.Element {
  return (
    <Show when={props.member} keyed>
      {(member) => <Opened member={member} onClose={props.onClose} />}
    </Show>
  );
}

function Opened(props: { member: Member; onClose: () => void }): JSX.Element {
  const { caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const form = useForm(`end-membership:${caseId()}:${props.member.id}`);
  const [tried, setTried] = createSignal(false);
  const reason = () => form.text('reason').trim();
  const end = async () => {
    setTried(true);
    const body = { reason: reason() };
    if (body.reason === '') return;
    const params = { caseId: caseId(), memberId: props.member.id };
    const done = await sending.send({ params, body }, async (key) => {
      await call(endMembership, { params, body, key });
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('members.endDone'));
    props.onClose();
  };
  return (
    <Dialog
      open
      title={t('members.endTitle', { name: props.member.name })}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="danger" busy={sending.busy()} onClick={() => void end()}>
            {t('members.end')}
          </Button>
        </>
      }
    >
      <p>{t('members.endWords')}</p>
      <Show when={form.ready()} fallback={<Skeleton lines={2} />}>
        <TextInput
          label={t('members.endReason')}
          hint={t('members.endReasonHint')}
          value={form.text('reason')}
          maxLength={200}
          onInput={(text) => form.type('reason', text)}
          error={tried() && reason() === '' ? t('members.needReason') : undefined}
        />
      </Show>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
