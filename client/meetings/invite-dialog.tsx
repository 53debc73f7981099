// Inviting a member of the case to this item alone: who, and between which times. The times follow from the agenda, with some room.
import { createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { MeetingFrame, OpenItem } from '../../shared/meeting.ts';
import { inviteToItem } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { memberAgency, memberWords } from '../cases/members-words.ts';
import { useWorkspace } from '../cases/workspace.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { RadioGroup } from '../ui/choice.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { type Span, visitWindow } from './agenda-times.ts';
import { useDoing } from './meetings-query.ts';
import { mayVisit } from './own-cases.ts';
import { WindowFields, windowDraft, windowOn } from './window-fields.tsx';

export function InviteDialog(props: {
  meeting: MeetingFrame;
  item: OpenItem;
  span: Span | undefined;
  onClose: () => void;
}): JSX.Element {
  const { id: itemId, caseId } = props.item;
  const doing = useDoing();
  const query = useWorkspace(() => caseId);
  const [whom, setWhom] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const forecast = props.span ?? {
    from: new Date(props.meeting.startsAt),
    until: new Date(props.meeting.endsAt),
  };
  const [times, setTimes] = createSignal(windowDraft(visitWindow(forecast)));
  const people = createMemo(() => {
    const invited = props.item.visits.map((one) => one.membershipId);
    return query.isSuccess ? mayVisit(query.data, new Date()).filter((one) => !invited.includes(one.id)) : [];
  });
  const chosen = () => people().find((one) => one.id === whom());
  const invite = async () => {
    setTried(true);
    const one = chosen();
    const given = windowOn(forecast.from, times());
    if (!one || !given) return;
    const params = { itemId };
    const body = { membershipId: one.id, ...given };
    if (!(await doing.run(body, (key) => call(inviteToItem, { params, body, key })))) return;
    showToast(t('meeting.invitedToast', { name: one.name }));
    props.onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('meeting.inviteTitle', { name: props.item.childGivenName })}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Show when={people().length > 0}>
            <Button kind="primary" busy={doing.busy()} onClick={() => void invite()}>
              {t('meeting.inviteDo')}
            </Button>
          </Show>
        </>
      }
    >
      <Show when={!query.isPending} fallback={<Skeleton lines={5} />}>
        <Show
          when={people().length > 0}
          fallback={
            <Show when={query.error} fallback={<p>{t('meeting.inviteNone')}</p>}>
              {(error) => <ErrorNotice onRetry={() => void query.refetch()}>{wordsFor(error())}</ErrorNotice>}
            </Show>
          }
        >
          <p>{t('meeting.inviteLead')}</p>
          <RadioGroup
            label={t('meeting.inviteWhom')}
            value={whom()}
            options={people().map((one) => ({
              value: one.id,
              label: one.name,
              hint: [memberWords(one), one.agencyId === null ? '' : memberAgency(one)]
                .filter((part) => part !== '')
                .join(', '),
            }))}
            error={tried() && !chosen() ? t('meeting.needWhom') : undefined}
            onChange={setWhom}
          />
          <WindowFields
            value={times()}
            wrong={tried() && windowOn(forecast.from, times()) === null}
            onChange={setTimes}
          />
        </Show>
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
