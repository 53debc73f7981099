// What the child has said, word for word, and when the child was last met; or why nothing could be asked. The meeting does not
// pass over it in silence.
import { createMemo, createSignal, For, type JSX, Match, Show, Switch } from 'solid-js';
import type { Entry } from '../../../shared/entries.ts';
import { wordsFor } from '../../api/problem-words.ts';
import { isoDay } from '../../i18n/dates.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Quote } from '../../ui/paper.tsx';
import { LiveField } from '../../writing/live-field.tsx';
import { LiveDate } from '../../writing/small-fields.tsx';
import { isWritten, textOf, useItem } from './item-case.tsx';
import { metWords } from './met.ts';
import styles from './parts.module.css';
import { useRoom } from './room.ts';
import { type Starting, useGoing, useStarting } from './use-starting.ts';
import { useAuthorName } from './writer-names.ts';

type Way = 'verbatim' | 'absence';

function Own(props: { entry: Entry; way: Way; starting: Starting }): JSX.Element {
  const { item } = useItem();
  const place = useGoing(props.starting, () => props.entry);
  return (
    <div class={styles.child} ref={place}>
      <Show
        when={props.way === 'verbatim'}
        fallback={
          <LiveField
            entry={props.entry}
            field="absence"
            label={t('meetingRoom.absence')}
            hint={t('meetingRoom.absenceHint')}
            rows={2}
          />
        }
      >
        <div class={styles.verbatim}>
          <LiveField
            entry={props.entry}
            field="verbatim"
            label={t('meetingRoom.verbatim', { name: item().childGivenName })}
            hint={t('meetingRoom.verbatimHint')}
            rows={2}
          />
        </div>
      </Show>
      <LiveDate
        entry={props.entry}
        field="heardOn"
        label={t('meetingRoom.heardOn')}
        max={isoDay(new Date())}
      />
    </div>
  );
}

function Said(props: { entry: Entry }): JSX.Element {
  const name = useAuthorName(() => props.entry);
  const source = () =>
    [
      metWords(textOf(props.entry, 'heardOn')) || t('meetingRoom.metUnknown'),
      name() && t('meetingRoom.recordedBy', { name: name() }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <Show
      when={isWritten(props.entry, 'verbatim')}
      fallback={
        <div>
          <h4>{t('meetingRoom.absenceBy')}</h4>
          <p class={styles.words}>{textOf(props.entry, 'absence')}</p>
          <p class="quiet">{source()}</p>
        </div>
      }
    >
      <Quote size="large" source={source()}>
        {textOf(props.entry, 'verbatim')}
      </Quote>
    </Show>
  );
}

export function ChildVoicePart(): JSX.Element {
  const { room, me } = useRoom();
  const { item, entries } = useItem();
  const starting = useStarting('child-view');
  const [way, setWay] = createSignal<Way>();
  const isOwn = (entry: Entry) => entry.authorIds.includes(me()) && entry.can.includes('write');
  const own = createMemo(() => entries('child-view').find(isOwn));
  const others = createMemo(() =>
    entries('child-view').filter((entry) => !isOwn(entry) && isWritten(entry, 'verbatim', 'absence')),
  );
  const wayOf = (entry: Entry): Way => {
    const chosen = way();
    if (chosen) return chosen;
    return isWritten(entry, 'absence') && !isWritten(entry, 'verbatim') ? 'absence' : 'verbatim';
  };
  const ownWay = () => {
    const entry = own();
    return entry && wayOf(entry);
  };
  /** Why nothing could be asked is only worth saying where nobody has heard the child. */
  const mayBeAbsent = () =>
    ownWay() !== 'absence' && !entries('child-view').some((entry) => isWritten(entry, 'verbatim'));
  const begin = (next: Way): void => {
    setWay(next);
    const entry = own();
    if (entry) starting.goTo(entry.id);
    else void starting.start();
  };
  return (
    <>
      <For each={others()}>{(entry) => <Said entry={entry} />}</For>
      <Switch>
        <Match when={own()}>
          {(entry) => <Own entry={entry()} way={wayOf(entry())} starting={starting} />}
        </Match>
        <Match when={others().length === 0}>
          <p class="quiet">
            {t(room().as === 'team' ? 'meetingRoom.childNotHeard' : 'meetingRoom.visitorChildVoice')}
          </p>
        </Match>
      </Switch>
      <Show when={item().can.includes('write')}>
        <div class={styles.ways}>
          <Show when={ownWay() !== 'verbatim'}>
            <Button icon="pen" data-writing-place busy={starting.busy()} onClick={() => begin('verbatim')}>
              {t('meetingRoom.writeVerbatim')}
            </Button>
          </Show>
          <Show when={mayBeAbsent()}>
            <Button kind="quiet" busy={starting.busy()} onClick={() => begin('absence')}>
              {t('meetingRoom.writeAbsence')}
            </Button>
          </Show>
        </div>
      </Show>
      <Show when={starting.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </>
  );
}
