// What one can do with a request now, as the server says: one press for what is nearest, and quiet ways for the rest.
import { createSignal, For, type JSX, Show } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { claimConsultation } from '../../shared/consultations.ts';
import {
  acceptPassed,
  answerExpertInvitation,
  takeBackPassing,
} from '../../shared/consultations-together.ts';
import { call } from '../api/call.ts';
import { wordsFor } from '../api/problem-words.ts';
import { BundleLink } from '../bundles/bundle-link.tsx';
import { t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { showToast } from '../ui/toast.tsx';
import { useDoing } from './consultations-query.ts';
import { DeputyDialog } from './deputy-dialog.tsx';
import { HandOnDialog } from './hand-on-dialog.tsx';
import { InviteExpertDialog } from './invite-expert-dialog.tsx';
import { OutcomeDialog } from './outcome-dialog.tsx';
import { PassOnDialog } from './pass-on-dialog.tsx';
import { ProposeTimesDialog } from './propose-times-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { reasoned, reasonedActs } from './reasoned-acts.ts';
import styles from './request.module.css';
import { TakeIntoCaseDialog } from './take-into-case-dialog.tsx';

type Act = Consultation['can'][number];

/** Acts of one press, each the nearest thing to do for whoever can. */
const pressed = ['claim', 'accept-passed', 'accept-invitation', 'take-back-passing'] as const;
type Pressed = (typeof pressed)[number];
const pressWords = {
  claim: 'consultation.claim',
  'accept-passed': 'withOthers.acceptPassed',
  'accept-invitation': 'withOthers.acceptInvitation',
  'take-back-passing': 'withOthers.takeBack',
} as const;

/** Acts that open a dialog of their own. */
const opened = [
  'record-outcome',
  'propose-times',
  'invite-expert',
  'hand-on',
  'pass-on',
  'set-deputy',
  'take-into-case',
] as const;
type Opened = (typeof opened)[number];
const openWords = (act: Opened, of: Consultation): string => {
  if (act === 'set-deputy') return t(of.deputy ? 'consultation.setDeputy' : 'consultation.addDeputy');
  if (act === 'hand-on') return t('consultation.handOn');
  if (act === 'pass-on') return t('withOthers.passOn');
  if (act === 'record-outcome') return t('outcome.outcome');
  if (act === 'take-into-case') return t('naming.take');
  return t(act === 'invite-expert' ? 'withOthers.invite' : 'withOthers.propose');
};
const dialogs = {
  'record-outcome': OutcomeDialog,
  'propose-times': ProposeTimesDialog,
  'invite-expert': InviteExpertDialog,
  'hand-on': HandOnDialog,
  'pass-on': PassOnDialog,
  'set-deputy': DeputyDialog,
  'take-into-case': TakeIntoCaseDialog,
} as const;

export function Acts(props: { of: Consultation }): JSX.Element {
  const doing = useDoing(() => props.of.id);
  const [asking, setAsking] = createSignal<Act>();
  const close = () => setAsking(undefined);
  // Only child protection has cases of its own into which something could be taken.
  const hasCases = () => session()?.affiliation?.agencyKind === 'child-protection';
  const can = (act: Act) => props.of.can.includes(act) && (act !== 'take-into-case' || hasCases());
  const shown = () => [pressed, opened, reasonedActs, ['name'] as const].flatMap((acts) => acts.filter(can));
  const params = () => ({ consultationId: props.of.id });
  const run = (act: Pressed, key: string) => {
    const given = { params: params(), body: {}, key };
    if (act === 'claim') return call(claimConsultation, given);
    if (act === 'accept-passed') return call(acceptPassed, given);
    if (act === 'take-back-passing') return call(takeBackPassing, given);
    return call(answerExpertInvitation, { ...given, body: { accept: true, reason: '' } });
  };
  const press = async (act: Pressed) => {
    const done = await doing.run({ act, ...params() }, (key) => run(act, key));
    const words = t(act === 'claim' ? 'consultation.claimed' : 'consultation.done');
    showToast(done ? words : wordsFor(doing.problem()));
  };
  return (
    <Show when={shown().length > 0 || asking() !== undefined}>
      <section class={styles.acts} aria-label={t('consultation.acts')} data-screen-only>
        <For each={pressed.filter(can)}>
          {(act) => (
            <Button
              kind={act === 'take-back-passing' ? 'secondary' : 'primary'}
              size={act === 'take-back-passing' ? 'small' : 'normal'}
              busy={doing.busy()}
              onClick={() => void press(act)}
            >
              {t(pressWords[act])}
            </Button>
          )}
        </For>
        <For each={opened.filter(can)}>
          {(act) => (
            <Button size="small" onClick={() => setAsking(act)}>
              {openWords(act, props.of)}
            </Button>
          )}
        </For>
        <Show when={can('name') && props.of.naming?.is !== 'to'}>
          <LinkButton size="small" href={`/consultations/${props.of.id}/naming`}>
            {t('naming.open')}
          </LinkButton>
        </Show>
        <Show when={can('send-bundle')}>
          <BundleLink consultationId={props.of.id} serviceId={props.of.service.serviceId} />
        </Show>
        <For each={reasonedActs.filter(can)}>
          {(act) => (
            <Button size="small" onClick={() => setAsking(act)}>
              {t(reasoned[act].button)}
            </Button>
          )}
        </For>
        <Show when={reasonedActs.find((act) => act === asking())} keyed>
          {(act) => (
            <ReasonDialog
              consultationId={props.of.id}
              name={`${act}:${props.of.id}`}
              title={t(reasoned[act].title)}
              lead={t(reasoned[act].lead)}
              action={t(reasoned[act].button)}
              danger={act === 'withdraw'}
              work={(reason, key) => reasoned[act].send(params(), reason, key)}
              onClose={close}
            />
          )}
        </Show>
        <Show when={opened.find((act) => act === asking())} keyed>
          {(act) => {
            const Dialog = dialogs[act];
            return <Dialog of={props.of} onClose={close} />;
          }}
        </Show>
      </section>
    </Show>
  );
}
