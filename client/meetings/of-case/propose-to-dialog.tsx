// Proposing this case to a meeting of one's team: which one, then the question. Those that have it already are not offered.
import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js';
import type { MeetingHead } from '../../../shared/meeting.ts';
import { wordsFor } from '../../api/problem-words.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Row, Rows } from '../../ui/section.tsx';
import { useMeetingRoom } from '../meetings-query.ts';
import { ProposeDialog } from '../propose-dialog.tsx';
import { itemCount, meetingTitle, whenOf } from '../words.ts';

/** Further ahead nobody knows what is to be asked. */
const mostOffered = 6;

/** The form of one meeting, once it is there. */
function ToMeeting(props: {
  meetingId: string;
  caseId: string;
  onRead: () => void;
  onFail: (error: unknown) => void;
  onClose: () => void;
}): JSX.Element {
  const query = useMeetingRoom(() => props.meetingId);
  createEffect(
    on([() => query.isSuccess, () => query.error], ([read, error]) => {
      if (read) props.onRead();
      else if (error) props.onFail(error);
    }),
  );
  return (
    <Show when={query.isSuccess && query.data}>
      {(room) => <ProposeDialog room={room()} caseId={props.caseId} onClose={props.onClose} />}
    </Show>
  );
}

export function ProposeToDialog(props: {
  caseId: string;
  meetings: readonly MeetingHead[];
  already: readonly string[];
  onClose: () => void;
}): JSX.Element {
  const [chosen, setChosen] = createSignal<string>();
  const [there, setThere] = createSignal(false);
  const [failed, setFailed] = createSignal<unknown>();
  const choose = (meetingId: string) => {
    setFailed(undefined);
    setChosen(meetingId);
  };
  const fail = (error: unknown) => {
    setChosen(undefined);
    setFailed(error);
  };
  const now = new Date();
  const offered = () =>
    props.meetings
      .filter(
        (one) =>
          one.teamName !== null &&
          (one.state === 'open' || (one.state === 'planned' && Date.parse(one.endsAt) > now.getTime())) &&
          !props.already.includes(one.id),
      )
      .slice(0, mostOffered);
  return (
    <>
      <Dialog open={!there()} title={t('meeting.proposeWhich')} onClose={props.onClose}>
        <Show when={failed()}>{(error) => <ErrorNotice>{wordsFor(error())}</ErrorNotice>}</Show>
        <Show when={offered().length > 0} fallback={<p>{t('meeting.proposeNoMeeting')}</p>}>
          <Rows>
            <For each={offered()}>
              {(one) => (
                <Row
                  end={
                    <Button size="small" busy={chosen() === one.id} onClick={() => choose(one.id)}>
                      {t('meeting.proposeHere')}
                      <span class="visually-hidden">: {whenOf(one)}</span>
                    </Button>
                  }
                >
                  <p>{meetingTitle(one)}</p>
                  <p class="quiet">
                    <span class="numbers">{whenOf(one)}</span> · {itemCount(one.items)}
                  </p>
                </Row>
              )}
            </For>
          </Rows>
        </Show>
      </Dialog>
      <Show when={chosen()} keyed>
        {(meetingId) => (
          <ToMeeting
            meetingId={meetingId}
            caseId={props.caseId}
            onRead={() => setThere(true)}
            onFail={fail}
            onClose={props.onClose}
          />
        )}
      </Show>
    </>
  );
}
