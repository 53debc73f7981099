// Before the door: what is going on inside, who is there, and one press to come in.
import { type JSX, Match, Show, Switch } from 'solid-js';
import { wordsFor } from '../../api/problem-words.ts';
import { t } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { phaseTitle } from './phase-words.ts';
import styles from './room.module.css';
import { currentItem, currentPhase, openItem, shortName, useRoom } from './room.ts';

export function Foyer(): JSX.Element {
  const { room, moves } = useRoom();
  const item = () => openItem(currentItem(room()));
  const now = () => {
    const [one, phase] = [item(), currentPhase(room(), item())];
    return one && phase ? { name: one.childGivenName, phase: phaseTitle(phase) } : undefined;
  };
  const names = () =>
    room()
      .present.map(({ person }) => shortName(person))
      .join(', ');
  return (
    <section class={styles.foyer} aria-labelledby="meeting-foyer">
      <h2 id="meeting-foyer">{t('meetingRoom.underWay')}</h2>
      <p>
        <Switch fallback={t('meetingRoom.nowNothing')}>
          <Match when={now()}>{(words) => t('meetingRoom.nowAbout', words())}</Match>
          <Match when={currentItem(room())}>{t('meetingRoom.nowRestricted')}</Match>
        </Switch>
      </p>
      <p class="quiet">
        {room().present.length === 0
          ? t('meetingRoom.hereNobody')
          : t('meetingRoom.hereNow', { names: names() })}
      </p>
      <div class={styles.enter}>
        <Button kind="primary" size="wide" busy={moves.busy()} onClick={() => void moves.comeIn()}>
          {t('meetingRoom.comeIn')}
        </Button>
        <p class="quiet">
          {t(room().as === 'visitor' ? 'meetingRoom.visitorLead' : 'meetingRoom.comeInLead')}
        </p>
      </div>
      <Show when={moves.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
    </section>
  );
}
