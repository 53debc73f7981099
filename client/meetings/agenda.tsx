// The agenda before the meeting: in order, with minutes and the clock times that follow from them.
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { AgendaNews } from '../../shared/agenda-news.ts';
import type { AgendaItem, MeetingRoom } from '../../shared/meeting.ts';
import { orderAgenda } from '../../shared/meetings.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { t } from '../i18n/index.ts';
import { announce } from '../ui/announcer.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState, ErrorNotice, Notice } from '../ui/notice.tsx';
import { AgendaRow, type Ordering } from './agenda-row.tsx';
import { agendaTimes, minutesOf, movedBy, takesTime } from './agenda-times.ts';
import { missingAmong } from './comers.ts';
import styles from './meetings.module.css';
import { useDoing } from './meetings-query.ts';
import { itemName } from './words.ts';

export function Agenda(props: {
  room: MeetingRoom;
  news: AgendaNews | undefined;
  onPropose: (() => void) | undefined;
}): JSX.Element {
  const doing = useDoing();
  const items = () => props.room.items;
  const coming = createMemo(() => items().filter(takesTime));
  const postponed = createMemo(() => items().filter((one) => !takesTime(one)));
  const spans = createMemo(() => agendaTimes(props.room.meeting.startsAt, items()));
  const minutes = () => minutesOf(props.room.meeting, items());
  const over = () => minutes().used - minutes().length;
  const orders = () => props.room.can.includes('order');
  let list: HTMLOListElement | undefined;

  const send = (order: readonly AgendaItem[], change: (one: AgendaItem) => number = (one) => one.minutes) => {
    const params = { meetingId: props.room.meeting.id };
    const body = { items: order.map((one) => ({ id: one.id, minutes: change(one) })) };
    return doing.run(body, (key) => call(orderAgenda, { params, body, key }));
  };
  const move = async (item: AgendaItem, step: -1 | 1) => {
    const ids = movedBy(
      coming().map(({ id }) => id),
      item.id,
      step,
    );
    if (ids === null) return;
    const order = ids.flatMap((id) => coming().find((one) => one.id === id) ?? []);
    if (!(await send(order))) return;
    announce(t('meeting.moved', { name: itemName(item), place: ids.indexOf(item.id) + 1 }));
    // The row was taken out and put in elsewhere, and lost the focus by it.
    list?.querySelector<HTMLElement>(`[data-item="${item.id}"] [data-step="${step}"]`)?.focus();
  };

  const orderingOf = (item: AgendaItem, index: () => number): Ordering | undefined => {
    if (!orders()) return undefined;
    return {
      first: index() === 0,
      last: index() === coming().length - 1,
      busy: doing.busy(),
      move: (step) => void move(item, step),
      take: (count) => void send(coming(), (one) => (one.id === item.id ? count : one.minutes)),
    };
  };

  return (
    <section class={`sheet ${styles.agenda}`} aria-labelledby="agenda-title">
      <header class={styles['agenda-head']}>
        <h2 id="agenda-title">{t('meeting.agenda')}</h2>
        <Show when={coming().length > 0}>
          <p class="quiet">{t('meeting.planned', { used: minutes().used, length: minutes().length })}</p>
        </Show>
      </header>
      <Show when={over() > 0}>
        <Notice tone="amber">{t('meeting.tooLong', { count: over() })}</Notice>
      </Show>
      <Show when={doing.problem()}>{(problem) => <ErrorNotice>{wordsFor(problem())}</ErrorNotice>}</Show>
      <Show
        when={coming().length > 0}
        fallback={
          <EmptyState
            icon="list"
            title={t('meeting.agendaEmpty')}
            action={
              <Show when={props.onPropose}>
                {(propose) => (
                  <Button icon="plus" onClick={() => propose()()}>
                    {t('meeting.propose')}
                  </Button>
                )}
              </Show>
            }
          >
            {t('meeting.agendaEmptyDetail')}
          </EmptyState>
        }
      >
        <ol
          class={styles.items}
          ref={(el) => {
            list = el;
          }}
        >
          <For each={coming()}>
            {(item, index) => (
              <AgendaRow
                meeting={props.room.meeting}
                item={item}
                span={spans().get(item.id)}
                news={props.news?.items.find(({ id }) => id === item.id)}
                missing={item.restricted ? undefined : missingAmong(props.room.expected, item.presenter)}
                order={orderingOf(item, index)}
              />
            )}
          </For>
        </ol>
        <Show when={orders() && coming().length > 1}>
          <p class={`quiet ${styles.small}`}>{t('meeting.orderHint')}</p>
        </Show>
      </Show>
      <Show when={postponed().length > 0}>
        <div class={styles.postponed}>
          <h3>{t('meeting.postponedTitle')}</h3>
          <ul>
            <For each={postponed()}>
              {(item) => (
                <li>
                  {itemName(item)}
                  <Show when={item.restricted ? null : item.postponedWhy}>
                    {(reason) => (
                      <span class={styles.small}> {t('meetingNews.because', { reason: reason() })}</span>
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </section>
  );
}
