// Convening a meeting of a team or of one child's case: whose, what kind, when, where. Kept as it is typed.
import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX, Show } from 'solid-js';
import { type MeetingKind, meetingKinds } from '../../shared/meeting.ts';
import { conveneMeeting } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../ui/notice.tsx';
import { SavedAt } from '../ui/saved-at.tsx';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toast.tsx';
import { useForm } from '../writing/form.ts';
import { type DraftPart, type MeetingDraft, timesOf, usualDraft, wrongIn } from './meeting-draft.ts';
import { MeetingFields } from './meeting-fields.tsx';
import { useDoing } from './meetings-query.ts';
import { useHomeCases } from './own-cases.ts';

type Team = { readonly id: string; readonly name: string };

export function ConveneDialog(props: {
  teams: readonly Team[];
  /** Of this case alone, where it is convened from there. */
  caseId?: string;
  onClose: () => void;
}): JSX.Element {
  const navigate = useNavigate();
  const form = useForm(['convene-meeting', props.caseId ?? ''].filter(Boolean).join(':'));
  const doing = useDoing();
  const { query, cases } = useHomeCases();
  const [tried, setTried] = createSignal(false);
  const choices = () => [
    ...props.teams.map((one) => ({ value: `team:${one.id}`, label: one.name })),
    ...cases()
      .filter((one) => props.caseId === undefined || one.id === props.caseId)
      .map((one) => ({ value: `case:${one.id}`, label: `${one.childName}, ${one.number}` })),
  ];
  /** The one that there is needs no choosing. */
  const whose = () => {
    const first = choices()[0]?.value;
    const typed = form.text('whose');
    return (
      choices().find((one) => one.value === typed)?.value ??
      (choices().length === 1 ? first : undefined) ??
      ''
    );
  };
  const kind = (): MeetingKind =>
    meetingKinds.find((one) => one === form.text('kind')) ??
    (whose().startsWith('case:') ? 'network' : 'weekly');
  const draft = (): MeetingDraft => ({
    day: form.text('day'),
    begins: form.text('begins'),
    length: form.text('length') || usualDraft.length,
    place: form.text('place'),
    link: form.text('link'),
  });
  const convene = async () => {
    setTried(true);
    const [of, id = ''] = whose().split(':');
    if (id === '' || Object.keys(wrongIn(draft(), new Date())).length > 0) return;
    const body = {
      of: of === 'team' ? { kind: 'team' as const, teamId: id } : { kind: 'case' as const, caseId: id },
      meeting: kind(),
      ...timesOf(draft()),
    };
    let made = '';
    const done = await doing.run(body, async (key) => {
      made = (await call(conveneMeeting, { body, key })).id;
    });
    if (!done) return;
    await form.discard().catch(() => undefined);
    showToast(t('meeting.convened'));
    props.onClose();
    navigate(`/meetings/${made}`);
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('meeting.convene')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={doing.busy()} onClick={() => void convene()}>
            {t('meeting.convene')}
          </Button>
        </>
      }
    >
      <Show when={form.ready() && !query.isPending} fallback={<Skeleton lines={6} />}>
        <Select
          label={t('meeting.whose')}
          hint={t('meeting.whoseHint')}
          value={whose()}
          placeholder={t('meeting.choose')}
          options={choices()}
          error={tried() && whose() === '' ? t('meeting.needWhose') : undefined}
          onChange={(value) => form.type('whose', value)}
        />
        <Select
          label={t('meeting.kind')}
          value={kind()}
          options={meetingKinds.map((value) => ({ value, label: t(`meetingKind.${value}`) }))}
          onChange={(value) => form.type('kind', value)}
        />
        <MeetingFields
          value={draft()}
          tried={tried()}
          onChange={(part: DraftPart, text) => form.type(part, text)}
        />
        <Show when={form.saved()}>{(state) => <SavedAt state={state()} />}</Show>
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
