// What is new in a case on the agenda: a few words in its row, and opened, what was written and which steps come back.
import { createSignal, type JSX, Show } from 'solid-js';
import type { ItemNews as News } from '../../shared/agenda-news.ts';
import type { OpenItem } from '../../shared/meeting.ts';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import { ItemWorkspace } from './item-workspace.tsx';
import styles from './meetings.module.css';
import { NewEntries } from './new-entries.tsx';
import newsStyles from './news.module.css';
import { newsWords, sinceWords } from './news-words.ts';
import { StepsBack } from './steps-back.tsx';

export function ItemNews(props: { item: OpenItem; news: News }): JSX.Element {
  const [opened, setOpened] = createSignal(false);
  return (
    <Disclosure
      summary={
        <>
          {t('meetingNews.title')}
          <span class="visually-hidden">: {props.item.childGivenName}.</span>{' '}
          <span class={styles['news-words']}>{newsWords(props.news, new Date())}</span>
        </>
      }
      onToggle={setOpened}
    >
      <Show when={opened()}>
        <ItemWorkspace caseId={props.item.caseId}>
          {(workspace) => (
            <div class={newsStyles.news} data-in="row">
              <p class="quiet">{sinceWords(props.news, new Date())}</p>
              <NewEntries
                workspace={workspace()}
                since={props.news.since}
                title={<h3>{t('meetingNews.entriesTitle')}</h3>}
              />
              <StepsBack
                workspace={workspace()}
                me={session()?.personId ?? ''}
                agendaItemId={props.item.id}
                news={props.news}
              />
            </div>
          )}
        </ItemWorkspace>
      </Show>
    </Disclosure>
  );
}
