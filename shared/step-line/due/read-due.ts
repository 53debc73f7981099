// By when something is to be done: expressions of time side by side become one, words for a deadline beside them count.
import { type Atom, atomsBy } from './atom.ts';
import { dayOf, numberOf, weekdayOf } from './calendar-days.ts';
import { nearDayReaders } from './near-days.ts';
import { periodReaders } from './periods.ts';
import { weekdayReaders } from './weekdays.ts';
import { writtenDateReaders } from './written-dates.ts';

/** A day (`YYYY-MM-DD`) by which the step may be due, and the place in the line that says so. */
export type DueDate = { readonly date: string; readonly from: number; readonly to: number };

const readers = [...writtenDateReaders, ...weekdayReaders, ...nearDayReaders, ...periodReaders];

/** Of atoms that overlap the one that begins first stays, then the longer. */
const apart = (atoms: readonly Atom[]): Atom[] => {
  const kept: Atom[] = [];
  for (const atom of [...atoms].sort((a, b) => a.from - b.from || b.to - a.to))
    if (atom.from >= (kept.at(-1)?.to ?? 0)) kept.push(atom);
  return kept;
};

/** What two expressions mean together; undefined when they are two. */
const together = (one: Atom, other: Atom): Pick<Atom, 'days' | 'week'> | undefined => {
  if (one.days.length === 0 || other.days.length === 0) return undefined;
  const [weekday, rest] = one.weekday === undefined ? [other.weekday, one] : [one.weekday, other];
  if (weekday === undefined) {
    const same = one.days.filter((day) => other.days.includes(day));
    return same.length > 0 ? { days: same } : undefined;
  }
  if (rest.weekday !== undefined) return undefined;
  if (rest.week !== undefined) return { days: [rest.week + weekday] };
  const agreeing = rest.days.filter((day) => weekdayOf(day) === weekday);
  // "Friday 28.11." of a Saturday: somebody has to say which.
  const weekdays = one === rest ? other.days : one.days;
  return { days: agreeing.length > 0 ? agreeing : [...new Set([...rest.days, ...weekdays])] };
};

const joint = /^,? ?(?:\(|på |on |the |den )?$/u;

const joined = (line: string, atoms: readonly Atom[]): Atom[] => {
  const result: Atom[] = [];
  for (const atom of atoms) {
    const last = result.at(-1);
    const both = last && joint.test(line.slice(last.to, atom.from)) ? together(last, atom) : undefined;
    if (last && both) result[result.length - 1] = { from: last.from, to: atom.to, ...both };
    else result.push(atom);
  }
  return result;
};

const dayEarlier = /(?<!\p{L})(?:ennen|innan|före|before)(?: the| den)? $/iu;
const byThen =
  /(?<!\p{L})(?:viimeistään|määräaika|dl|deadline|senast|till|t\.o\.m\.|(?:no|not) later than|by|until|due(?: on| by)?)(?: the| on| den)?:? (?:på |on )?$/iu;
const onThen = /(?<!\p{L})(?:på|den|on(?: the)?) $/iu;
const fromThen =
  /(?<!\p{L})(?:alkaen|from|since|starting(?: on)?|från(?: och med)?|fr\.o\.m\.|sedan)(?: the| den)? $/iu;
const byThenBehind = /^ (?:mennessä|asti|saakka)(?!\p{L})/iu;
const fromThenBehind = /^ (?:alkaen|lähtien|onwards|och framåt)(?!\p{L})/iu;
const reach = 30;

type Said = Atom & { readonly strong: boolean };

/** With the words beside it: what is told as a deadline is strong, "before Friday" is the day before. */
const said = (line: string, atom: Atom): Said => {
  const before = line.slice(Math.max(0, atom.from - reach), atom.from);
  const behind = line.slice(atom.to, atom.to + reach);
  if (fromThen.test(before) || fromThenBehind.test(behind)) return { ...atom, days: [], strong: false };
  const earlier = dayEarlier.exec(before);
  const by = byThen.exec(before);
  const word = earlier ?? by ?? onThen.exec(before);
  const wordBehind = byThenBehind.exec(behind);
  return {
    ...atom,
    from: atom.from - (word?.[0].length ?? 0),
    to: atom.to + (wordBehind?.[0].length ?? 0),
    days: earlier && !atom.isEnd ? atom.days.map((day) => day - 1) : atom.days,
    strong: Boolean(earlier ?? by ?? wordBehind),
  };
};

/**
 * The days by which a line says that something is due, the likeliest first; and all places that tell of time. What lies
 * before `today` is never due. `line` is a plain text, `today` a day as `YYYY-MM-DD`.
 */
export const readDue = (
  line: string,
  today: string,
): { dueDates: DueDate[]; places: { from: number; to: number }[] } => {
  const now = numberOf(today);
  const all = joined(line, apart(atomsBy(readers, line, now))).map((atom) => said(line, atom));
  const due = all.flatMap(({ days, from, to, strong }) =>
    days.filter((day) => day >= now).map((day) => ({ date: dayOf(day), from, to, strong })),
  );
  const meant = due.some(({ strong }) => strong) ? due.filter(({ strong }) => strong) : due;
  const dueDates = meant
    .filter(({ date }, at) => meant.findIndex((other) => other.date === date) === at)
    .map(({ date, from, to }) => ({ date, from, to }));
  return { dueDates, places: all.map(({ from, to }) => ({ from, to })) };
};
