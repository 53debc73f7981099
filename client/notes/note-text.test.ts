import { expect, test } from 'vitest';
import { noteFields, noteText } from './note-text.ts';

const field = (text: string) => ({ text, rev: 1, at: '2026-11-22T08:00:00Z' });

test('the main text comes first, numbers are left out, empty fields too', () => {
  const note = {
    fields: {
      worries: field('Aamut.'),
      scale: field('4'),
      narrative: field('Poissaoloja syksyllä.'),
      strengths: field('  '),
      'scale.friends': field('7'),
    },
  };
  expect(noteFields(note)).toEqual(['narrative', 'worries']);
  expect(noteText(note)).toBe('Poissaoloja syksyllä.\n\nAamut.');
});
test('a note without words can still be written on', () => {
  expect(noteFields({ fields: {} })).toEqual(['narrative']);
  expect(noteText({ fields: {} })).toBe('');
});
