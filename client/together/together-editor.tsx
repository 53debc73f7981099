// A text that several people write at the same time: the sheet, its tools, others' carets, who wrote what in the margin, and
// where the words are now. Fetched when it is first opened.

import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  Index,
  type JSX,
  on,
  onCleanup,
  onMount,
  Show,
} from 'solid-js';
import { t } from '../i18n/index.ts';
import { announce } from '../ui/announcer.tsx';
import { SavedAt, type SaveState } from '../ui/saved-at.tsx';
import { type CaretPlace, caretPlaces, type MarginPlace, marginPlaces } from './beside.ts';
import { linesOf, offsetToPlace } from './caret-by-text.ts';
import { type Editor, openEditor } from './editor.ts';
import type { Tool } from './keys.ts';
import type { OpenDocument } from './open-document.ts';
import { spotAt } from './places.ts';
import styles from './together.module.css';
import { TogetherNotices } from './together-notices.tsx';
import { Toolbar } from './toolbar.tsx';

/** Saving is worth a word only when it takes longer than one notices. Milliseconds. */
const patience = 1_500;
/** From one telling of the own caret to the next. */
const caretPace = 150;
/** From a change to the names in the margin; for whoever types on, so seldom. */
const marginPace = 250;

const useSaveState = (document: OpenDocument): (() => SaveState | null) => {
  const [slow, setSlow] = createSignal(false);
  createEffect(() => {
    if (document.state().saved) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), patience);
    onCleanup(() => clearTimeout(timer));
  });
  return () => {
    const { kind, saved, at } = document.state();
    if (!saved && slow()) return { kind: kind === 'open' ? 'saving' : 'device' };
    if (kind === 'away' && slow()) return { kind: 'offline' };
    return at === null ? null : { kind: 'saved', at };
  };
};

const kindOf = (agencyKind: string | null): string => agencyKind ?? 'family';

/** What those around the editor may do with it. */
export type EditorHandle = {
  /** Selects from one letter up to another, counted in the plain words of the text (`wordsOf`), and goes there. */
  readonly select: (from: number, to: number) => void;
};

