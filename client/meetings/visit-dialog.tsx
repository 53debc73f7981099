// Another time for somebody who is invited, or no invitation any more.
import { createSignal, type JSX, Show } from 'solid-js';
import type { ItemVisit } from '../../shared/meeting.ts';
import { changeVisit } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { useDoing } from './meetings-query.ts';
import { WindowFields, windowDraft, windowOn } from './window-fields.tsx';

export function VisitDialog(props: { visit: ItemVisit; onClose: () => void }): JSX.Element {
  const { id, fromAt, untilAt, person } = props.visit;
  const doing = useDoing();
  const [times, setTimes] = createSignal(windowDraft({ from: new Date(fromAt), until: new Date(untilAt) }));
  const [tried, setTried] = createSignal(false);
  const send = async (withdraw: boolean) => {
    setTried(true);
    const given = withdraw ? { fromAt, untilAt } : windowOn(fromAt, times());
    if (!given) return;
    const params = { visitId: id };
    const body = { ...given, withdraw };
    if (!(await doing.run(body, (key) => call(changeVisit, { params, body, key })))) return;
    showToast(t(withdraw ? 'meeting.visitWithdrawn' : 'meeting.visitChanged'));
    props.onClose();
  };
  return (
    <Dialog
      open
      title={t('meeting.visitChangeTitle', { name: person.name })}
      onClose={props.onClose}
      actions={
        <>
          <Button kind="danger" busy={doing.busy()} onClick={() => void send(true)}>
            {t('meeting.visitWithdraw')}
          </Button>
          <Button kind="primary" busy={doing.busy()} onClick={() => void send(false)}>
            {t('meeting.save')}
          </Button>
        </>
      }
    >
      <WindowFields
        value={times()}
        wrong={tried() && windowOn(fromAt, times()) === null}
        onChange={setTimes}
      />
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </Dialog>
  );
}
