// Who takes part and on which ground, as far as one may know; ending a membership, recording and withdrawing grounds.
import { createEffect, createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { GuestLine } from '../guests/guest-line.tsx';
import { useGuestLinks } from '../guests/guest-links.ts';
import { compare, date } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { useLive } from '../live/index.ts';
import { session } from '../sessions/session.ts';
import { AgencyMark } from '../ui/agency-mark.tsx';
import { Button } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { CasePage } from './case-page.tsx';
import { useCase } from './case-room.tsx';
import { EndMembershipDialog } from './end-membership-dialog.tsx';
import { groundsFor } from './ground-words.ts';
import { Grounds } from './grounds.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import styles from './members.module.css';
import { memberAgency, memberWords } from './members-words.ts';

type Member = Workspace['members'][number];

export function SharingPage(): JSX.Element {
  const { workspace, caseId } = useCase();
  const live = useLive();
  createEffect(() =>
    live.reportPlace(caseId(), { view: 'people', entryId: null, field: null, writing: false }),
  );
  const [inviting, setInviting] = createSignal(false);
  const [ending, setEnding] = createSignal<Member>();
  const mayInvite = () => workspace().case.can.includes('invite');
  const links = useGuestLinks(caseId, mayInvite);
  const mayEnd = (member: Member) =>
    workspace().case.can.includes('end-membership') &&
    member.personId !== session()?.personId &&
    !isOver(member);
  const members = createMemo(() =>
    [...workspace().members].sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || compare(a.name, b.name)),
  );
  return (
    <CasePage
      here={t('cases.sharing')}
      actions={
        <Show when={mayInvite()}>
          <Button icon="plus" kind="primary" onClick={() => setInviting(true)}>
            {t('members.invite')}
          </Button>
        </Show>
      }
    >
      <div class={styles.columns}>
        <Section title={t('members.title')} lead={t('members.lead')}>
          <Rows>
            <For each={members()}>
              {(one) => (
                <Row
                  end={
                    <Show when={mayEnd(one)}>
                      <Button size="small" onClick={() => setEnding(one)}>
                        {t('members.end')}
                        <span class="visually-hidden">: {one.name}</span>
                      </Button>
                    </Show>
                  }
                >
                  <MemberLines member={one} />
                  <Show when={links.data?.links.find((link) => link.memberId === one.id)}>
                    {(link) => <GuestLine caseId={caseId()} name={one.name} link={link()} />}
                  </Show>
                </Row>
              )}
            </For>
          </Rows>
        </Section>
        <Grounds />
      </div>
      <EndMembershipDialog member={ending()} onClose={() => setEnding(undefined)} />
      <Show when={mayInvite()}>
        <InviteDialog open={inviting()} onClose={() => setInviting(false)} />
      </Show>
    </CasePage>
  );
}

const isOver = (member: Member): boolean =>
  member.endsAt !== null && member.endsAt <= new Date().toISOString();

function MemberLines(props: { member: Member }): JSX.Element {
  const { workspace } = useCase();
  const period = () => {
    const { startsAt, endsAt } = props.member;
    if (endsAt === null) return t('members.since', { date: date(startsAt) });
    if (isOver(props.member)) return t('members.ended', { date: date(endsAt) });
    return `${t('members.since', { date: date(startsAt) })}, ${t('members.until', { date: date(endsAt) })}`;
  };
  const ground = () => groundsFor(workspace(), props.member);
  return (
    <div class={isOver(props.member) ? styles.over : undefined}>
      <p>
        <strong>{props.member.name}</strong> <span class="quiet">{memberWords(props.member)}</span>
      </p>
      <AgencyMark kind={props.member.agencyKind ?? 'family'} word={memberAgency(props.member)} />
      <p class="quiet">{[period(), ground()].filter((part) => part !== '').join(' · ')}</p>
    </div>
  );
}
