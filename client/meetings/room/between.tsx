// In the middle where no item is in view: between two items, while a case is discussed in which one does not take part, at the end.
import { For, type JSX, Match, Show, Switch } from 'solid-js';
import { time } from '../../i18n/format.ts';
import { t } from '../../i18n/index.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import styles from './room.module.css';
import { currentItem, leads, useRoom } from './room.ts';

function Calm(props: {
  title: string;
  children: JSX.Element;
  lock?: boolean;
  more?: JSX.Element;
}): JSX.Element {
  return (
    <section class={styles.calm} aria-labelledby="meeting-phase">
      <Switch>
        <Match when={props.lock}>
          <Icon name="lock" size={24} />
        </Match>
      </Switch>
      <h2 id="meeting-phase">{props.title}</h2>
      <p>{props.children}</p>
      {props.more}
    </section>
  );
}

/** Of the cases that were discussed, as far as one takes part in them. */
function Memos(): JSX.Element {
  const { room } = useRoom();
  const discussed = () =>
    room().items.flatMap((item) => (!item.restricted && item.state === 'discussed' ? [item] : []));
  return (
    <Show when={discussed().length > 0}>
      <h3>{t('meetingRoom.memos')}</h3>
      <ul class={styles.memos}>
        <For each={discussed()}>
          {(item) => (
            <li>
              <LinkButton kind="primary" href={`/cases/${item.caseId}/memos/${item.id}`}>
                {item.childGivenName}
              </LinkButton>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

export function Between(): JSX.Element {
  const { room } = useRoom();
  const coming = () => room().items.filter(({ state }) => state === 'planned');
  const nextWords = () => {
    if (!leads(room())) return t('meetingRoom.betweenOthers');
    const begins = coming().some((item) => !item.restricted && item.can.includes('begin'));
    return t(begins ? 'meetingRoom.betweenLead' : 'meetingRoom.betweenRestricted');
  };
  return (
    <Switch
      fallback={
        <Calm title={t('meetingRoom.allDone')}>
          {t(leads(room()) ? 'meetingRoom.allDoneLead' : 'meetingRoom.allDoneOthers')}
        </Calm>
      }
    >
      <Match when={room().meeting.endedAt}>
        {(at) => (
          <Calm title={t('meetingRoom.ended')} more={<Memos />}>
            {t('meetingRoom.endedAt', { time: time(at()) })}
          </Calm>
        )}
      </Match>
      <Match when={currentItem(room())}>
        <Calm title={t('meetingRoom.restrictedNow')} lock>
          {t('meetingRoom.restrictedLead')}
        </Calm>
      </Match>
      <Match when={coming().length > 0}>
        <Calm title={t('meetingRoom.between')}>{nextWords()}</Calm>
      </Match>
    </Switch>
  );
}
