// Leaving a case by oneself: what follows is said before, and words to the home team are no must.
import { useNavigate } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { leaveMembership } from '../../shared/members.ts';
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

type Member = Workspace['members'][number];

export function LeaveDialog(props: { member: Member | undefined; onClose: () => void }): JSX.Element {
  return (
    <Show when={props.member} keyed>
      {(member) => <Opened member={member} onClose={props.onClose} />}
    </Show>
  );
}

function Opened(props: { member: Member; onClose: () => void }): JSX.Element {
  const { caseId, workspace } = useCase();
  const navigate = useNavigate();
  const sending = createSending();
  const form = useForm(`leave:${caseId()}`);
  const leave = async () => {
    const body = { reason: form.text('reason').trim() };
    const params = { caseId: caseId(), memberId: props.member.id };
    const done = await sending.send(body, async (key) => {
      await call(leaveMembership, { params, body, key });
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    showToast(t('membership.left'));
    navigate('/');
  };
  return (
    <Dialog
      open
      title={t('membership.leaveTitle', { name: workspace().case.childGivenName })}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="danger" busy={sending.busy()} onClick={() => void leave()}>
            {t('membership.leaveCase')}
          </Button>
        </>
      }
    >
      <p>{t('membership.leaveWords')}</p>
      <Show when={form.ready()} fallback={<Skeleton lines={2} />}>
        <TextInput
          label={t('membership.leaveReason')}
          hint={t('membership.leaveReasonHint')}
          optional
          value={form.text('reason')}
          maxLength={200}
          onInput={(text) => form.type('reason', text)}
        />
      </Show>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
