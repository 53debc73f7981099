// Two people change where the child is at the same time: neither loses anything.
import { expect, test } from 'vitest';
import { chosenText, draftText, editingOf, whereaboutsBody } from './whereabouts-draft.ts';

const saved = {
  nonDisclosure: false,
  address: 'Rantakatu 4',
  municipality: 'Meriniemi',
  school: null,
  version: 3,
};

test('with nothing changed the fields follow what is saved', () => {
  expect(editingOf('', saved)).toMatchObject({ lines: { address: 'Rantakatu 4', school: '' }, version: 3 });
  expect(editingOf('not a draft', { ...saved, address: 'Uusikatu 1', version: 4 }).lines.address).toBe(
    'Uusikatu 1',
  );
});

test('what only one of the two changed needs no choice: the switch and the school of one, the address of the other', () => {
  const draft = draftText('', saved, { address: 'Uusikatu 1' });
  const newer = { ...saved, school: 'Meriniemen koulu', nonDisclosure: true, version: 4 };
  const editing = editingOf(draft, newer);
  expect(editing.clashes).toEqual([]);
  expect(whereaboutsBody(editing)).toEqual({
    version: 4,
    nonDisclosure: true,
    address: 'Uusikatu 1',
    municipality: 'Meriniemi',
    school: 'Meriniemen koulu',
  });
});

test('what both changed stays open until one of the two is chosen, also while one goes on typing', () => {
  const newer = { ...saved, address: 'Satamatie 2', school: 'Meriniemen koulu', version: 4 };
  const typed = draftText(draftText('', saved, { address: 'Uusikatu' }), newer, { address: 'Uusikatu 1' });
  const editing = editingOf(typed, newer);
  expect(editing).toMatchObject({ clashes: ['address'], version: 3, lines: { address: 'Uusikatu 1' } });

  const mine = editingOf(chosenText(typed, newer, 'mine'), newer);
  expect(mine).toMatchObject({ clashes: [], version: 4, lines: { address: 'Uusikatu 1' } });
  expect(mine.lines.school).toBe('Meriniemen koulu');
  const theirs = editingOf(chosenText(typed, newer, 'theirs'), newer);
  expect(theirs).toMatchObject({ clashes: [], version: 4, lines: { address: 'Satamatie 2' } });
});

test('a line that is emptied is sent as none', () => {
  const editing = editingOf(draftText('', saved, { address: ' ' }), saved);
  expect(whereaboutsBody(editing).address).toBeNull();
});
