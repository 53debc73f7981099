// What is asked about a case and why now: an entry of the case, read with its snapshot. Whoever wrote it writes on in place.
import { createMemo, type JSX, Show } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import type { Entry } from '../../shared/entries.ts';
import type { OpenItem } from '../../shared/meeting.ts';
import { textIn } from '../assessments/written.tsx';
import { memberOf } from '../cases/workspace.ts';
import { t } from '../i18n/index.ts';
import { LiveField } from '../writing/live-field.tsx';
import { WritingRoomContext } from '../writing/room.ts';
import { ItemWorkspace } from './item-workspace.tsx';
import styles from './meetings.module.css';

export function ItemQuestion(props: { item: OpenItem }): JSX.Element {
  return (
    <ItemWorkspace caseId={props.item.caseId}>
      {(workspace) => <Question workspace={workspace()} itemId={props.item.id} />}
    </ItemWorkspace>
  );
}

function Question(props: { workspace: Workspace; itemId: string }): JSX.Element {
  const entry = createMemo(() =>
    props.workspace.entries.find(
      (one) => one.kind === 'presenter-question' && one.agendaItemId === props.itemId,
    ),
  );
  return (
    <Show when={entry()} fallback={<p class="quiet">{t('meeting.noQuestion')}</p>}>
      {(one) => (
        <WritingRoomContext.Provider value={{ alternatives: () => props.workspace.alternatives }}>
          <Show
            when={one().can.includes('write')}
            fallback={<Read entry={one()} workspace={props.workspace} />}
          >
            <div class={styles.stack}>
              <LiveField entry={one()} field="question" label={t('meeting.question')} rows={2} />
              <LiveField entry={one()} field="whyNow" label={t('meeting.whyNow')} look="plain" rows={2} />
            </div>
          </Show>
        </WritingRoomContext.Provider>
      )}
    </Show>
  );
}

function Read(props: { entry: Entry; workspace: Workspace }): JSX.Element {
  const why = () => textIn(props.entry, 'whyNow').trim();
  const author = () => memberOf(props.workspace, props.entry.authorIds[0] ?? '')?.name;
  return (
    <div class={styles.question}>
      <blockquote>{textIn(props.entry, 'question')}</blockquote>
      <Show when={why() !== ''}>
        <p>
          <strong>{t('meeting.whyNow')}:</strong> {why()}
        </p>
      </Show>
      <Show when={author()}>
        {(name) => <p class="quiet">{t('meeting.questionOf', { name: name() })}</p>}
      </Show>
    </div>
  );
}
