// The first page of a case: the ring heads it; beside it what happens next, the child's own words, what changed.
import { createEffect, createMemo, createSignal, type JSX, Show } from 'solid-js';
import type { Place } from '../../shared/live.ts';
import { ageOn, isoDay } from '../i18n/dates.ts';
import { compare } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { useLive } from '../live/index.ts';
import { StepsPart } from '../steps/steps-part.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Ring } from '../ui/ring/ring.tsx';
import type { RingPerson } from '../ui/ring/ring-data.ts';
import { CasePage } from './case-page.tsx';
import { useCase } from './case-room.tsx';
import { Changes } from './changes.tsx';
import { ChildWords } from './child-words.tsx';
import { FamilyAndHome } from './family-and-home.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { relationWords, ringWords } from './members-words.ts';
import { NextCard } from './next-card.tsx';
import { OpenAssessmentDialog } from './open-assessment-dialog.tsx';
import styles from './overview.module.css';
import { PersonDialog } from './person-dialog.tsx';
import { ringPeople } from './ring-people.ts';
import { TakenRequests } from './taken-requests.tsx';

const overviewPlace: Place = { view: 'case', entryId: null, field: null, writing: false };

export function OverviewPage(): JSX.Element {
  const { workspace, caseId, me } = useCase();
  const live = useLive();
  createEffect(() => live.reportPlace(caseId(), overviewPlace));
  // Presence tells of the others; oneself is here, too, while the page is open.
  const here = () => {
    const personId = me();
    return personId !== '' ? [{ personId, places: [overviewPlace] }] : [];
  };
  const [inviting, setInviting] = createSignal(false);
  const [opening, setOpening] = createSignal(false);
  const [chosen, setChosen] = createSignal<RingPerson>();
  const can = (ability: 'invite' | 'open-assessment') => workspace().case.can.includes(ability);
  const mayOpen = () => can('open-assessment') && workspace().assessments.length === 0;
  const ring = createMemo(() => ({
    centre: {
      name: workspace().case.childGivenName,
      detail: t('cases.age', { count: ageOn(workspace().case.birthDate, isoDay(new Date())) }),
    },
    people: ringPeople(
      workspace(),
      [...live.people(caseId()).values(), ...here()],
      { member: (one) => ringWords(workspace(), one), relation: relationWords, compare },
      new Date(),
    ),
  }));
  const justOpened = () =>
    mayOpen() && workspace().members.length <= 1 && workspace().members.some((one) => one.personId === me());
  return (
    <CasePage
      here={t('cases.overview')}
      actions={
        <>
          <Show when={can('invite')}>
            <Button icon="plus" onClick={() => setInviting(true)}>
              {t('cases.invite')}
            </Button>
          </Show>
          <Show when={mayOpen()}>
            <Button kind="primary" onClick={() => setOpening(true)}>
              {t('cases.openAssessment')}
            </Button>
          </Show>
        </>
      }
    >
      <div class={styles.columns}>
        <div class={styles.ring}>
          <Ring data={ring()} onSelect={setChosen} />
        </div>
        <div class={styles.side}>
          <Show
            when={!justOpened()}
            fallback={
              <section class="sheet">
                <EmptyState title={t('cases.emptyTitle')}>{t('cases.emptyDetail')}</EmptyState>
              </section>
            }
          >
            <NextCard onOpen={mayOpen() ? () => setOpening(true) : undefined} />
          </Show>
          <StepsPart caseId={caseId()} workspace={workspace()} me={me()} agendaItemId={null} look="sheet" />
          <ChildWords />
          <TakenRequests />
          <Changes />
        </div>
        <div class={styles.family}>
          <FamilyAndHome />
        </div>
      </div>
      <PersonDialog person={chosen()} onClose={() => setChosen(undefined)} />
      <Show when={can('invite')}>
        <InviteDialog open={inviting()} onClose={() => setInviting(false)} />
      </Show>
      <Show when={can('open-assessment')}>
        <OpenAssessmentDialog open={opening()} onClose={() => setOpening(false)} />
      </Show>
    </CasePage>
  );
}
