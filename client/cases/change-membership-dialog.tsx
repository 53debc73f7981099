// Another end of somebody's part in the case, or another role within the home team.
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { changeMembership } from '../../shared/members.ts';
import type { MemberRole } from '../../shared/vocabulary.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { isoDay, lastDay } from '../i18n/dates.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { DateInput } from '../ui/date-input.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { useCase } from './case-room.tsx';
import { workspaceKey } from './workspace.ts';

type Member = Workspace['members'][number];

export function ChangeMembershipDialog(props: {
  member: Member | undefined;
  onClose: () => void;
}): JSX.Element {
  return (
    <Show when={props.member} keyed>
      {(member) => <Opened member={member} onClose={props.onClose} />}
    </Show>
  );
}

const homeRoles = ['working-pair', 'team'] as const;

function Opened(props: { member: Member; onClose: () => void }): JSX.Element {
  const { caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const before = props.member.endsAt === null ? '' : lastDay(props.member.endsAt);
  const [until, setUntil] = createSignal(before);
  const [role, setRole] = createSignal<MemberRole>(props.member.role);
  const [tried, setTried] = createSignal(false);
  const behind = () => until() !== '' && until() < isoDay(new Date());
  const save = async () => {
    setTried(true);
    if (behind()) return;
    // An end that was not touched stays the moment that it was.
    const kept = until() === before ? props.member.endsAt : until() || null;
    const body = { until: kept, role: role() === props.member.role ? null : role() };
    const params = { caseId: caseId(), memberId: props.member.id };
    const done = await sending.send(body, async (key) => {
      await call(changeMembership, { params, body, key });
    });
    if (!done) return;
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
    showToast(t('membership.changed'));
    props.onClose();
  };
  return (
    <Dialog
      open
      title={t('membership.changeTitle', { name: props.member.name })}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={sending.busy()} onClick={() => void save()}>
            {t('membership.save')}
          </Button>
        </>
      }
    >
      <DateInput
        label={t('membership.endsOn')}
        hint={t('membership.endsOnHint')}
        optional
        value={until()}
        min={isoDay(new Date())}
        onDate={setUntil}
        error={tried() && behind() ? t('members.endsAhead') : undefined}
      />
      <Show when={props.member.can.includes('change-role')}>
        <RadioGroup
          label={t('membership.changeRole')}
          value={role()}
          options={homeRoles.map((one) => ({ value: one, label: t(`memberRole.${one}`) }))}
          onChange={setRole}
        />
      </Show>
      <Show when={sending.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
