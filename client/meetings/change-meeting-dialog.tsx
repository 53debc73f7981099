// Another time or place for a meeting that has not begun.
import { createSignal, type JSX, Show } from 'solid-js';
import type { MeetingFrame } from '../../shared/meeting.ts';
import { changeMeeting } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { draftOf, timesOf, wrongIn } from './meeting-draft.ts';
import { MeetingFields } from './meeting-fields.tsx';
import { useDoing } from './meetings-query.ts';

export function ChangeMeetingDialog(props: { meeting: MeetingFrame; onClose: () => void }): JSX.Element {
  const doing = useDoing();
  const { version, startsAt, endsAt, place, link } = props.meeting;
  const [draft, setDraft] = createSignal(draftOf({ startsAt, endsAt, place: place ?? null, link }));
  const [tried, setTried] = createSignal(false);
  const save = async () => {
    setTried(true);
    if (Object.keys(wrongIn(draft(), new Date())).length > 0) return;
    const params = { meetingId: props.meeting.id };
    const body = { version, ...timesOf(draft()) };
    if (!(await doing.run(body, (key) => call(changeMeeting, { params, body, key })))) return;
    showToast(t('meeting.changed'));
    props.onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('meeting.changeTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('ui.cancel')}</Button>
          <Button kind="primary" busy={doing.busy()} onClick={() => void save()}>
            {t('meeting.save')}
          </Button>
        </>
      }
    >
      <p>{t('meeting.changeLead')}</p>
      <MeetingFields
        value={draft()}
        tried={tried()}
        onChange={(part, text) => setDraft((now) => ({ ...now, [part]: text }))}
      />
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
