// What is offered and not answered yet, on top of the page of members: answered or taken back here as on Today.
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { acceptHandover, declineHandover, withdrawHandover } from '../../shared/members.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { DeclineDialog, type Declining } from '../today/decline.tsx';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/toast.tsx';
import { useCase } from './case-room.tsx';
import styles from './members.module.css';
import { memberOf, workspaceKey } from './workspace.ts';

type Offer = Workspace['handovers'][number];

export function OpenOffers(): JSX.Element {
  const { workspace } = useCase();
  return <For each={workspace().handovers}>{(one) => <OpenOffer of={one} />}</For>;
}

function OpenOffer(props: { of: Offer }): JSX.Element {
  const { workspace, caseId } = useCase();
  const queries = useQueryClient();
  const sending = createSending();
  const [declining, setDeclining] = createSignal<Declining>();
  const name = (personId: string) => memberOf(workspace(), personId)?.name ?? '–';
  const params = () => ({ caseId: caseId(), handoverId: props.of.id });
  const can = (what: Offer['can'][number]) => props.of.can.includes(what);
  const answer = async (how: 'accept' | 'withdraw') => {
    const done = await sending.send({ how }, async (key) => {
      const route = how === 'accept' ? acceptHandover : withdrawHandover;
      await call(route, { params: params(), body: {}, key });
    });
    if (!done) return showToast(wordsFor(sending.problem()));
    showToast(t(how === 'accept' ? 'membership.handoverAccepted' : 'membership.handoverWithdrawn'));
    await queries.invalidateQueries({ queryKey: workspaceKey(caseId()) });
  };
  const decline = () =>
    setDeclining({
      what: 'handover',
      id: props.of.id,
      send: (reason, key) => call(declineHandover, { params: params(), body: { reason }, key }),
    });
  return (
    <section class={styles.summary} aria-label={t('membership.handoverTitle')}>
      <p>{t('membership.offerOpen', { from: name(props.of.fromPersonId), to: name(props.of.toPersonId) })}</p>
      <p class={styles.message}>{props.of.message}</p>
      <div class={styles.ways}>
        <Show when={can('accept')}>
          <Button kind="primary" size="small" busy={sending.busy()} onClick={() => void answer('accept')}>
            {t('membership.handoverAccept')}
          </Button>
        </Show>
        <Show when={can('decline')}>
          <Button size="small" onClick={decline}>
            {t('membership.handoverDecline')}
          </Button>
        </Show>
        <Show when={can('withdraw')}>
          <Button size="small" busy={sending.busy()} onClick={() => void answer('withdraw')}>
            {t('membership.handoverWithdraw')}
          </Button>
        </Show>
      </div>
      <Show when={declining()} keyed>
        {(what) => <DeclineDialog declining={what} onClose={() => setDeclining(undefined)} />}
      </Show>
    </section>
  );
}
