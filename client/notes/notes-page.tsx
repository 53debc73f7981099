// The own private notes, such as text kept when a right ended: readable, copied with one press, and written on.
import { useQuery } from '@tanstack/solid-query';
import { createMemo, For, type JSX, Show } from 'solid-js';
import { type Entry, listNotes } from '../../shared/entries.ts';
import { Answered } from '../api/answered.tsx';
import { call } from '../api/call.ts';
import { dateTime } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { Page } from '../shell/page.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { Draft } from '../ui/paper.tsx';
import { showToast } from '../ui/toast.tsx';
import { LiveField } from '../writing/live-field.tsx';
import { WritingRoomContext } from '../writing/room.ts';
import { SavedLine } from '../writing/saved-line.tsx';
import { noteFields, noteText } from './note-text.ts';
import styles from './notes.module.css';

const notesKey = ['notes'] as const;

export function NotesPage(): JSX.Element {
  const query = useQuery(() => ({
    queryKey: notesKey,
    queryFn: ({ signal }) => call(listNotes, { signal }),
    reconcile: 'id',
  }));
  const newestFirst = createMemo(() =>
    [...(query.isSuccess ? query.data.notes : [])].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
  );
  return (
    <Page
      title={t('notes.title')}
      windowTitle={t('notes.title')}
      facts={t('notes.lead')}
      actions={<SavedLine />}
    >
      <Answered query={query}>
        {(answer) => (
          <Show
            when={answer().notes.length > 0}
            fallback={
              <EmptyState icon="pen" title={t('notes.none')}>
                {t('notes.noneDetail')}
              </EmptyState>
            }
          >
            <WritingRoomContext.Provider value={{ alternatives: () => answer().alternatives }}>
              <ul class={styles.notes}>
                <For each={newestFirst()}>{(note) => <Note note={note} />}</For>
              </ul>
            </WritingRoomContext.Provider>
          </Show>
        )}
      </Answered>
    </Page>
  );
}

function Note(props: { note: Entry }): JSX.Element {
  const title = () =>
    props.note.about ? t('notes.fromCase', { number: props.note.about }) : t('notes.unnamed');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(noteText(props.note));
      showToast(t('notes.copied'));
    } catch {
      showToast(t('notes.copyFailed'));
    }
  };
  return (
    <li>
      <Draft>
        <div class={styles.head}>
          <h2>{title()}</h2>
          <span class="quiet">{dateTime(props.note.updatedAt)}</span>
        </div>
        <For each={noteFields(props.note)}>
          {(field, index) => (
            <LiveField
              entry={props.note}
              field={field}
              label={`${t('notes.text')} ${index() + 1}, ${title()}`}
              hideLabel
              look="narrative"
            />
          )}
        </For>
        <div>
          <Button size="small" onClick={() => void copy()}>
            {t('notes.copy')}
            <span class="visually-hidden">: {title()}</span>
          </Button>
        </div>
      </Draft>
    </li>
  );
}
