// Beside every phase: what the child has last said, the steps, and the way to the own agency's part.
import { createMemo, type JSX, Show } from 'solid-js';
import { lastWords } from '../../cases/child-words.tsx';
import { t } from '../../i18n/index.ts';
import { session } from '../../sessions/session.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Quote } from '../../ui/paper.tsx';
import { useItem } from './item-case.tsx';
import { lastMet, metWords } from './met.ts';
import styles from './room.module.css';
import { useRoom } from './room.ts';
import { ItemSteps } from './steps-part.tsx';

function ChildWords(): JSX.Element {
  const { workspace } = useItem();
  const said = createMemo(() => {
    const now = workspace();
    return now && lastWords(now);
  });
  const source = (by: string) => {
    const now = workspace();
    return [now && metWords(lastMet(now)), by && t('meetingRoom.recordedBy', { name: by })]
      .filter(Boolean)
      .join(' · ');
  };
  return (
    <Show when={said()}>
      {(words) => (
        <section>
          <h2>{t('meetingRoom.childWords')}</h2>
          <Quote source={source(words().by)}>{words().text}</Quote>
        </section>
      )}
    </Show>
  );
}

export function Beside(): JSX.Element {
  const { view, room } = useRoom();
  const { item } = useItem();
  const isOpen = () => view.spot()?.part === 'own';
  const mayWrite = () => Boolean(session()?.affiliation) && room().meeting.state === 'open';
  // What stands in the middle is not said twice.
  const phaseKey = () => {
    const part = view.spot()?.part;
    return typeof part === 'number' ? room().meeting.phases[part]?.key : undefined;
  };
  const hasPart = () => mayWrite() || item().sections.some(({ part }) => part === 'agency');
  return (
    <aside class={styles.beside} aria-label={item().childGivenName}>
      <Show when={room().meeting.state === 'ended' && item().state === 'discussed'}>
        <div>
          <LinkButton kind="primary" href={`/cases/${item().caseId}/memos/${item().id}`}>
            {t('meetingRoom.memoPage')}
            <span class="visually-hidden">: {item().childGivenName}</span>
          </LinkButton>
        </div>
      </Show>
      <Show when={phaseKey() !== 'child-voice'}>
        <ChildWords />
      </Show>
      <Show when={phaseKey() !== 'steps'}>
        <ItemSteps />
      </Show>
      <Show when={hasPart()}>
        <div>
          <Button
            icon="pen"
            size="small"
            aria-pressed={isOpen()}
            onClick={() => view.open({ itemId: item().id, part: 'own' })}
          >
            {t('meetingRoom.ownPart')}
          </Button>
        </div>
      </Show>
    </aside>
  );
}
