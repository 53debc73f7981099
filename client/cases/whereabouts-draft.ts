// Where the child is, while somebody changes it: what they changed, from what, and what somebody else changed meanwhile.
// Nobody's change is lost: what only one of them changed is taken, what both changed is shown in both wordings.
import type { z } from 'zod';
import type { changeWhereabouts, Workspace } from '../../shared/cases.ts';

export const whereFields = ['address', 'municipality', 'school'] as const;
export type WhereField = (typeof whereFields)[number];
type Saved = NonNullable<Workspace['whereabouts']>;
type Body = z.output<NonNullable<(typeof changeWhereabouts)['body']>>;

export type Lines = Readonly<Record<WhereField, string> & { nonDisclosure: boolean }>;
type Draft = { readonly version: number; readonly base: Lines; readonly mine: Lines };

export type Editing = {
  readonly lines: Lines;
  readonly version: number;
  /** Changed by both, and differently. */
  readonly clashes: readonly WhereField[];
};

export const linesOf = (saved: Saved): Lines => ({
  nonDisclosure: saved.nonDisclosure,
  address: saved.address ?? '',
  municipality: saved.municipality ?? '',
  school: saved.school ?? '',
});

const isLines = (value: unknown): value is Lines =>
  typeof value === 'object' &&
  value !== null &&
  whereFields.every((one) => typeof Reflect.get(value, one) === 'string') &&
  typeof Reflect.get(value, 'nonDisclosure') === 'boolean';

/** Checked by hand: the client carries the contracts' types and not the library that reads by them. */
const parse = (text: string): Draft | null => {
  if (text === '') return null;
  try {
    const { version, base, mine } = JSON.parse(text);
    return typeof version === 'number' && isLines(base) && isLines(mine) ? { version, base, mine } : null;
  } catch {
    return null;
  }
};

/** @param text the kept draft; '' while nothing is changed */
export const editingOf = (text: string, saved: Saved): Editing => {
  const theirs = linesOf(saved);
  const draft = parse(text);
  if (!draft) return { lines: theirs, version: saved.version, clashes: [] };
  const { base, mine } = draft;
  const clashes = whereFields.filter(
    (one) => mine[one] !== base[one] && theirs[one] !== base[one] && mine[one] !== theirs[one],
  );
  const line = (one: WhereField) => (mine[one] === base[one] ? theirs[one] : mine[one]);
  return {
    lines: {
      nonDisclosure: mine.nonDisclosure === base.nonDisclosure ? theirs.nonDisclosure : mine.nonDisclosure,
      address: line('address'),
      municipality: line('municipality'),
      school: line('school'),
    },
    version: clashes.length > 0 ? draft.version : saved.version,
    clashes,
  };
};

/** The draft to keep after a change. What it grew from stays until the one who writes has seen what is new. */
export const draftText = (text: string, saved: Saved, change: Partial<Lines>): string => {
  const draft = parse(text);
  const editing = editingOf(text, saved);
  const open = draft !== null && editing.clashes.length > 0;
  const base = open ? draft.base : linesOf(saved);
  const version = open ? draft.version : saved.version;
  const kept = open ? draft.mine : editing.lines;
  return JSON.stringify({ version, base, mine: { ...kept, ...change } } satisfies Draft);
};

/** Both wordings were seen, and one was chosen. The other fields are as they were. */
export const chosenText = (text: string, saved: Saved, whose: 'mine' | 'theirs'): string => {
  const { lines, clashes } = editingOf(text, saved);
  const theirs = linesOf(saved);
  const mine =
    whose === 'mine' ? lines : { ...lines, ...Object.fromEntries(clashes.map((one) => [one, theirs[one]])) };
  return JSON.stringify({ version: saved.version, base: theirs, mine } satisfies Draft);
};

export const whereaboutsBody = ({ lines, version }: Editing): Body => ({
  version,
  nonDisclosure: lines.nonDisclosure,
  address: lines.address.trim() || null,
  municipality: lines.municipality.trim() || null,
  school: lines.school.trim() || null,
});
