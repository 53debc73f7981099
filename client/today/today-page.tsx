// What each role opens on: what is due, what waits, what changed. One page for all; a part without content is not
// shown, and a page without parts teaches the next step.
import {
  type Component,
  createEffect,
  createSignal,
  type JSX,
  lazy,
  Match,
  Show,
  Suspense,
  Switch,
} from 'solid-js';
import type { Today } from '../../shared/today.ts';
import { Answered } from '../api/answered.tsx';
import { wholeDay } from '../i18n/format.ts';
import { roomWords, t } from '../i18n/index.ts';
import { session } from '../sessions/session.ts';
import { Page } from '../shell/page.tsx';
import { announce } from '../ui/announcer.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Asked } from './asked.tsx';
import { createNewly } from './newly.ts';
import styles from './today.module.css';
import { useToday, waitingCount } from './today-query.ts';
import { toldChanges } from './told-changes.ts';

const opensCases = () => session()?.opensCases === true;

/** Fetched together with the words it needs. */
const part = <P extends object>(load: () => Promise<Component<P>>) =>
  lazy(async () => {
    const [component] = await Promise.all([load(), roomWords()]);
    return { default: component };
  });

// Not everybody has them, and not every day: fetched when there is something to show.
const WaitingMemberships = part(async () => (await import('./memberships.tsx')).WaitingMemberships);
const MembershipsBeside = part(async () => (await import('./memberships.tsx')).MembershipsBeside);
// The family's alone.
const Next = lazy(async () => ({ default: (await import('./next.tsx')).Next }));
const Steps = lazy(async () => {
  const [parts] = await Promise.all([import('../steps/today-part.tsx'), roomWords()]);
  return { default: parts.TodaySteps };
});
// Of those who are responsible for a child.
const Assessments = lazy(async () => ({ default: (await import('./assessments.tsx')).Assessments }));
const ToSign = lazy(async () => ({ default: (await import('./to-sign.tsx')).ToSign }));
const Notices = lazy(async () => ({ default: (await import('./notices.tsx')).Notices }));
const Changed = part(async () => (await import('./changed.tsx')).Changed);
const Consultations = part(async () => (await import('./room-parts.tsx')).TodayConsultations);
const Meetings = part(async () => (await import('./room-parts.tsx')).TodayMeetings);
const Notifications = part(async () => (await import('./room-parts.tsx')).TodayNotifications);
const Glass = part(async () => (await import('./glass.tsx')).Glass);
/** Whoever came by a link came for a question of a case. */
const meets = () => session()?.ownPassword === true;
const consults = () => session()?.family === false && meets();
const hasBeside = (today: Today): boolean =>
  today.ending.length + today.absences.length + today.teamLoads.length > 0 || today.load !== null;

const tellNews = (today: () => Today | undefined): void => {
  const asked = createNewly();
  const notices = createNewly();
  const signing = createNewly();
  const invited = createNewly();
  const agreed = createNewly();
  const offered = createNewly();
  const broken = createNewly();
  createEffect(() => {
    const now = today();
    if (!now) return;
    const fresh = new Set(asked(now.asked.map((one) => one.contributionId)));
    for (const one of now.asked)
      if (fresh.has(one.contributionId)) announce(t('today.newAsked', { area: t(`lifeArea.${one.area}`) }));
    if (agreed(now.steps.map((one) => one.id)).length > 0) announce(t('today.newStep'));
    if (invited(now.invitations.map((one) => one.memberId)).length > 0) announce(t('today.newInvitation'));
    const toMe = now.handovers.filter((one) => one.direction === 'to-me');
    if (offered(toMe.map((one) => one.handoverId)).length > 0) announce(t('today.newHandover'));
    if (broken(now.glassToReview.map((one) => one.useId)).length > 0) announce(t('today.newGlass'));
    if (notices(now.notices.map((one) => one.id)).length > 0) announce(t('today.newNotice'));
    if (signing(now.toSign.map((one) => one.versionId)).length > 0) announce(t('today.toSignTitle'));
  });
};

const isEmpty = (today: Today): boolean =>
  today.asked.length +
    today.steps.length +
    today.toSign.length +
    today.assessments.length +
    toldChanges(today.changed).length +
    today.next.length +
    today.notices.length +
    today.invitations.length +
    today.handovers.length +
    today.openGlass.length +
    today.glassToReview.length +
    today.ending.length +
    today.absences.length +
    today.teamLoads.length ===
  0;

