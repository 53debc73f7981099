// The notifications among the consultations: to my services first, then those I made, then what is handled behind one line.
import { createEffect, type JSX, on, Show } from 'solid-js';
import { t } from '../i18n/index.ts';
import { Disclosure } from '../ui/disclosure.tsx';
import {
  HandledRows,
  isOpen,
  listsOf,
  MadeRows,
  ReceivedRows,
  tellNotifications,
} from './notification-rows.tsx';
import { useNotifications } from './notifications-query.ts';

/** @param props.onRead told whether there is anything to show, once it is known */
export function NotificationLists(props: { onRead: (any: boolean) => void }): JSX.Element {
  const query = useNotifications();
  const lists = () => listsOf(query);
  tellNotifications(lists);
  const received = () => (lists()?.received ?? []).filter(isOpen);
  const handled = () => (lists()?.received ?? []).filter((one) => !isOpen(one));
  createEffect(
    on([lists, () => query.isError], ([now, failed]) => {
      if (now || failed) props.onRead((now?.made.length ?? 0) + (now?.received.length ?? 0) > 0);
    }),
  );
  return (
    <>
      <ReceivedRows heads={received()} />
      <MadeRows heads={lists()?.made ?? []} />
      <Show when={handled().length > 0}>
        <Disclosure summary={t('welfare.closedCount', { count: handled().length })}>
          <HandledRows heads={handled()} />
        </Disclosure>
      </Show>
    </>
  );
}
