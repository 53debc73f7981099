// Example lines with what is understood of them in marks: `self:id team | {id|id:words} … {YYYY-MM-DD|YYYY-MM-DD:words}`. Several
// ids or days in one mark, or several marks, are what is open or said of several; the likeliest first.
import type { StepLine } from '../index.ts';
import { crowd, team } from './people.ts';

type Marked = {
  readonly line: string;
  readonly people: typeof team | typeof crowd;
  readonly self?: string;
  readonly meant: StepLine;
};

const mark = /\{([^:}]+):([^}]+)\}/gu;

const readMarked = (marked: string): Marked => {
  const [, self, who, text = ''] = /^(?:self:(\w+) )?(team|crowd) \| (.+)$/u.exec(marked) ?? [];
  if (!text) throw new Error(`no such line: ${marked}`);
  let line = '';
  let end = 0;
  const owners: { id: string; from: number; to: number }[] = [];
  const dueDates: { date: string; from: number; to: number }[] = [];
  for (const match of text.matchAll(mark)) {
    const [whole, means = '', written = ''] = match;
    line += text.slice(end, match.index);
    const [from, to] = [line.length, line.length + written.length];
    for (const one of means.split('|'))
      if (/^\d{4}-/u.test(one)) dueDates.push({ date: one, from, to });
      else owners.push({ id: one, from, to });
    line += written;
    end = match.index + whole.length;
  }
  line += text.slice(end);
  const people = who === 'team' ? team : crowd;
  return { line, people, meant: { owners, dueDates }, ...(self ? { self } : {}) };
};

export const readAllMarked = (lines: string): Marked[] => lines.trim().split('\n').map(readMarked);

/** The day on which the examples are said: a Wednesday. */
export const saidOn = '2026-11-25';
