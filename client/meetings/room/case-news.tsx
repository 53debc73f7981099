// At the beginning of an item, for the home team: what is new in the case, and the steps of last time, which are gone through first.
import { createMemo, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/index.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { NewEntries } from '../new-entries.tsx';
import styles from '../news.module.css';
import { useAgendaNews } from '../news-query.ts';
import { newsWords, sinceWords } from '../news-words.ts';
import { StepsBack, stepsTitle } from '../steps-back.tsx';
import { useItem } from './item-case.tsx';
import { useRoom } from './room.ts';

/** The phase in which an item is begun: the presenter's question, or the first one where a kind of meeting has none. */
export const isOpening = (phases: readonly { readonly key: string }[], key: string): boolean =>
  key === (phases.find((one) => one.key === 'question') ?? phases[0])?.key;

export function CaseNews(): JSX.Element {
  const { room, me } = useRoom();
  const { item, workspace } = useItem();
  const read = useAgendaNews(room);
  const news = createMemo(() => read()?.items.find(({ id }) => id === item().id));
  return (
    <Show when={news()}>
      {(now) => (
        <Show when={workspace()}>
          {(of) => (
            <>
              <section class={styles.news} aria-label={t('meetingNews.title')}>
                <h3>{t('meetingNews.title')}</h3>
                <p>{newsWords(now(), new Date())}</p>
                <p class="quiet">{sinceWords(now(), new Date())}</p>
                <Show when={now().entries > 0}>
                  <Disclosure summary={t('meetingNews.entriesTitle')}>
                    <NewEntries workspace={of()} since={now().since} title={undefined} />
                  </Disclosure>
                </Show>
              </section>
              <section class={styles.news} aria-label={stepsTitle(now())}>
                <StepsBack workspace={of()} me={me()} agendaItemId={item().id} news={now()} />
              </section>
            </>
          )}
        </Show>
      )}
    </Show>
  );
}
