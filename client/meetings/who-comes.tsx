// At the head of a planned meeting: who is expected, who cannot come, whether a family therapist does. One press says that one cannot.
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Expected, MeetingRoom } from '../../shared/meeting.ts';
import { sayComing } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { showToast } from '../ui/toast.tsx';
import { WithReason } from '../writing/with-reason.tsx';
import { cannotCome, cannotWords } from './comers.ts';
import styles from './meetings.module.css';
import { useDoing } from './meetings-query.ts';

const therapist = 'family-therapist';

export function WhoComes(props: { room: MeetingRoom }): JSX.Element {
  const meeting = () => props.room.meeting;
  const coming = () => props.room.expected.filter((one) => !cannotCome(one));
  const missing = () => props.room.expected.filter(cannotCome);
  const me = () => props.room.expected.find((one) => one.me);
  const therapists = () => coming().filter(({ person }) => person.profession === therapist);
  return (
    <section class={`sheet ${styles.comers}`} aria-labelledby="comers-title">
      <h2 id="comers-title">{t('meeting.comersTitle')}</h2>
      <dl class={styles.facts}>
        <div>
          <dt>{t('meeting.expected')}</dt>
          <dd>
            {coming()
              .map(({ person }) => person.name)
              .join(', ') || t('meeting.expectedNone')}
          </dd>
        </div>
        <Show when={missing().length > 0}>
          <div>
            <dt>{t('meeting.cannotCome')}</dt>
            <dd>
              <ul>
                <For each={missing()}>{(one) => <Missing of={one} />}</For>
              </ul>
            </dd>
          </div>
        </Show>
        {/* A meeting of one case has no team of its own. */}
        <Show when={meeting().kind === 'weekly' && meeting().teamName !== null}>
          <div>
            <dt>{t('meeting.therapist')}</dt>
            <dd>{t(therapists().length > 0 ? 'meeting.therapistComes' : 'meeting.therapistNone')}</dd>
          </div>
        </Show>
      </dl>
      <Show when={me()}>{(own) => <Own of={own()} meetingId={meeting().id} />}</Show>
    </section>
  );
}

function Missing(props: { of: Expected }): JSX.Element {
  return (
    <li>
      {props.of.person.name}
      <Show when={cannotWords(props.of)}>{(words) => <span class="quiet"> · {words()}</span>}</Show>
    </li>
  );
}

/** Whoever is away by a recorded absence has nothing to say. */
function Own(props: { of: Expected; meetingId: string }): JSX.Element {
  const doing = useDoing();
  const [wording, setWording] = createSignal(false);
  const say = async (comes: boolean, note: string | null = null): Promise<boolean> => {
    const params = { meetingId: props.meetingId };
    const body = { comes, note };
    const done = await doing.run({ params, body }, (key) => call(sayComing, { params, body, key }));
    if (done) showToast(t(comes ? 'meeting.saidCan' : 'meeting.saidCannot'));
    return done;
  };
  return (
    <div class={styles.answer}>
      <Show
        when={props.of.regrets}
        fallback={
          <Show when={props.of.away === null}>
            <Button size="small" busy={doing.busy()} onClick={() => void say(false)}>
              {t('meeting.iCannot')}
            </Button>
          </Show>
        }
      >
        {(regrets) => (
          <>
            <p class="quiet">{t('meeting.youCannot')}</p>
            <Button size="small" kind="quiet" onClick={() => setWording(true)}>
              {t(regrets().note === null ? 'meeting.regretWords' : 'meeting.regretChange')}
            </Button>
            <Button size="small" kind="quiet" busy={doing.busy()} onClick={() => void say(true)}>
              {t('meeting.iCan')}
            </Button>
          </>
        )}
      </Show>
      <Show when={doing.problem() && !wording()}>
        <ErrorNotice>{wordsFor(doing.problem())}</ErrorNotice>
      </Show>
      <Show when={wording()}>
        <WithReason
          name={`cannot-come:${props.meetingId}`}
          title={t('meeting.regretWords')}
          action={t('meeting.save')}
          danger={false}
          label={t('meeting.regretLabel')}
          needed={t('meeting.regretNeeded')}
          longest={200}
          busy={doing.busy()}
          problem={doing.problem()}
          lead={<p>{t('meeting.regretLead')}</p>}
          work={(note) => say(false, note)}
          onClose={() => setWording(false)}
        />
      </Show>
    </div>
  );
}
