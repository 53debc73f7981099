// The rooms of consultations, fetched together: the lists, asking, and one request.
import { useParams, useSearchParams } from '@solidjs/router';
import { type JSX, Match, Switch } from 'solid-js';
import { AskPage } from './ask-page.tsx';
import { ConsultationsPage } from './consultations-page.tsx';
import { NamingPage } from './naming-page.tsx';
import { RequestPage } from './request-page.tsx';

const namingIn = /^([0-9a-f-]{36})\/naming$/;
const draftIn = /^drafts\/([^/]+)$/;

export function ConsultationRooms(): JSX.Element {
  const params = useParams<{ rest?: string }>();
  const [search] = useSearchParams();
  const rest = () => params.rest ?? '';
  const asks = () => rest() === 'new' || draftIn.test(rest());
  const service = () => (typeof search.service === 'string' ? search.service : null);
  return (
    <Switch>
      <Match when={rest() === ''}>
        <ConsultationsPage />
      </Match>
      {/* One page from the first word to the last: its address changes when the draft begins, and nothing else does. */}
      <Match when={asks()}>
        <AskPage draftId={draftIn.exec(rest())?.[1]} serviceId={service()} />
      </Match>
      <Match when={namingIn.exec(rest())?.[1]} keyed>
        {(consultationId) => <NamingPage consultationId={consultationId} />}
      </Match>
      <Match when={rest()} keyed>
        {(consultationId) => <RequestPage consultationId={consultationId} />}
      </Match>
    </Switch>
  );
}
