// Where things stand that are drawn beside the text: the carets of others, and the names in the margin. Measured from the page
// as it is, in pixels from the sheet's own corner.
import type { EditorView } from 'prosemirror-view';
import type * as Y from 'yjs';
import { documentRoot } from '../../shared/document-limits.ts';
import { clientsByLine } from '../../shared/document-writers.ts';
import type { Author } from '../../shared/documents.ts';
import type { Other } from './open-document.ts';
import { positionOf } from './places.ts';

export type CaretPlace = {
  readonly author: Author;
  readonly top: number;
  readonly left: number;
  readonly height: number;
  /** The name would run out of the sheet at the right: it stands at the left of the caret. */
  readonly flips: boolean;
};
export type MarginPlace = { readonly top: number; readonly authors: readonly Author[] };

/** Pixels that a name takes, a little too many. */
const widthOf = (name: string): number => 16 + 9 * name.length;

export const caretPlaces = (view: EditorView, sheet: HTMLElement, others: Iterable<Other>): CaretPlace[] => {
  const corner = sheet.getBoundingClientRect();
  return [...others].flatMap(({ author, caret }) => {
    const position = positionOf(view, caret.head);
    if (position === null) return [];
    try {
      const { top, bottom, left } = view.coordsAtPos(position);
      const flips = left + widthOf(author.name) > corner.right;
      return [{ author, top: top - corner.top, left: left - corner.left, height: bottom - top, flips }];
    } catch {
      // The text is being drawn anew.
      return [];
    }
  });
};

const linesOf = (view: EditorView): HTMLElement[] => {
  const found: HTMLElement[] = [];
  view.state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const element = view.nodeDOM(position);
    if (element instanceof HTMLElement) found.push(element);
    return false;
  });
  return found;
};

/** By person: two tabs of one person are one name. */
const peopleOf = (clients: readonly number[], authors: ReadonlyMap<number, Author>): Author[] => {
  const people = new Map<string, Author>();
  for (const client of clients) {
    const author = authors.get(client);
    if (author && !people.has(author.personId)) people.set(author.personId, author);
  }
  return [...people.values()];
};

/** Names where they change: a block by the same people as the one before says nothing. */
export const marginPlaces = (
  view: EditorView,
  sheet: HTMLElement,
  doc: Y.Doc,
  authors: ReadonlyMap<number, Author>,
): MarginPlace[] => {
  const corner = sheet.getBoundingClientRect();
  const elements = linesOf(view);
  let before = '';
  return clientsByLine(doc.getXmlFragment(documentRoot)).flatMap((clients, index) => {
    const people = peopleOf(clients, authors);
    const name = people.map(({ personId }) => personId).join();
    const element = elements[index];
    if (people.length === 0 || name === before || !element) return [];
    before = name;
    return [{ top: element.getBoundingClientRect().top - corner.top, authors: people }];
  });
};
