// Places in the editor and offsets in the text, there and back, and where a caret goes when a paragraph is divided or joined.
import { expect, test } from 'vitest';
import { caretAfter } from '../writing/caret.ts';
import { linesOf, offsetToPlace, placeToOffset } from './caret-by-text.ts';
import { schema } from './schema.ts';

const docOf = (...lines: string[]) =>
  schema.node(
    'doc',
    null,
    lines.map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)])),
  );

test.each([[['Uni', 'on', '', 'katkonaista']], [['']], [['', '']], [['a']]])(
  'every place in a text of lines %j is found again by its offset',
  (lines) => {
    const doc = docOf(...lines);
    const text = lines.join('\n');
    for (let offset = 0; offset <= text.length; offset += 1) {
      const place = offsetToPlace(lines, offset);
      expect(doc.resolve(place).parent.isTextblock, `offset ${offset}`).toBe(true);
      expect(placeToOffset(doc, place)).toBe(offset);
    }
  },
);

const moved = (before: string[], after: string[], line: number, letter: number): [number, number] => {
  const was = docOf(...before);
  const offset = before.slice(0, line).join('\n').length + (line > 0 ? 1 : 0) + letter;
  const place = offsetToPlace(before, offset);
  const now = docOf(...after);
  const found = now.resolve(
    offsetToPlace(
      linesOf(now),
      caretAfter(linesOf(was).join('\n'), linesOf(now).join('\n'), placeToOffset(was, place)),
    ),
  );
  return [found.index(0), found.parentOffset];
};

test('behind one’s own words, in a paragraph that somebody divides before them', () => {
  expect(moved(['Uni.Koulu.'], ['Uni.', 'Koulu.'], 0, 10)).toEqual([1, 6]);
  expect(moved(['Uni.Koulu.'], ['Uni.', 'Koulu.'], 0, 6)).toEqual([1, 2]);
});

test('in a paragraph that somebody joins to the one before', () => {
  expect(moved(['Uni.', 'Koulu.'], ['Uni.Koulu.'], 1, 3)).toEqual([0, 7]);
});
