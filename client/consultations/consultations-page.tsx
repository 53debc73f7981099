// The consultations: what I asked, what my team has, what I began to write; the closed ones behind one line.
import { A } from '@solidjs/router';
import { createSignal, For, type JSX, onMount, Show } from 'solid-js';
import type { ConsultationHead } from '../../shared/consultation.ts';
import { isServed, type Lists } from '../../shared/consultation-lists.ts';
import { Answered } from '../api/answered.tsx';
import { when } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { NotificationLists } from '../welfare-notifications/lists.tsx';
import { tellArrivals } from './arrivals.ts';
import styles from './consultations.module.css';
import { isOver, useConsultations } from './consultations-query.ts';
import { saveKept } from './draft-desk.ts';
import { AskedRow, QueueRow } from './request-row.tsx';
import { isMe } from './words.ts';

const isEmpty = (lists: Lists): boolean =>
  lists.asked.length + lists.queue.length + lists.invited.length + lists.drafts.length === 0;

/** Those one sees from both sides stand among one's own. */
const closedOnes = (lists: Lists): ConsultationHead[] => [
  ...new Map(
    [...lists.queue.filter(isServed), ...lists.asked.filter(isOver)].map((one) => [one.id, one]),
  ).values(),
];

export function ConsultationsPage(): JSX.Element {
  const query = useConsultations();
  const [notified, setNotified] = createSignal<boolean>();
  tellArrivals(() => (query.isSuccess ? query.data : undefined));
  onMount(() => {
    // What an earlier page could not save stands among the drafts then.
    void saveKept().then(
      (any) => any && void query.refetch(),
      () => undefined,
    );
  });
  return (
    <Page
      title={t('shell.consultations')}
      windowTitle={t('shell.consultations')}
      facts={t('consultation.lead')}
      actions={
        <>
          <LinkButton href="/welfare-notifications/new">{t('welfare.new')}</LinkButton>
          <LinkButton href="/services">{t('consultation.services')}</LinkButton>
          <LinkButton href="/consultations/new" kind="primary" icon="plus">
            {t('consultation.ask')}
          </LinkButton>
        </>
      }
    >
      <div class={styles.lists}>
        <NotificationLists onRead={setNotified} />
        <Answered query={query}>
          {(lists) => (
            <Show
              when={!isEmpty(lists())}
              fallback={
                <Show when={notified() === false}>
                  <EmptyState icon="chat" title={t('consultation.none')}>
                    {t('consultation.noneDetail')}
                  </EmptyState>
                </Show>
              }
            >
              <div class={styles.lists}>
                <Heads
                  title={t('consultation.invited')}
                  heads={lists().invited.filter((one) => !isOver(one))}
                >
                  {(one) => <AskedRow head={one} />}
                </Heads>
                <Heads
                  title={t('consultation.mine')}
                  heads={lists().queue.filter((one) => !isServed(one) && isMe(one.holder))}
                >
                  {(one) => <QueueRow head={one} />}
                </Heads>
                <Heads
                  title={t('consultation.queue')}
                  heads={lists().queue.filter((one) => !isServed(one) && !isMe(one.holder))}
                >
                  {(one) => <QueueRow head={one} />}
                </Heads>
                <Heads title={t('consultation.asked')} heads={lists().asked.filter((one) => !isOver(one))}>
                  {(one) => <AskedRow head={one} />}
                </Heads>
                <Drafts drafts={lists().drafts} />
                <Show when={closedOnes(lists()).length > 0}>
                  <Disclosure summary={t('consultation.closedCount', { count: closedOnes(lists()).length })}>
                    <Rows label={t('consultation.closed')}>
                      <For each={closedOnes(lists())}>{(one) => <AskedRow head={one} />}</For>
                    </Rows>
                  </Disclosure>
                </Show>
              </div>
            </Show>
          )}
        </Answered>
      </div>
    </Page>
  );
}

function Heads(props: {
  title: string;
  heads: readonly ConsultationHead[];
  children: (head: ConsultationHead) => JSX.Element;
}): JSX.Element {
  return (
    <Show when={props.heads.length > 0}>
      <Section title={props.title} look="sheet">
        <Rows>
          <For each={props.heads}>{(one) => props.children(one)}</For>
        </Rows>
      </Section>
    </Show>
  );
}

function Drafts(props: { drafts: Lists['drafts'] }): JSX.Element {
  return (
    <Show when={props.drafts.length > 0}>
      <Section title={t('consultation.drafts')} lead={t('ask.onlyYou')}>
        <Rows>
          <For each={props.drafts}>
            {(one) => (
              <Row
                end={
                  <LinkButton href={`/consultations/drafts/${one.id}`} size="small">
                    {t('consultation.draftGoOn')}
                    <span class="visually-hidden">: {one.excerpt || t('consultation.draftEmpty')}</span>
                  </LinkButton>
                }
              >
                <p>
                  <A class={styles.excerpt ?? ''} href={`/consultations/drafts/${one.id}`}>
                    {one.excerpt || t('consultation.draftEmpty')}
                  </A>
                </p>
                <p class="quiet">{t('consultation.draftSaved', { date: when(one.savedAt, new Date()) })}</p>
              </Row>
            )}
          </For>
        </Rows>
      </Section>
    </Show>
  );
}
