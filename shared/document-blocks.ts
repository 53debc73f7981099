// A text that several write as blocks that can be shown without an editor: closed looks and plain letters, whatever was sent.
// Loaded with the editor, never before.
import * as Y from 'yjs';
import { type blockLooks, documentRoot } from './document-limits.ts';

type Run = { readonly text: string; readonly strong: boolean; readonly em: boolean };
export type Block = { readonly look: (typeof blockLooks)[number]; readonly runs: Run[] };

/** What stands in the way of a look is none: the paragraph is plain. */
const lookOf = (element: Y.XmlElement): Block['look'] => {
  const attributes: Record<string, unknown> = element.getAttributes();
  if (typeof attributes['level'] === 'number') return 'heading';
  if (attributes['list'] === 'number') return 'number';
  return attributes['list'] === 'bullet' ? 'bullet' : 'paragraph';
};

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== false;

const runsOf = (text: Y.XmlText): Run[] =>
  (text.toDelta() as { insert?: unknown; attributes?: Record<string, unknown> }[]).flatMap(
    ({ insert, attributes = {} }) =>
      typeof insert === 'string'
        ? [{ text: insert, strong: isSet(attributes['strong']), em: isSet(attributes['em']) }]
        : [],
  );

const textsIn = (parent: Y.XmlElement): Y.XmlText[] =>
  parent
    .toArray()
    .flatMap((child) =>
      child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? textsIn(child) : [],
    );

/** One for each line of `wordsOf`, with the same letters. */
export const blocksOf = (doc: Y.Doc): Block[] =>
  doc
    .getXmlFragment(documentRoot)
    .toArray()
    .flatMap((child) => {
      if (child instanceof Y.XmlText) return [{ look: 'paragraph' as const, runs: runsOf(child) }];
      if (!(child instanceof Y.XmlElement)) return [];
      return [{ look: lookOf(child), runs: textsIn(child).flatMap(runsOf) }];
    });
