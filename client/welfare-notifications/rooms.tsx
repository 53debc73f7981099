// The rooms of child welfare notifications, fetched together: making one, and one that was made.
import { useParams, useSearchParams } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import { NotificationPage } from './notification-page.tsx';
import { NotifyPage } from './notify-page.tsx';

export function WelfareRooms(): JSX.Element {
  const params = useParams<{ id?: string }>();
  const [search] = useSearchParams();
  const from = () => (typeof search.from === 'string' ? search.from : null);
  return (
    <Show when={params.id !== 'new' && params.id} keyed fallback={<NotifyPage consultationId={from()} />}>
      {(id) => <NotificationPage id={id} />}
    </Show>
  );
}
