// A text that several write, as blocks: the same letters as its plain words, closed looks, whatever stands in the attributes.
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { blocksOf } from './document-blocks.ts';
import { documentRoot } from './document-limits.ts';
import { wordsOf } from './document-words.ts';

const paragraph = (doc: Y.Doc, words: string, attributes: Record<string, unknown> = {}): Y.XmlText => {
  const element = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  doc.getXmlFragment(documentRoot).push([element]);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value as string);
  element.insert(0, [text]);
  text.insert(0, words);
  return text;
};

test('headings, lists and marks, letter by letter as in the plain words', () => {
  const doc = new Y.Doc();
  paragraph(doc, 'Uni', { level: 1 });
  const text = paragraph(doc, 'Kuormitus näkyy unessa.');
  text.format(0, 9, { strong: {} });
  text.format(4, 5, { em: {} });
  paragraph(doc, 'rytmi', { list: 'bullet' });
  paragraph(doc, 'ruutuaika', { list: 'number' });
  const blocks = blocksOf(doc);
  expect(blocks.map(({ look }) => look)).toEqual(['heading', 'paragraph', 'bullet', 'number']);
  expect(blocks[1]?.runs).toEqual([
    { text: 'Kuor', strong: true, em: false },
    { text: 'mitus', strong: true, em: true },
    { text: ' näkyy unessa.', strong: false, em: false },
  ]);
  expect(blocks.map(({ runs }) => runs.map((run) => run.text).join('')).join('\n')).toBe(wordsOf(doc));
});

test('what was taken away is in no block, and an empty line is one', () => {
  const doc = new Y.Doc();
  const text = paragraph(doc, 'Aino Virtanen nukkuu.');
  paragraph(doc, '');
  text.delete(0, 14);
  expect(blocksOf(doc)).toEqual([
    { look: 'paragraph', runs: [{ text: 'nukkuu.', strong: false, em: false }] },
    { look: 'paragraph', runs: [] },
  ]);
});

test('an attribute of another kind is no look', () => {
  const doc = new Y.Doc();
  for (const attributes of [{ level: 'x' }, { list: 'javascript:' }, { level: null, list: 'number' }])
    paragraph(doc, 'x', attributes);
  expect(blocksOf(doc).map(({ look }) => look)).toEqual(['paragraph', 'paragraph', 'number']);
});
