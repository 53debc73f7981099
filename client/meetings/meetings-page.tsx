// The meetings: invitations to come for one case, the coming meetings by day, and those behind folded away.
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import { Answered } from '../api/answered.tsx';
import { t } from '../i18n/index.ts';
import { KeptMemos } from '../memos/memo-rows.tsx';
import { session } from '../sessions/session.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Rows, Section } from '../ui/section.tsx';
import { ConveneDialog } from './convene-dialog.tsx';
import { meetingDays } from './meeting-days.ts';
import { MeetingRow } from './meeting-row.tsx';
import styles from './meetings.module.css';
import { useMeetings } from './meetings-query.ts';
import { SeriesPart } from './series-part.tsx';
import { TeamPart } from './team/team-part.tsx';
import { VisitRow } from './visit-row.tsx';
import { isComing } from './visits.ts';
import { dayHeading } from './words.ts';

export function MeetingsPage(): JSX.Element {
  const query = useMeetings();
  const [convening, setConvening] = createSignal(false);
  const now = new Date();
  const days = createMemo(() => meetingDays(query.isSuccess ? query.data.meetings : [], now));
  const visits = () => (query.isSuccess ? query.data.visits : []);
  const invited = () => visits().filter((one) => isComing(one, now));
  const visited = () => visits().filter((one) => !isComing(one, now));
  const behind = () => days().past.length + visited().length;
  /** Whoever is in a team convenes, and a social worker for a child of theirs; what is lawful the server says. */
  const inTeam = () => session()?.opensCases === true || (query.isSuccess && query.data.teams.length > 0);
  return (
    <Page
      title={t('shell.meetings')}
      windowTitle={t('shell.meetings')}
      facts={t(inTeam() ? 'meeting.lead' : 'meeting.leadVisitor')}
      actions={
        <Show when={inTeam()}>
          <Button kind="primary" icon="plus" onClick={() => setConvening(true)}>
            {t('meeting.convene')}
          </Button>
        </Show>
      }
    >
      <Answered query={query}>
        {(lists) => (
          <div class={styles.lists}>
            <Show when={invited().length > 0}>
              <Section
                title={t('meeting.invited')}
                lead={inTeam() ? t('meeting.leadVisitor') : undefined}
                look="sheet"
              >
                <Rows>
                  <For each={invited()}>{(one) => <VisitRow of={one} />}</For>
                </Rows>
              </Section>
            </Show>
            <For each={days().coming}>
              {({ day, meetings }) => (
                <Section title={dayHeading(day, now)} look="sheet">
                  <Rows>
                    <For each={meetings}>{(one) => <MeetingRow of={one} />}</For>
                  </Rows>
                </Section>
              )}
            </For>
            <Show when={days().coming.length + invited().length === 0}>
              <EmptyState icon="meeting" title={t('meeting.none')}>
                {t(inTeam() ? 'meeting.noneDetail' : 'meeting.noneVisitor')}
              </EmptyState>
            </Show>
            <Show when={lists().teams.length > 0}>
              <SeriesPart series={lists().series} teams={lists().teams} />
              <TeamPart teams={lists().teams} />
            </Show>
            <Show when={behind() > 0}>
              <Disclosure summary={t('meeting.past', { count: behind() })}>
                <Rows label={t('meeting.pastList')}>
                  <For each={days().past}>{(one) => <MeetingRow of={one} withDay />}</For>
                  <For each={visited()}>{(one) => <VisitRow of={one} />}</For>
                </Rows>
              </Disclosure>
            </Show>
            <KeptMemos />
            <Show when={convening()}>
              <ConveneDialog teams={lists().teams} onClose={() => setConvening(false)} />
            </Show>
          </div>
        )}
      </Answered>
    </Page>
  );
}
