// Responsibility that is offered: to oneself, or by oneself. It holds until accepted, and says so.
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { acceptHandover, declineHandover, withdrawHandover } from '../../shared/members.ts';
import type { Today } from '../../shared/today.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Button } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { showToast } from '../ui/toast.tsx';
import { CaseLink } from './case-link.tsx';
import type { Declining } from './decline.tsx';
import { DeclineDialog } from './invitations.tsx';
import { LoadWords } from './loads.tsx';
import styles from './today.module.css';
import { todayKey } from './today-query.ts';

type OfferRow = Today['handovers'][number];

const paramsOf = ({ caseId, handoverId }: OfferRow) => ({ caseId, handoverId });

export function Handovers(props: {
  handovers: readonly OfferRow[];
  /** What one is responsible for already. */
  load: Today['load'];
}): JSX.Element {
  const [declining, setDeclining] = createSignal<Declining>();
  const decline = (one: OfferRow) =>
    setDeclining({
      what: 'handover',
      id: one.handoverId,
      send: (reason, key) => call(declineHandover, { params: paramsOf(one), body: { reason }, key }),
    });
  return (
    <Show when={props.handovers.length > 0 || declining()}>
      <Section title={t('membership.handoverTitle')} look="sheet">
        <Rows>
          <For each={props.handovers}>
            {(one) => <Offer of={one} load={props.load} onDecline={() => decline(one)} />}
          </For>
        </Rows>
      </Section>
      <Show when={declining()} keyed>
        {(what) => <DeclineDialog declining={what} onClose={() => setDeclining(undefined)} />}
      </Show>
    </Show>
  );
}

function Offer(props: { of: OfferRow; load: Today['load']; onDecline: () => void }): JSX.Element {
  const queries = useQueryClient();
  const sending = createSending();
  const toMe = () => props.of.direction === 'to-me';
  const answer = async () => {
    const params = paramsOf(props.of);
    const done = await sending.send(params, async (key) => {
      await call(toMe() ? acceptHandover : withdrawHandover, { params, body: {}, key });
    });
    if (!done) showToast(wordsFor(sending.problem()));
    else showToast(t(toMe() ? 'membership.handoverAccepted' : 'membership.handoverWithdrawn'));
    await queries.invalidateQueries({ queryKey: todayKey });
  };
  return (
    <Row
      end={
        <>
          <Button
            kind={toMe() ? 'primary' : 'secondary'}
            size="small"
            busy={sending.busy()}
            onClick={() => void answer()}
          >
            {t(toMe() ? 'membership.handoverAccept' : 'membership.handoverWithdraw')}
            <span class="visually-hidden">: {props.of.childGivenName}</span>
          </Button>
          <Show when={toMe()}>
            <Button size="small" onClick={() => props.onDecline()}>
              {t('membership.handoverDecline')}
              <span class="visually-hidden">: {props.of.childGivenName}</span>
            </Button>
          </Show>
        </>
      }
    >
      <p>
        <strong>
          {t(toMe() ? 'membership.handoverToMe' : 'membership.handoverFromMe', { name: props.of.name })}
        </strong>{' '}
        · <CaseLink of={props.of} />
      </p>
      <p class={styles.question}>{props.of.message}</p>
      <p class="quiet">
        {date(props.of.offeredAt)} ·{' '}
        {toMe()
          ? t(props.of.giverBecomes === 'team' ? 'membership.giverTeam' : 'membership.giverLeaves', {
              name: props.of.name,
            })
          : t('membership.handoverHolds')}
      </p>
      <Show when={toMe() && props.load}>{(load) => <LoadWords load={load()} />}</Show>
    </Row>
  );
}
