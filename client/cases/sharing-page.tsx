// Who takes part, on which ground, who sees what of whom, and who has looked: as far as one may know.
import { createEffect, createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { GuestLine } from '../guests/guest-line.tsx';
import { useGuestLinks } from '../guests/guest-links.ts';
import { compare } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { useLive } from '../live/index.ts';
import { session } from '../sessions/session.ts';
import { Log } from '../sharing/log.tsx';
import { useSharing } from '../sharing/sharing.ts';
import { ViewAsDialog } from '../sharing/view-as-dialog.tsx';
import { WhoSees } from '../sharing/who-sees.tsx';
import { Button } from '../ui/button.tsx';
import { Row, Rows, Section } from '../ui/section.tsx';
import { CasePage } from './case-page.tsx';
import { useCase } from './case-room.tsx';
import { ChangeMembershipDialog } from './change-membership-dialog.tsx';
import { EndMembershipDialog } from './end-membership-dialog.tsx';
import { Grounds } from './grounds.tsx';
import { HandoverDialog } from './handover-dialog.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { isOver, MemberLines } from './member-lines.tsx';
import styles from './members.module.css';
import { OpenOffers } from './open-offer.tsx';

type Member = Workspace['members'][number];

export function SharingPage(): JSX.Element {
  const { workspace, caseId } = useCase();
  const live = useLive();
  createEffect(() =>
    live.reportPlace(caseId(), { view: 'people', entryId: null, field: null, writing: false }),
  );
  const sharing = useSharing();
  const [inviting, setInviting] = createSignal(false);
  const [viewing, setViewing] = createSignal(false);
  const [ending, setEnding] = createSignal<Member>();
  const mayInvite = () => workspace().case.can.includes('invite');
  const [changing, setChanging] = createSignal<Member>();
  const [leaving, setLeaving] = createSignal<Member>();
  const [handing, setHanding] = createSignal(false);
  const may = (member: Member, what: Member['can'][number]) => member.can.includes(what) && !isOver(member);
  const mayEnd = (member: Member) => may(member, 'end') && member.personId !== session()?.personId;
  const mayHandOver = (member: Member) => may(member, 'hand-over') && workspace().handovers.length === 0;
  const links = useGuestLinks(caseId, mayInvite);
  const members = createMemo(() =>
    [...workspace().members].sort((a, b) => Number(isOver(a)) - Number(isOver(b)) || compare(a.name, b.name)),
  );
  return (
    <CasePage
      here={t('cases.sharing')}
      actions={
        <>
          <Button icon="eye" onClick={() => setViewing(true)}>
            {t('sharing.viewAs')}
          </Button>
          <Show when={mayInvite()}>
            <Button icon="plus" kind="primary" onClick={() => setInviting(true)}>
              {t('members.invite')}
            </Button>
          </Show>
        </>
      }
    >
      <div class={styles.columns}>
        <OpenOffers />
        <Section title={t('members.title')} lead={t('members.lead')}>
          <Rows>
            <For each={members()}>
              {(one) => (
                <Row
                  end={
                    <>
                      <Show when={mayHandOver(one)}>
                        <Button size="small" onClick={() => setHanding(true)}>
                          {t('membership.handOver')}
                        </Button>
                      </Show>
                      <Show when={may(one, 'change')}>
                        <Button size="small" onClick={() => setChanging(one)}>
                          {t('membership.change')}
                          <span class="visually-hidden">: {one.name}</span>
                        </Button>
                      </Show>
                      <Show when={may(one, 'leave')}>
                        <Button size="small" onClick={() => setLeaving(one)}>
                          {t('membership.leaveCase')}
                        </Button>
                      </Show>
                      <Show when={mayEnd(one)}>
                        <Button size="small" onClick={() => setEnding(one)}>
                          {t('members.end')}
                          <span class="visually-hidden">: {one.name}</span>
                        </Button>
                      </Show>
                    </>
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
        <WhoSees sharing={sharing} />
        <Grounds withdrawable={sharing.data?.withdrawable ?? []} />
        <Section title={t('sharing.logTitle')} lead={t('sharing.logLead')}>
          <Log />
        </Section>
      </div>
      <ViewAsDialog open={viewing()} onClose={() => setViewing(false)} />
      <ChangeMembershipDialog member={changing()} onClose={() => setChanging(undefined)} />
      <HandoverDialog open={handing()} onClose={() => setHanding(false)} />
      <LeaveDialog member={leaving()} onClose={() => setLeaving(undefined)} />
      <EndMembershipDialog member={ending()} onClose={() => setEnding(undefined)} />
      <Show when={mayInvite()}>
        <InviteDialog open={inviting()} onClose={() => setInviting(false)} />
      </Show>
    </CasePage>
  );
}
