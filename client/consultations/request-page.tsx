// One request: where it stands and with whom, the question and every turn of both sides, and what I can do now.
import { useLocation } from '@solidjs/router';
import { createEffect, createMemo, createSignal, type JSX, lazy, on, Show, Suspense } from 'solid-js';
import type { Consultation } from '../../shared/consultation.ts';
import { beginTriage } from '../../shared/consultations.ts';
import { Answered } from '../api/answered.tsx';
import { CallError, call } from '../api/call.ts';
import { RequestAttachments } from '../attachments/request-attachments.tsx';
import { BundlesPart } from '../bundles/bundles-part.tsx';
import { dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { announce } from '../ui/announcer.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState, Notice } from '../ui/notice.tsx';
import { Acts } from './acts.tsx';
import { useConsultation, useDoing } from './consultations-query.ts';
import { Correspondence } from './correspondence.tsx';
import { Duties } from './duties.tsx';
import { Facts } from './facts.tsx';
import { FollowUp } from './follow-up.tsx';
import { History } from './history.tsx';
import { JointAnswer } from './joint-answer.tsx';
import { OwnRecords } from './own-records.tsx';
import { ConsultationsPath } from './path.tsx';
import styles from './request.module.css';
import { Standing } from './standing.tsx';
import { ChooseTime } from './times.tsx';
import { TurnForm } from './turn-form.tsx';
import { isMe } from './words.ts';

const LeftWords = lazy(async () => ({ default: (await import('../together/left-words.tsx')).LeftWords }));

export function RequestPage(props: { consultationId: string }): JSX.Element {
  const query = useConsultation(() => props.consultationId);
  const one = () => (query.isSuccess ? query.data : undefined);
  // No longer this person's to see, such as after it was declined or passed on: nothing of it stays on the screen.
  const gone = () => query.error instanceof CallError && query.error.id === 'not-found';
  const title = () => {
    const now = one();
    return now ? t(`questionArea.${now.area}`) : t('shell.consultations');
  };
  return (
    <Page
      title={title()}
      windowTitle={one() ? t('consultation.number', { number: one()?.number ?? '' }) : undefined}
      path={<ConsultationsPath />}
      facts={
        <Show when={one()}>
          {(now) => (
            <>
              <span class="numbers">{now().number}</span>
              <span>{t(now().anonymous ? 'consultation.anonymous' : 'consultation.named')}</span>
              <Show when={now().urgency !== 'ordinary'}>
                <span>{t(`urgency.${now().urgency}`)}</span>
              </Show>
            </>
          )}
        </Show>
      }
    >
      <Show
        when={!gone()}
        fallback={
          <>
            <EmptyState
              icon="chat"
              title={t('consultation.gone')}
              action={<LinkButton href="/consultations">{t('consultation.path')}</LinkButton>}
            >
              {t('consultation.goneDetail')}
            </EmptyState>
            <Suspense>
              <LeftWords />
            </Suspense>
          </>
        }
      >
        <Answered query={query}>{(data) => <Request of={data()} />}</Answered>
      </Show>
    </Page>
  );
}

/** The asker sees that it was read as soon as somebody of the team has opened it. */
const useOpening = (of: () => Consultation): void => {
  const doing = useDoing(() => of().id);
  createEffect(
    on(
      () => of().can.includes('begin-triage'),
      (unread) => {
        if (!unread) return;
        const params = { consultationId: of().id };
        void doing.run(params, (key) => call(beginTriage, { params, body: {}, key }));
      },
    ),
  );
};

/** What the other side writes while the page is open is said. */
const tellTurns = (of: () => Consultation): void => {
  const last = createMemo(() => of().messages.at(-1)?.id);
  createEffect(
    on(
      last,
      () => {
        const turn = of().messages.at(-1);
        if (turn && !isMe(turn.author)) announce(`${turn.author.name} ${t(`messageKind.${turn.kind}`)}`);
      },
      { defer: true },
    ),
  );
};

/** Is the answer written together, here or on somebody else's screen? */
const isWrittenTogether = (of: Consultation, opened: string | undefined): boolean =>
  opened !== undefined || (of.jointAnswer !== null && !of.jointAnswer.sent);

function Request(props: { of: Consultation }): JSX.Element {
  const location = useLocation<{ sent?: boolean }>();
  /** Somebody has recorded that a notification comes of it. */
  const notifies = () => props.of.outcomes.some((one) => one.kind === 'child-welfare-notification');
  const [together, setTogether] = createSignal<string>();
  useOpening(() => props.of);
  tellTurns(() => props.of);
  return (
    <div class={styles.columns}>
      <div class={styles.beside}>
        <Show when={location.state?.sent}>
          <Notice title={t('consultation.receivedTitle')}>
            {t('consultation.receipt', { number: props.of.number, date: dateTime(props.of.receivedAt) })}
          </Notice>
        </Show>
        <Standing of={props.of} />
      </div>
      <div class={styles.letters}>
        <Correspondence of={props.of} />
        <RequestAttachments of={props.of} />
        <Show when={!props.of.anonymous}>
          <BundlesPart consultationId={props.of.id} asking={props.of.sides.includes('asking')} />
        </Show>
        <ChooseTime of={props.of} />
        <Show when={props.of.sides.includes('asking')}>
          <Duties
            notification={props.of.duties.notification || notifies()}
            police={props.of.duties.police}
            from={props.of.can.includes('notify') ? props.of.id : undefined}
          />
        </Show>
        <FollowUp of={props.of} />
        <JointAnswer of={props.of} opened={together()} onOpen={setTogether} />
        <TurnForm of={props.of} aside={isWrittenTogether(props.of, together())} />
        <Acts of={props.of} />
      </div>
      <div class={styles.background}>
        <Facts of={props.of} />
        <OwnRecords of={props.of} />
        <History steps={props.of.history} />
      </div>
    </div>
  );
}
