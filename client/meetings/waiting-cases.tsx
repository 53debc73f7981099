// Cases that have not been discussed for long propose themselves: how long ago it was, and one press that begins a proposal.
import { A } from '@solidjs/router';
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { AgendaNews } from '../../shared/agenda-news.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import styles from './meetings.module.css';
import { waitingWords } from './news-words.ts';

const atFirst = 5;

export function WaitingCases(props: {
  news: Pick<AgendaNews, 'waiting' | 'weeks'>;
  onPropose: (caseId: string) => void;
}): JSX.Element {
  const [all, setAll] = createSignal(false);
  const waiting = () => props.news.waiting;
  const shown = () => (all() ? waiting() : waiting().slice(0, atFirst));
  return (
    <Show when={waiting().length > 0}>
      <Section
        title={t('meetingNews.waiting')}
        lead={t('meetingNews.waitingLead', { count: props.news.weeks })}
        look="sheet"
      >
        <Rows>
          <For each={shown()}>
            {(one) => (
              <Row
                end={
                  <Button size="small" onClick={() => props.onPropose(one.id)}>
                    {t('meetingNews.propose')}
                    <span class="visually-hidden">: {one.childGivenName}</span>
                  </Button>
                }
              >
                <p>
                  <A class={styles.name ?? ''} href={`/cases/${one.id}`}>
                    {one.childGivenName}
                  </A>{' '}
                  <span class="quiet numbers">{one.caseNumber}</span>
                </p>
                <p class="quiet">{waitingWords(one, new Date())}</p>
              </Row>
            )}
          </For>
        </Rows>
        <Show when={waiting().length > shown().length}>
          <div>
            <Button kind="quiet" size="small" onClick={() => setAll(true)}>
              {t('cases.showAll', { count: waiting().length })}
            </Button>
          </div>
        </Show>
      </Section>
    </Show>
  );
}
