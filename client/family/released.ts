// Which texts are there for a member of the family to read: others' texts that reached them, comments apart.
import type { Entry } from '../../shared/entries.ts';

const readable = new Set<Entry['kind']>([
  'situation',
  'contribution',
  'child-view',
  'parent-view',
  'synthesis',
  'dissent',
]);

export const isReleased = (entry: Entry, me: string): boolean =>
  readable.has(entry.kind) && entry.state !== 'draft' && !entry.authorIds.includes(me);
