// What each kind of entry consists of: the one table of field names and of what may stand in them.
import { z } from 'zod';
import { type EntryKind, lifeAreas } from '../../shared/vocabulary.ts';
import { Refusal } from '../platform/http/refusal.ts';

/** The child's answer to who may read. Empty: not asked yet. The recorder's own agency always may. */
export const mayReadAnswers = ['nobody', 'professionals', 'guardians', 'both'] as const;

const checks = {
  text: () => true,
  /** Own 0–10 scale. */
  scale: (text: string) => /^(|[0-9]|10)$/.test(text),
  date: (text: string) => text === '' || z.iso.date().safeParse(text).success,
  'may-read': (text: string) => text === '' || mayReadAnswers.some((answer) => answer === text),
};
type Row = readonly [RegExp, keyof typeof checks];

const text = (...names: string[]): Row => [new RegExp(`^(${names.join('|')})$`), 'text'];
const areaScale: Row = [new RegExp(`^scale\\.(${lifeAreas.join('|')})$`), 'scale'];
const anything: readonly Row[] = [[/^/, 'text']];

const allowed: Record<EntryKind, readonly Row[]> = {
  form: anything,
  // A rescued text keeps the fields that it had.
  'private-note': anything,
  situation: [text('narrative')],
  contribution: [
    text('narrative', 'strengths', 'worries'),
    [/^scale$/, 'scale'],
    [/^evidence\.[a-zA-Z0-9-]{1,40}\.(text|source)$/, 'text'],
  ],
  'child-view': [
    text('verbatim', 'how', 'where', 'absence', 'asked', 'safetyCheck'),
    [/^heardOn$/, 'date'],
    [/^mayRead$/, 'may-read'],
    areaScale,
  ],
  'parent-view': [text('narrative', 'how'), [/^heardOn$/, 'date'], areaScale],
  synthesis: [text('synthesis', 'agreement', 'conclusions', 'proposals')],
  dissent: [text('narrative')],
  comment: [text('narrative')],
  // Somebody else's words: written once, as they were asked.
  consultation: [],
  'presenter-question': [text('question', 'whyNow')],
  hypothesis: [text('hypothesis', 'for', 'against')],
  reflection: [text('narrative')],
  decision: [text('decision', 'differs')],
  'written-answer': [text('narrative')],
  'memo-comment': [text('narrative')],
  'family-summary': [text('narrative')],
};

/** More fields, or more text in all, than anybody writes. */
const mostFields = 300;
const mostCharacters = 400_000;

/** @throws Refusal `invalid-input` where this kind of entry has no such field, or the field takes no such text. */
export const requireAllowed = (kind: EntryKind, field: string, written: string): void => {
  const row = allowed[kind].find(([name]) => name.test(field));
  if (!row || !checks[row[1]](written)) throw new Refusal('invalid-input', { field });
};

/** @throws Refusal `too-large` */
export const requireRoom = (
  fields: Readonly<Record<string, { text: string }>>,
  field: string,
  written: string,
): void => {
  const others = Object.entries(fields).filter(([name]) => name !== field);
  const characters = others.reduce((sum, [, { text }]) => sum + text.length, written.length);
  if (others.length >= mostFields || characters > mostCharacters) throw new Refusal('too-large', { field });
};

/** What a text column can hold: without NUL, without halves of a character. Nothing that can be read is lost by it. */
export const storable = (written: string): string => written.replaceAll('\u0000', '').toWellFormed();