export function TodayPage(): JSX.Element {
  const query = useToday();
  const data = () => (query.isPending ? undefined : query.data);
  tellNews(data);
  // Whether anything of the consultations is shown: not known until they are read, and nothing is said to be empty before.
  const [consulted, setConsulted] = createSignal<boolean | undefined>(consults() ? undefined : false);
  const [notified, setNotified] = createSignal<boolean | undefined>(consults() ? undefined : false);
  const [met, setMet] = createSignal<boolean | undefined>(meets() ? undefined : false);
  const title = () => {
    const now = data();
    const count = now ? waitingCount(now) : 0;
    return count > 0 ? t('today.counted', { count }) : t('shell.today');
  };
  return (
    <Page
      title={t('shell.today')}
      windowTitle={title()}
      facts={<time>{wholeDay(new Date())}</time>}
      actions={
        <Show when={opensCases()}>
          <LinkButton href="/cases/new" kind="primary" icon="plus">
            {t('today.newChild')}
          </LinkButton>
        </Show>
      }
    >
      <Answered query={query}>
        {(today) => (
          <div class={styles.columns}>
            <div class={styles.stack}>
              <Notices notices={today().notices} />
              <Show when={consults()}>
                <Suspense>
                  <Notifications onRead={setNotified} />
                </Suspense>
              </Show>
              <Show when={today().openGlass.length + today().glassToReview.length > 0}>
                <Suspense>
                  <Glass today={today()} />
                </Suspense>
              </Show>
              <Show when={today().invitations.length + today().handovers.length > 0}>
                <Suspense>
                  <WaitingMemberships today={today()} />
                </Suspense>
              </Show>
              <Show when={meets()}>
                <Suspense>
                  <Meetings onRead={setMet} />
                </Suspense>
              </Show>
              <Next next={today().next} />
              <Asked asked={today().asked} />
              <Show when={today().steps.length > 0}>
                <Suspense>
                  <Steps steps={today().steps} />
                </Suspense>
              </Show>
              <Show when={today().toSign.length > 0}>
                <Suspense>
                  <ToSign versions={today().toSign} />
                </Suspense>
              </Show>
              <Show when={today().assessments.length > 0}>
                <Suspense>
                  <Assessments assessments={today().assessments} />
                </Suspense>
              </Show>
              <Show when={consults()}>
                <Suspense>
                  <Consultations onRead={setConsulted} />
                </Suspense>
              </Show>
              <Show
                when={isEmpty(today()) && consulted() === false && notified() === false && met() === false}
              >
                <NothingToday cases={today().cases} />
              </Show>
            </div>
            <div class={styles.stack}>
              <Show when={hasBeside(today())}>
                <Suspense>
                  <MembershipsBeside today={today()} />
                </Suspense>
              </Show>
              <Show when={toldChanges(today().changed).length > 0}>
                <Suspense>
                  <Changed changed={today().changed} />
                </Suspense>
              </Show>
              <Notes count={today().notes} />
              <Show when={consults()}>
                <p>
                  <a href="/welfare-notifications/new">{t('today.notify')}</a>
                </p>
              </Show>
            </div>
          </div>
        )}
      </Answered>
    </Page>
  );
}

function Notes(props: { count: number }): JSX.Element {
  return (
    <Show when={props.count > 0}>
      <p>
        <a href="/notes">{t('today.notes', { count: props.count })}</a>
      </p>
    </Show>
  );
}

function NothingToday(props: { cases: number }): JSX.Element {
  return (
    <Switch
      fallback={
        <EmptyState
          icon="today"
          title={t('today.emptyPartner')}
          action={
            <Show when={props.cases > 0}>
              <LinkButton href="/children">{t('today.seeChildren')}</LinkButton>
            </Show>
          }
        >
          {t('today.emptyPartnerDetail')}
        </EmptyState>
      }
    >
      <Match when={session()?.family}>
        <EmptyState
          icon="today"
          title={t('today.emptyFamily')}
          action={<LinkButton href="/my">{t('today.seeMatters')}</LinkButton>}
        >
          {t('today.emptyFamilyDetail')}
        </EmptyState>
      </Match>
      <Match when={opensCases()}>
        <EmptyState
          icon="today"
          title={t('today.emptyOpener')}
          action={
            props.cases > 0 ? (
              <LinkButton href="/children">{t('today.seeChildren')}</LinkButton>
            ) : (
              <LinkButton href="/cases/new" icon="plus">
                {t('today.newChild')}
              </LinkButton>
            )
          }
        >
          {t('today.emptyOpenerDetail')}
        </EmptyState>
      </Match>
    </Switch>
  );
}
