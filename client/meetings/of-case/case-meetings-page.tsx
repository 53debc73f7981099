// The meetings of a child's case: those to come, and those behind with the memo of each. Whoever comes for this case alone has their own
// visits here, and the memos that they may read.
import { useQuery } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { listCaseMeetings } from '../../../shared/case-meetings.ts';
import type { MemoHead } from '../../../shared/memo.ts';
import { Answered } from '../../api/answered.tsx';
import { call } from '../../api/call.ts';
import { CasePage } from '../../cases/case-page.tsx';
import { useCase } from '../../cases/case-room.tsx';
import { t } from '../../i18n/index.ts';
import { meetingsKey, useCaseLive } from '../../live/index.ts';
import { useMemosOfCase } from '../../memos/memo-query.ts';
import { MemoRow } from '../../memos/memo-rows.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/notice.tsx';
import { Rows, Section } from '../../ui/section.tsx';
import { ConveneDialog } from '../convene-dialog.tsx';
import styles from '../meetings.module.css';
import { useMeetings } from '../meetings-query.ts';
import { homeTeam } from '../own-cases.ts';
import { VisitRow } from '../visit-row.tsx';
import { isComing } from '../visits.ts';
import { CaseMeetingRow } from './case-meeting-row.tsx';
import { byTime } from './case-meetings.ts';
import { ProposeToDialog } from './propose-to-dialog.tsx';

export function CaseMeetingsPage(): JSX.Element {
  const { caseId, workspace, me } = useCase();
  const live = useCaseLive(caseId());
  live.reportPlace(caseId(), { view: 'case', entryId: null, field: null, writing: false });
  const query = useQuery(() => ({
    // Read again with the list of all meetings.
    queryKey: [...meetingsKey, 'list', 'of-case', caseId()],
    queryFn: ({ signal }) => call(listCaseMeetings, { params: { caseId: caseId() }, signal }),
    reconcile: 'id',
  }));
  const [lists, memos] = [useMeetings(), useMemosOfCase(caseId)];
  const [opened, setOpened] = createSignal<'convene' | 'propose'>();
  const close = () => setOpened(undefined);
  const now = new Date();
  const meetings = () => byTime(query.isSuccess ? query.data.meetings : [], now);
  const visits = () =>
    (lists.isSuccess ? lists.data.visits : []).filter((one) => one.caseId === caseId() && isComing(one, now));
  const written = (): readonly MemoHead[] => (memos.isSuccess ? memos.data.memos : []);
  const memoOf = (itemId: string | undefined) => written().find((one) => one.itemId === itemId);
  /** Of meetings that the reader was in for this case alone. */
  const otherMemos = () =>
    written()
      .filter((memo) => !meetings().behind.some(({ item }) => item?.id === memo.itemId))
      .toReversed();
  const behind = () => meetings().behind.length + otherMemos().length;
  /** Its home team plans its meetings; what is lawful the server says. */
  const plans = () =>
    workspace().case.closedAt === null && homeTeam(workspace(), now).some((one) => one.personId === me());
  return (
    <CasePage
      here={t('cases.meetings')}
      actions={
        <Show when={plans()}>
          <Button icon="plus" onClick={() => setOpened('convene')}>
            {t('meeting.convene')}
          </Button>
          <Show when={lists.isSuccess && lists.data.teams.length > 0}>
            <Button kind="primary" onClick={() => setOpened('propose')}>
              {t('meeting.proposeTo')}
            </Button>
          </Show>
        </Show>
      }
    >
      <Answered query={query}>
        {() => (
          <div class={styles.lists}>
            <Show when={visits().length > 0}>
              <Section title={t('meeting.invited')} look="sheet">
                <Rows>
                  <For each={visits()}>{(one) => <VisitRow of={one} />}</For>
                </Rows>
              </Section>
            </Show>
            <Show when={meetings().coming.length > 0}>
              <Section title={t('meeting.caseComing')} look="sheet">
                <Rows>
                  <For each={meetings().coming}>{(one) => <CaseMeetingRow of={one} memo={undefined} />}</For>
                </Rows>
              </Section>
            </Show>
            <Show when={behind() > 0}>
              <Section title={t('meeting.caseBehind')} look="sheet">
                <Rows>
                  <For each={meetings().behind}>
                    {(one) => <CaseMeetingRow of={one} memo={memoOf(one.item?.id)} />}
                  </For>
                  <For each={otherMemos()}>{(one) => <MemoRow of={one} />}</For>
                </Rows>
              </Section>
            </Show>
            <Show when={visits().length + meetings().coming.length + behind() === 0}>
              <EmptyState icon="meeting" title={t('meeting.caseNone')}>
                {t(plans() ? 'meeting.caseNoneDetail' : 'meeting.caseNoneVisitor')}
              </EmptyState>
            </Show>
          </div>
        )}
      </Answered>
      <Show when={opened() === 'convene'}>
        <ConveneDialog teams={[]} caseId={caseId()} onClose={close} />
      </Show>
      <Show when={opened() === 'propose' && lists.isSuccess}>
        <ProposeToDialog
          caseId={caseId()}
          meetings={lists.data?.meetings ?? []}
          already={meetings().coming.flatMap((one) => (one.item ? [one.id] : []))}
          onClose={close}
        />
      </Show>
    </CasePage>
  );
}
