// To what one is invited: who asks, why, on what ground and until when. Opening is taking part; or one declines.
import { createSignal, For, type JSX, lazy, Show, Suspense } from 'solid-js';
import { declineMembership } from '../../shared/members.ts';
import type { Today } from '../../shared/today.ts';
import { call } from '../api/call.ts';
import { lastDay } from '../i18n/dates.ts';
import { date } from '../i18n/format.ts';
import { locale, roomWords, t } from '../i18n/index.ts';
import { Button, LinkButton } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { CaseLabel } from './case-link.tsx';
import type { Declining } from './decline.tsx';
import styles from './today.module.css';

type InvitationRow = Today['invitations'][number];

const Decline = lazy(async () => {
  const [{ DeclineDialog: dialog }] = await Promise.all([import('./decline.tsx'), roomWords()]);
  return { default: dialog };
});

/** Fetched when somebody declines, with its words; meanwhile the page stays, and the focus on it. */
export function DeclineDialog(props: { declining: Declining; onClose: () => void }): JSX.Element {
  return (
    <Suspense>
      <Decline declining={props.declining} onClose={props.onClose} />
    </Suspense>
  );
}

export function Invitations(props: { invitations: readonly InvitationRow[] }): JSX.Element {
  const [declining, setDeclining] = createSignal<Declining>();
  const decline = (one: InvitationRow) =>
    setDeclining({
      what: 'invitation',
      id: one.memberId,
      send: (reason, key) =>
        call(declineMembership, {
          params: { caseId: one.caseId, memberId: one.memberId },
          body: { reason },
          key,
        }),
    });
  return (
    <Show when={props.invitations.length > 0 || declining()}>
      <Section title={t('membership.invitedTitle')} look="sheet">
        <Rows>
          <For each={props.invitations}>
            {(one) => (
              <Row
                end={
                  <>
                    <LinkButton href={`/cases/${one.caseId}`} kind="primary" size="small">
                      {t('membership.openInvitation')}
                      <span class="visually-hidden">: {one.childGivenName}</span>
                    </LinkButton>
                    <Button size="small" onClick={() => decline(one)}>
                      {t('membership.decline')}
                      <span class="visually-hidden">: {one.childGivenName}</span>
                    </Button>
                  </>
                }
              >
                <InvitationLines of={one} />
              </Row>
            )}
          </For>
        </Rows>
      </Section>
      <Show when={declining()} keyed>
        {(what) => <DeclineDialog declining={what} onClose={() => setDeclining(undefined)} />}
      </Show>
    </Show>
  );
}

function InvitationLines(props: { of: InvitationRow }): JSX.Element {
  const asker = () => {
    const agency = locale() === 'sv' ? props.of.agencyNameSv : props.of.agencyNameFi;
    const on = date(props.of.invitedAt);
    const name = props.of.invitedByName;
    return name === null
      ? t('membership.invitedByAgency', { agency, date: on })
      : t('membership.invitedBy', { name, agency, date: on });
  };
  const terms = () => {
    const grounds = props.of.grounds.map((one) => one.statute || t(`groundKind.${one.kind}`)).join('; ');
    return [
      t(`memberRole.${props.of.role}`),
      props.of.endsAt === null
        ? t('membership.invitedOpen')
        : t('membership.invitedUntil', { date: date(lastDay(props.of.endsAt)) }),
      ...(grounds === '' ? [] : [t('membership.invitedOn', { ground: grounds })]),
    ].join(' · ');
  };
  return (
    <>
      <p>
        <CaseLabel of={props.of} />
      </p>
      <Show when={props.of.purpose !== ''}>
        <p class={styles.question}>{props.of.purpose}</p>
      </Show>
      <p class="quiet">{asker()}</p>
      <p class="quiet">{terms()}</p>
    </>
  );
}
