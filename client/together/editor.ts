// The editor itself: ProseMirror on a shared document. Everything that is not text (carets of others, who wrote what) is drawn
// beside it and never put into it, so that nothing can stand between a key and the place where its letter goes.
import { EditorState, type Transaction } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, ySyncPlugin, ySyncPluginKey, yUndoPlugin } from 'y-prosemirror';
import type * as Y from 'yjs';
import { documentRoot } from '../../shared/document-limits.ts';
import { caretByText } from './caret-by-text.ts';
import { keyPlugins, type Tool } from './keys.ts';
import { schema } from './schema.ts';
import { fillParagraphs, keepCaret } from './steady.ts';

/** Characters of one paste; more would not go in one piece. */
export const mostPasted = 20_000;

export type EditorParts = {
  readonly doc: Y.Doc;
  readonly place: HTMLElement;
  readonly label: string;
  readonly describedBy: string;
  readonly isWritable: () => boolean;
  /** After every change of the text or of the own selection. */
  readonly onChange: (view: EditorView, change: { readonly text: boolean }) => void;
  readonly onFocus: (focused: boolean) => void;
  readonly onTooMuch: () => void;
  readonly toToolbar: () => void;
};

const lines = (text: string): string[] => text.replaceAll('\r\n', '\n').split(/\n+/);

/** As plain lines: what comes from elsewhere brings no looks of its own, and no markup is ever parsed. */
const insertPlain = (view: EditorView, text: string): void => {
  const { state } = view;
  const [first = '', ...rest] = lines(text);
  let tr = state.tr.insertText(first);
  for (const line of rest) {
    tr = tr.split(tr.selection.from);
    if (line !== '') tr = tr.insertText(line);
  }
  view.dispatch(tr.scrollIntoView());
};

export const openEditor = (parts: EditorParts) => {
  const fragment = parts.doc.getXmlFragment(documentRoot);
  const { doc, mapping } = initProseMirrorDoc(fragment, schema);
  let fromOthers = false;
  const paste = (view: EditorView, data: DataTransfer | null): boolean => {
    const text = data?.getData('text/plain') ?? '';
    if (!parts.isWritable() || text === '') return true;
    if (text.length > mostPasted) parts.onTooMuch();
    else insertPlain(view, text);
    return true;
  };
  const view = new EditorView(
    { mount: parts.place },
    {
      state: EditorState.create({
        doc,
        plugins: [
          ySyncPlugin(fragment, { mapping }),
          caretByText(),
          yUndoPlugin(),
          ...keyPlugins(parts.toToolbar),
        ],
      }),
      editable: parts.isWritable,
      attributes: () => ({
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': parts.label,
        'aria-describedby': parts.describedBy,
        'aria-readonly': String(!parts.isWritable()),
        tabindex: '0',
        spellcheck: 'true',
      }),
      // At every letter of somebody else the page would be laid out once more: the browser itself keeps in place what one looks at.
      handleScrollToSelection: () => fromOthers,
      dispatchTransaction: (transaction: Transaction) => {
        fromOthers = transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true;
        view.updateState(view.state.apply(transaction));
        parts.onChange(view, { text: transaction.docChanged });
      },
      handleDOMEvents: {
        // Before ProseMirror reads it, which would parse its markup.
        paste: (_view, event) => {
          event.preventDefault();
          return paste(view, event.clipboardData);
        },
        drop: (_view, event) => {
          event.preventDefault();
          return true;
        },
        focus: () => {
          parts.onFocus(true);
          return false;
        },
        blur: () => {
          parts.onFocus(false);
          return false;
        },
      },
    },
  );
  const letGo = [keepCaret(parts.doc, view), fillParagraphs(parts.doc, fragment)];
  return {
    view,
    run: (tool: Tool): void => {
      if (!parts.isWritable()) return;
      tool.run(view.state, view.dispatch, view);
      view.focus();
    },
    /** Whether one may write has changed. */
    renew: (): void => view.setProps({ editable: parts.isWritable }),
    close: (): void => {
      for (const end of letGo) end();
      view.destroy();
    },
  };
};
export type Editor = ReturnType<typeof openEditor>;