/** `label`: what the text is, for whoever hears the page instead of seeing it. */
export function TogetherEditor(props: {
  document: OpenDocument;
  label: string;
  /** 'bare' writes straight on a sheet that is there already. */
  look?: 'sheet' | 'bare';
  ref?: (handle: EditorHandle) => void;
}): JSX.Element {
  const id = createUniqueId();
  const [carets, setCarets] = createSignal<readonly CaretPlace[]>([]);
  const [margin, setMargin] = createSignal<readonly MarginPlace[]>([]);
  const [tick, setTick] = createSignal(0);
  const [tooMuch, setTooMuch] = createSignal(false);
  const saveState = useSaveState(props.document);
  // The state is another one at every letter, one's own and others'.
  const writes = createMemo(() => props.document.state().writes && props.document.doc() !== null);
  let sheet: HTMLDivElement | undefined;
  let editor: Editor | null = null;
  let toToolbar: () => void = () => undefined;
  let view: EditorView | null = null;
  let focused = false;
  let frame = 0;
  let caretTimer: ReturnType<typeof setTimeout> | undefined;
  let marginTimer: ReturnType<typeof setTimeout> | undefined;

  // Who wrote which line is read from the whole text: never between a key and its paint, and not for every letter.
  const measureMargin = (): void => {
    marginTimer ??= setTimeout(() => {
      marginTimer = undefined;
      const doc = props.document.doc();
      if (view && sheet && doc && !view.isDestroyed)
        setMargin(marginPlaces(view, sheet, doc, props.document.authors()));
    }, marginPace);
  };
  const measure = (): void => {
    measureMargin();
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (!view || !sheet || view.isDestroyed) return;
      setCarets(caretPlaces(view, sheet, props.document.others().values()));
    });
  };
  const tellCaret = (): void => {
    caretTimer ??= setTimeout(() => {
      caretTimer = undefined;
      if (!view || view.isDestroyed) return;
      const anchor = spotAt(view, view.state.selection.anchor);
      const head = spotAt(view, view.state.selection.head);
      props.document.caret(focused && anchor && head ? { anchor, head } : null);
    }, caretPace);
  };
  const open = (place: HTMLDivElement): void => {
    createEffect(
      on(props.document.doc, (doc) => {
        editor?.close();
        editor = null;
        view = null;
        if (!doc) return;
        editor = openEditor({
          doc,
          place,
          label: props.label,
          describedBy: `${id}-help`,
          isWritable: writes,
          onChange: () => {
            setTick((n) => n + 1);
            setTooMuch(false);
            measure();
            tellCaret();
          },
          onFocus: (now) => {
            focused = now;
            tellCaret();
          },
          onTooMuch: () => setTooMuch(true),
          toToolbar: () => toToolbar(),
        });
        view = editor.view;
        measure();
      }),
    );
  };
  createEffect(on(writes, () => editor?.renew(), { defer: true }));
  createEffect(on([props.document.others, props.document.authors], measure));
  createEffect(
    on(
      () => props.document.state().frozen,
      (frozen) => frozen && announce(t('together.frozen')),
      { defer: true },
    ),
  );
  onMount(() => {
    const watch = new ResizeObserver(measure);
    if (sheet) watch.observe(sheet);
    onCleanup(() => watch.disconnect());
  });
  onCleanup(() => {
    cancelAnimationFrame(frame);
    clearTimeout(caretTimer);
    clearTimeout(marginTimer);
    props.document.caret(null);
    editor?.close();
  });

  const select: EditorHandle['select'] = (from, to) => {
    if (!view) return;
    const { doc, tr } = view.state;
    const [first, last] = [from, to].map((offset) => offsetToPlace(linesOf(doc), offset));
    view.dispatch(tr.setSelection(TextSelection.create(doc, first ?? 0, last ?? 0)).scrollIntoView());
    view.focus();
  };
  onMount(() => props.ref?.({ select }));

  const isOn = (tool: Tool): boolean => {
    tick();
    return view !== null && (tool.isOn?.(view.state) ?? false);
  };
  const writtenBy = ({ authors }: MarginPlace): string => authors.map(({ name }) => name).join(', ');

  return (
    <section class={styles.together} aria-label={props.label} data-look={props.look ?? 'sheet'}>
      <TogetherNotices document={props.document} tooMuch={tooMuch()} />
      <Show when={writes()}>
        <Toolbar
          controls={`${id}-text`}
          isOn={isOn}
          onRun={(tool) => editor?.run(tool)}
          onLeave={() => view?.focus()}
          ref={(focus) => {
            toToolbar = focus;
          }}
        />
      </Show>
      <div class={styles.sheet} ref={sheet} data-readonly={writes() ? undefined : ''}>
        <div class={styles.text} id={`${id}-text`} ref={open} />
        <div class={styles.carets} aria-hidden="true">
          <Index each={carets()}>
            {(caret) => (
              <span
                class={styles.caret}
                data-agency={kindOf(caret().author.agencyKind)}
                data-flips={caret().flips ? '' : undefined}
                style={{
                  top: `${caret().top}px`,
                  left: `${caret().left}px`,
                  height: `${caret().height}px`,
                }}
              >
                <span class={styles.flag}>{caret().author.name}</span>
              </span>
            )}
          </Index>
        </div>
        <ul class={styles.margin} aria-label={t('together.whoWrote')}>
          <Index each={margin()}>
            {(place) => (
              <li
                class={styles.by}
                style={{ top: `${place().top}px` }}
                data-agency={kindOf(place().authors[0]?.agencyKind ?? null)}
              >
                {writtenBy(place())}
              </li>
            )}
          </Index>
        </ul>
      </div>
      <p class={styles.foot}>
        <Show when={saveState()}>{(state) => <SavedAt state={state()} />}</Show>
        <span id={`${id}-help`} class={styles.help}>
          <Show when={props.document.doc() !== null}>
            {writes() ? t('together.help') : t('together.readOnly')}
          </Show>
        </span>
      </p>
    </section>
  );
}
