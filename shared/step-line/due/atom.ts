// The smallest expressions of time, each read for itself; read-due.ts joins those that stand side by side.

/** One expression of time in a plain line. Days are numbers of calendar-days.ts. */
export type Atom = {
  readonly from: number;
  readonly to: number;
  /** What it may mean, the likeliest first; none for what tells of the past, of a habit or of a beginning. */
  readonly days: readonly number[];
  /** A weekday without a date: 0 for Monday. */
  readonly weekday?: number;
  /** The Monday of the week that it names or lies in: a weekday beside it is of that week. */
  readonly week?: number;
  /** It names an end itself: nothing is taken off for "before". */
  readonly isEnd?: boolean;
};
export type Meaning = Omit<Atom, 'from' | 'to'>;

/** A word for no due date that still must not be read as part of another. */
export const noDay: Meaning = { days: [] };

/** A way to write a time. `read` gets the named groups and the line in front and behind; undefined when it is none. */
export type Reader = {
  readonly pattern: RegExp;
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    today: number,
    around: { readonly written: string; readonly before: string; readonly behind: string },
  ) => Meaning | undefined;
};

/** Whole words only; upper and lower case alike. */
export const words = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'giu');

/** A reader of words that mean one thing. */
export const meaning = (source: string, of: (today: number) => Meaning): Reader => ({
  pattern: words(source),
  read: (_groups, today) => of(today),
});

const reach = 24;

export const atomsBy = (readers: readonly Reader[], line: string, today: number): Atom[] =>
  readers.flatMap(({ pattern, read }) =>
    [...line.matchAll(pattern)].flatMap((match): Atom[] => {
      const [from, to] = [match.index, match.index + match[0].length];
      const before = line.slice(Math.max(0, from - reach), from);
      const around = { written: match[0], before, behind: line.slice(to, to + reach) };
      const meant = read(match.groups ?? {}, today, around);
      return meant ? [{ from, to, ...meant }] : [];
    }),
  );
