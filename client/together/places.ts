// Between places in the editor and places in the shared text: a caret stays between the same letters, whoever writes before it.
import type { EditorView } from 'prosemirror-view';
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from 'y-prosemirror';
import * as Y from 'yjs';
import { fromText, toText } from './bytes.ts';
import { heldByLetterBefore } from './steady.ts';

type Binding = { readonly type: Y.XmlFragment; readonly doc: Y.Doc; readonly mapping: Map<unknown, unknown> };
const bindingOf = (view: EditorView): Binding | null =>
  (ySyncPluginKey.getState(view.state)?.binding as Binding | undefined) ?? null;

export const spotAt = (view: EditorView, position: number): string | null => {
  const binding = bindingOf(view);
  if (!binding) return null;
  const relative = absolutePositionToRelativePosition(position, binding.type, binding.mapping as never);
  return toText(Y.encodeRelativePosition(heldByLetterBefore(binding.doc, relative)));
};

/** Null where that text is gone, or nonsense was sent. */
export const positionOf = (view: EditorView, spot: string): number | null => {
  const binding = bindingOf(view);
  if (!binding) return null;
  try {
    const relative = Y.decodeRelativePosition(fromText(spot));
    const found = relativePositionToAbsolutePosition(
      binding.doc,
      binding.type,
      relative,
      binding.mapping as never,
    );
    return found === null || found > view.state.doc.content.size ? null : found;
  } catch {
    return null;
  }
};
