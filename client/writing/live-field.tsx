// A text that is saved as one types, anywhere in the house. It says nothing while all is well; when something is not,
// it says where the words are.
import {
  createComputed,
  createEffect,
  createSignal,
  type JSX,
  Match,
  on,
  onCleanup,
  Show,
  Switch,
} from 'solid-js';
import type { Entry } from '../../shared/entries.ts';
import { number } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { announce } from '../ui/announcer.tsx';
import { SavedAt } from '../ui/saved-at.tsx';
import { TextArea } from '../ui/text-area.tsx';
import type { Address } from './address.ts';
import { caretAfter } from './caret.ts';
import { type DraftField, useDraftField } from './draft-field.ts';
import styles from './live-field.module.css';
import { NoteKept } from './note-kept.tsx';
import { useWritingRoom } from './room.ts';
import { SideBySide } from './side-by-side.tsx';

/** Characters in one field, as the contract bounds it; counted aloud only near the end. */
const most = 40_000;
const near = 38_000;
const stillWritingMs = 4_000;

export type LiveFieldProps = {
  /** The entry as last read; may be missing while `address` begins one. */
  entry?: Pick<Entry, 'id' | 'fields'> | undefined;
  field: string;
  /** Where to save when there is no entry yet. */
  address?: Address | undefined;
  label: string;
  hint?: string | undefined;
  hideLabel?: boolean | undefined;
  optional?: boolean | undefined;
  placeholder?: string | undefined;
  look?: 'plain' | 'narrative' | 'bare' | undefined;
  rows?: number | undefined;
};

/** Tells others that somebody is writing here, and that they have stopped. */
const usePlace = (entryId: () => string | undefined, field: () => string) => {
  const room = useWritingRoom();
  let inside = false;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const tell = (now: boolean) => {
    const id = entryId();
    if (id) room.onPlace?.({ entryId: id, field: field(), writing: now });
  };
  const leave = () => {
    clearTimeout(pause);
    if (inside) room.onPlace?.(null);
    inside = false;
  };
  onCleanup(leave);
  return {
    enter: () => {
      inside = true;
      tell(false);
    },
    typed: () => {
      inside = true;
      tell(true);
      clearTimeout(pause);
      pause = setTimeout(() => inside && tell(false), stillWritingMs);
    },
    leave,
  };
};

/** Keeps the caret where it was in the sentence when the text changes from elsewhere. */
const keepCaret = (element: () => HTMLTextAreaElement | undefined, text: () => string) => {
  let held: { start: number; end: number } | null = null;
  createComputed(
    on(text, (now) => {
      const area = element();
      held = null;
      if (!area || document.activeElement !== area || area.value === now) return;
      held = {
        start: caretAfter(area.value, now, area.selectionStart),
        end: caretAfter(area.value, now, area.selectionEnd),
      };
    }),
  );
  createEffect(
    on(text, () => {
      if (held) element()?.setSelectionRange(held.start, held.end);
      held = null;
    }),
  );
};

export function FieldTrouble(props: { draft: DraftField }): JSX.Element {
  const state = () => props.draft.state();
  createEffect(
    on(
      () => state()?.kind,
      (kind, before) => {
        if (kind === 'kept-here' && before === 'saving') announce(t('saving.device'));
        if (kind === 'note') announce(t('writing.noteTitle'));
      },
      { defer: true },
    ),
  );
  return (
    <Switch>
      <Match when={state()?.kind === 'kept-here'}>
        <SavedAt state={{ kind: navigator.onLine ? 'device' : 'offline' }} />
      </Match>
      <Match when={state()?.kind === 'note'}>
        <NoteKept />
      </Match>
    </Switch>
  );
}

export function LiveField(props: LiveFieldProps): JSX.Element {
  const room = useWritingRoom();
  const address = (): Address | undefined =>
    props.address ?? (props.entry ? { entryId: props.entry.id, field: props.field } : undefined);
  const draft = useDraftField(
    address,
    () => props.entry,
    () => room.alternatives(),
  );
  const [area, setArea] = createSignal<HTMLTextAreaElement>();
  const place = usePlace(
    () => props.entry?.id,
    () => props.field,
  );
  keepCaret(area, draft.text);
  const length = () => draft.text().length;
  const refused = () => {
    const state = draft.state();
    if (length() > most) return t('writing.tooLong', { most: number(most) });
    return state?.kind === 'refused' ? t('writing.refused') : undefined;
  };
  return (
    <div class={styles.field}>
      <TextArea
        label={props.label}
        hint={props.hint}
        hideLabel={props.hideLabel}
        optional={props.optional}
        error={refused()}
        look={props.look ?? 'narrative'}
        rows={props.rows ?? 3}
        placeholder={props.placeholder}
        spellcheck={true}
        readOnly={!draft.ready() || draft.choosing() || draft.state()?.kind === 'note'}
        value={draft.text()}
        element={setArea}
        onInput={(text) => {
          draft.type(text);
          place.typed();
        }}
        onFocus={() => place.enter()}
        onBlur={() => {
          draft.leave();
          place.leave();
        }}
      />
      <Show when={length() >= near}>
        <p class={styles.count}>{t('writing.charactersLeft', { count: most - length() })}</p>
      </Show>
      <FieldTrouble draft={draft} />
      <Show when={draft.two()}>
        {(two) => (
          <SideBySide
            two={two()}
            busy={draft.choosing()}
            problem={draft.problem()}
            onChoose={(text) => void draft.choose(text)}
          />
        )}
      </Show>
    </div>
  );
}
