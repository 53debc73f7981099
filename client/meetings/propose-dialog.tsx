// Proposing a case: the question first, then why now, and who presents it. Kept as it is typed; the team sees it when it is proposed.
import { useQuery } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { getWorkspace } from '../../shared/cases.ts';
import type { MeetingRoom } from '../../shared/meeting.ts';
import { putOnAgenda } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { workspaceKey } from '../cases/workspace.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { SavedAt } from '../ui/saved-at.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { ItemFields, stanceOf } from './item-fields.tsx';
import styles from './meetings.module.css';
import { useDoing } from './meetings-query.ts';
import { homeTeam, useHomeCases } from './own-cases.ts';

const minutes = ['15', '20', '30', '40', '45', '60', '90'];
const usualMinutes = '45';

export function ProposeDialog(props: {
  room: MeetingRoom;
  /** The case that was chosen already; empty: none. */
  caseId: string;
  onClose: () => void;
}): JSX.Element {
  const meetingId = props.room.meeting.id;
  const begun = props.caseId;
  // What was begun about another case stays apart.
  const form = useForm(['propose', meetingId, begun].filter(Boolean).join(':'));
  const doing = useDoing();
  const { query, cases } = useHomeCases();
  const [tried, setTried] = createSignal(false);
  const already = () => props.room.items.flatMap((one) => (one.restricted ? [] : [one.caseId]));
  const open = () => cases().filter((one) => !already().includes(one.id));
  const caseId = () => open().find((one) => one.id === (form.text('case') || begun))?.id ?? '';
  const about = useQuery(() => ({
    queryKey: workspaceKey(caseId()),
    queryFn: ({ signal }) => call(getWorkspace, { params: { caseId: caseId() }, signal }),
    enabled: caseId() !== '',
    reconcile: 'id',
  }));
  const workspace = () => (caseId() !== '' && about.isSuccess ? about.data : undefined);
  /** Oneself, unless somebody else was chosen. */
  const presenter = () => {
    const one = workspace();
    const team = one ? homeTeam(one, new Date()) : [];
    const mine = team.find(({ personId }) => personId === session()?.personId);
    return (team.find(({ id }) => id === form.text('presenter')) ?? mine)?.id ?? '';
  };
  const question = () => form.text('question').trim();
  const propose = async () => {
    setTried(true);
    if (caseId() === '' || question() === '') return;
    const params = { meetingId };
    const body = {
      caseId: caseId(),
      minutes: Number(form.text('minutes') || usualMinutes),
      presenterMembershipId: presenter() || null,
      familyStance: stanceOf(form.text('stance')),
      familyNote: form.text('note').trim() || null,
      question: question(),
      whyNow: form.text('whyNow').trim(),
    };
    if (!(await doing.run(body, (key) => call(putOnAgenda, { params, body, key })))) return;
    await form.discard().catch(() => undefined);
    showToast(t('meeting.proposed'));
    props.onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('meeting.proposeTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Show when={open().length > 0}>
            <Button kind="primary" busy={doing.busy()} onClick={() => void propose()}>
              {t('meeting.proposeDo')}
            </Button>
          </Show>
        </>
      }
    >
      <Show when={form.ready() && !query.isPending} fallback={<Skeleton lines={8} />}>
        <Show when={open().length > 0} fallback={<p>{t('meeting.proposeNone')}</p>}>
          <p class="quiet">{t('meeting.proposeLead')}</p>
          <TextArea
            label={t('meeting.proposeQuestion')}
            hint={t('meeting.proposeQuestionHint')}
            look="narrative"
            rows={2}
            maxLength={8_000}
            value={form.text('question')}
            error={tried() && question() === '' ? t('meeting.needQuestion') : undefined}
            onInput={(text) => form.type('question', text)}
          />
          <TextArea
            label={t('meeting.whyNow')}
            optional
            rows={2}
            maxLength={8_000}
            value={form.text('whyNow')}
            onInput={(text) => form.type('whyNow', text)}
          />
          <div class={styles.when}>
            <Select
              label={t('meeting.proposeCase')}
              value={caseId()}
              placeholder={t('meeting.choose')}
              options={open().map((one) => ({ value: one.id, label: `${one.childName}, ${one.number}` }))}
              error={tried() && caseId() === '' ? t('meeting.needCase') : undefined}
              onChange={(value) => form.type('case', value)}
            />
            <Select
              label={t('meeting.length')}
              value={form.text('minutes') || usualMinutes}
              options={minutes.map((value) => ({
                value,
                label: t('meeting.minutes', { count: Number(value) }),
              }))}
              onChange={(value) => form.type('minutes', value)}
            />
          </div>
          <Show when={caseId() !== ''}>
            <ItemFields
              workspace={workspace()}
              value={{ presenter: presenter(), stance: form.text('stance'), note: form.text('note') }}
              onChange={(part, text) => form.type(part, text)}
            />
          </Show>
          <Show when={form.saved()}>{(state) => <SavedAt state={state()} />}</Show>
        </Show>
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
