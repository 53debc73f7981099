// What a note consists of: its fields in the order they are written in, the main text first.
import type { Entry } from '../../shared/entries.ts';

const first = ['narrative', 'verbatim', 'synthesis'];

/** Fields with words in them; a scale or a tick says nothing by itself. */
export const noteFields = ({ fields }: Pick<Entry, 'fields'>): string[] => {
  const written = Object.keys(fields)
    .filter((name) => (fields[name]?.text ?? '').trim() !== '')
    .filter((name) => !/^(scale|mayRead)(\.|$)/.test(name));
  const rank = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  const sorted = written.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  return sorted.length > 0 ? sorted : ['narrative'];
};

/** All of it as one text, for the clipboard. */
export const noteText = (note: Pick<Entry, 'fields'>): string =>
  noteFields(note)
    .map((name) => note.fields[name]?.text.trim() ?? '')
    .filter((text) => text !== '')
    .join('\n\n');
