// Proposing this case to a meeting of one's team: which one, then the question. Those that have it already are not offered.
import { createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { MeetingHead } from '../../../shared/meeting.ts';
import { wordsFor } from '../../api/problem-words.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice, Skeleton } from '../../ui/notice.tsx';
import { Row, Rows } from '../../ui/section.tsx';
import { useMeetingRoom } from '../meetings-query.ts';
import { ProposeDialog } from '../propose-dialog.tsx';
import { itemCount, meetingTitle, whenOf } from '../words.ts';

/** Further ahead nobody knows what is to be asked. */
const mostOffered = 6;

function ToMeeting(props: { meetingId: string; caseId: string; onClose: () => void }): JSX.Element {
  const query = useMeetingRoom(() => props.meetingId);
  return (
    <Switch
      fallback={
        <Dialog open title={t('meeting.proposeTitle')} onClose={props.onClose}>
          <Skeleton lines={6} />
        </Dialog>
      }
    >
      <Match when={query.isSuccess && query.data}>
        {(room) => <ProposeDialog room={room()} caseId={props.caseId} onClose={props.onClose} />}
      </Match>
      <Match when={query.error}>
        {(error) => (
          <Dialog open title={t('meeting.proposeTitle')} onClose={props.onClose}>
            <ErrorNotice onRetry={() => void query.refetch()}>{wordsFor(error())}</ErrorNotice>
          </Dialog>
        )}
      </Match>
    </Switch>
  );
}

export function ProposeToDialog(props: {
  caseId: string;
  meetings: readonly MeetingHead[];
  already: readonly string[];
  onClose: () => void;
}): JSX.Element {
  const [chosen, setChosen] = createSignal<string>();
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
    <Show
      when={chosen()}
      fallback={
        <Dialog open title={t('meeting.proposeWhich')} onClose={props.onClose}>
          <Show when={offered().length > 0} fallback={<p>{t('meeting.proposeNoMeeting')}</p>}>
            <Rows>
              <For each={offered()}>
                {(one) => (
                  <Row
                    end={
                      <Button size="small" onClick={() => setChosen(one.id)}>
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
      }
    >
      {(meetingId) => <ToMeeting meetingId={meetingId()} caseId={props.caseId} onClose={props.onClose} />}
    </Show>
  );
}
