// The phases while somebody changes them: order, what is wrong, and what is left to the shipped words.
import { expect, test } from 'vitest';
import type { MeetingTemplate } from '../../../shared/meeting-templates.ts';
import {
  added,
  changed,
  draftOf,
  inOrder,
  keysOf,
  minutesIn,
  phasesOf,
  readDraft,
  removed,
  type Shipped,
  takesMore,
  writeDraft,
  wrongIn,
} from './phase-draft.ts';

const words: Readonly<Record<string, string>> = { question: 'Kysymys', 'child-voice': 'Lapsen ääni' };
const shipped: Shipped = (key) => {
  const title = words[key];
  return title === undefined ? null : { title, questions: ['Mitä?', 'Miksi?'] };
};
const phases = [
  { key: 'question', minutes: 5, part: 'none' },
  { key: 'child-voice', minutes: 10, part: 'none' },
  { key: 'own-3', minutes: 7, part: 'team', title: 'Alkukierros', questions: ['Kuka?'] },
] satisfies MeetingTemplate['phases'];
const draft = draftOf({ kind: 'weekly', version: 2, since: null, asShipped: false, phases, shipped: phases });

test('what nobody changed is sent as it was, and what was saved is found again', () => {
  expect(phasesOf(draft, shipped)).toEqual(phases);
  expect(readDraft(writeDraft(draft))).toMatchObject({ base: 2, phases: [{ key: 'question' }, {}, {}] });
  expect([readDraft(''), readDraft('{')]).toEqual([undefined, undefined]);
  expect(minutesIn(draft)).toBe(22);
});

test('what says the same as shipped is left to the shipped words', () => {
  const typed = changed(draft, 'question', { title: ' Kysymys ', questions: 'Mitä?\n\n Miksi? \n' });
  expect(phasesOf(typed, shipped)).toEqual(phases);
  const renamed = phasesOf(changed(draft, 'question', { title: 'Asia', questions: 'Mitä?' }), shipped);
  expect(renamed[0]).toEqual({ ...phases[0], title: 'Asia', questions: ['Mitä?'] });
  // Cleared, it is called as shipped; no questions are none.
  expect(phasesOf(changed(draft, 'question', { title: '', questions: '' }), shipped)[0]).toEqual({
    ...phases[0],
    questions: [],
  });
});

test('a phase is moved, added and taken out; the child’s voice is not', () => {
  expect(keysOf(inOrder(draft, ['child-voice', 'question', 'own-3']))).toEqual([
    'child-voice',
    'question',
    'own-3',
  ]);
  expect(keysOf(removed(draft, 'question'))).toEqual(['child-voice', 'own-3']);
  expect(keysOf(removed(draft, 'child-voice'))).toEqual(keysOf(draft));
  const [own, key] = added(draft, null);
  expect([keysOf(own), key]).toEqual([['question', 'child-voice', 'own-3', 'own-4'], 'own-4']);
  expect([...wrongIn(own, shipped)]).toEqual([['own-4', { title: 'missing' }]]);
  const [full] = Array.from({ length: 17 }).reduce<readonly [typeof draft, string]>(
    ([one]) => added(one, null),
    [draft, ''],
  );
  expect([takesMore(draft), takesMore(full)]).toEqual([true, false]);
});

test('too many questions, or one too long, are told before anything is sent', () => {
  const many = changed(draft, 'own-3', {
    questions: Array.from({ length: 11 }, (_, n) => `${n}?`).join('\n'),
  });
  expect(wrongIn(many, shipped).get('own-3')).toEqual({ questions: 'many' });
  const long = changed(draft, 'question', { questions: 'a'.repeat(201) });
  expect(wrongIn(long, shipped).get('question')).toEqual({ questions: 'long' });
  expect(wrongIn(draft, shipped).size).toBe(0);
});
