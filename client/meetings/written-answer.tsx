// The own answer in writing: a draft of one's own, saved as it is typed, the meeting's once it is shared.
import { createEffect, createMemo, type JSX, onCleanup, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import type { Entry } from '../../shared/entries.ts';
import { Answered } from '../api/answered.tsx';
import { OwnActions } from '../assessments/own-actions.tsx';
import { DraftNote } from '../assessments/own-contribution.tsx';
import { CaseRoomContext } from '../cases/case-room.tsx';
import { useWorkspace } from '../cases/workspace.ts';
import { t } from '../i18n/index.ts';
import { useLive } from '../live/index.ts';
import { session } from '../sessions/session.ts';
import { Skeleton } from '../ui/notice.tsx';
import { LiveField } from '../writing/live-field.tsx';
import { WritingRoomContext } from '../writing/room.ts';
import { SavedLine } from '../writing/saved-line.tsx';
import styles from './meetings.module.css';

export function WrittenAnswer(props: { caseId: string; entryId: string }): JSX.Element {
  const query = useWorkspace(() => props.caseId);
  const live = useLive();
  createEffect(() => onCleanup(live.followCase(props.caseId)));
  return (
    <section class={styles.written} aria-labelledby="written-title">
      <header class={styles['agenda-head']}>
        <h2 id="written-title">{t('meeting.written')}</h2>
        <SavedLine />
      </header>
      <Answered query={query} lines={4}>
        {(workspace) => <InCase workspace={workspace()} entryId={props.entryId} />}
      </Answered>
    </section>
  );
}

function InCase(props: { workspace: Workspace; entryId: string }): JSX.Element {
  const entry = createMemo(() => props.workspace.entries.find((one) => one.id === props.entryId));
  const caseId = () => props.workspace.case.id;
  return (
    <CaseRoomContext.Provider
      value={{
        caseId,
        workspace: () => props.workspace,
        base: () => `/cases/${caseId()}`,
        me: () => session()?.personId ?? '',
      }}
    >
      <WritingRoomContext.Provider value={{ alternatives: () => props.workspace.alternatives }}>
        {/* Just begun: the event that brings it is on its way. */}
        <Show when={entry()} fallback={<Skeleton lines={4} />}>
          {(one) => <Writing entry={one()} />}
        </Show>
      </WritingRoomContext.Provider>
    </CaseRoomContext.Provider>
  );
}

function Writing(props: { entry: Entry }): JSX.Element {
  return (
    <div class={`sheet ${styles.writing}`} data-state={props.entry.state}>
      <Show when={props.entry.state === 'draft'}>
        <p class="quiet">{t('meeting.writtenLead')}</p>
      </Show>
      <DraftNote entry={props.entry} />
      <LiveField
        entry={props.entry}
        field="narrative"
        label={t('meeting.writtenLabel')}
        hideLabel
        placeholder={t('meeting.writtenPlaceholder')}
        rows={5}
      />
      <OwnActions
        entry={props.entry}
        label={t('meeting.writtenShare')}
        title={t('meeting.writtenShareQuestion')}
      />
    </div>
  );
}
