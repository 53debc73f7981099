// Today, of the notifications: what came to my service and is not finished, and mine that nobody handles yet.
import { A } from '@solidjs/router';
import { createEffect, type JSX, on, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { isOpen, listsOf, MadeRows, ReceivedRows, tellNotifications } from './notification-rows.tsx';
import { useNotifications } from './notifications-query.ts';

/** As many as a day's page carries; the rest is a press away. */
const most = 5;

/** @param props.onRead told whether there is anything to show, once it is known */
export function TodayNotifications(props: { onRead: (any: boolean) => void }): JSX.Element {
  const query = useNotifications();
  const lists = () => listsOf(query);
  tellNotifications(lists);
  const received = () => (lists()?.received ?? []).filter(isOpen);
  const made = () => (lists()?.made ?? []).filter((one) => one.handlingBeganAt === null);
  const any = () => received().length + made().length > 0;
  createEffect(
    on([lists, () => query.isError, any], ([now, failed, some]) => {
      if (now || failed) props.onRead(some);
    }),
  );
  const all = (count: number) => (
    <Show when={count > most}>
      <A href="/consultations">{t('consultation.all')}</A>
    </Show>
  );
  return (
    <>
      <ReceivedRows heads={received().slice(0, most)} aside={all(received().length)} />
      <MadeRows heads={made().slice(0, most)} aside={all(made().length)} />
    </>
  );
}
