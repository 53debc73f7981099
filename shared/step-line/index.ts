// A step written as one line ("Sairaanhoitaja soittaa koululle perjantaihin mennessä"): who is to do it, and by when. Pure; what
// it gives is a proposal that a person confirms, and the line stays as it was written.
import { plainText } from '../reading/plain-text.ts';
import { wordsOf } from '../reading/words.ts';
import { type DueDate, readDue } from './due/read-due.ts';
import type { StepPerson } from './owners/mention.ts';
import { mentionsIn } from './owners/mentions.ts';
import { type StepOwner, whoActs } from './owners/who-acts.ts';

export type { DueDate, StepOwner, StepPerson };

export type StepLine = {
  /** The likeliest first. Several: the line names several or leaves open which; none: nobody is named as the one who acts. */
  readonly owners: readonly StepOwner[];
  /** The likeliest first. Several: the line leaves open which ("next Friday"); none: no day from today on is named. */
  readonly dueDates: readonly DueDate[];
};

/**
 * Reads a line in Finnish, Swedish or English. `people` are those to whom a step can be given, `today` is a day as `YYYY-MM-DD`,
 * `self` the id of whoever writes, for "I", "jag" and "soitan". `from` and `to` count UTF-16 units of the line as given, `to`
 * behind the last. Takes time in proportion to the line.
 *
 * A weekday is the next one strictly after today; a date without a year that has passed is next year's; a date that does not
 * exist is none; "before Friday" is Thursday; a week is due on its Friday, a month or a year on its last day.
 */
export const readStepLine = (
  line: string,
  {
    people,
    today,
    self,
  }: { readonly people: readonly StepPerson[]; readonly today: string; readonly self?: string },
): StepLine => {
  const plain = plainText(line);
  const words = wordsOf(plain.text);
  const { dueDates, places } = readDue(plain.text, today);
  const owners = whoActs(plain.text, words, mentionsIn(plain.text, words, people, self, places));
  // Where one character of the line became several, a place takes it whole.
  const endOf = (from: number, to: number): number =>
    plain.placeOf(to) > from ? plain.placeOf(to) : endOf(from, to + 1);
  const inLine = <T extends { from: number; to: number }>(found: T): T => ({
    ...found,
    from: plain.placeOf(found.from),
    to: endOf(plain.placeOf(found.to - 1), found.to),
  });
  return { owners: owners.map(inLine), dueDates: dueDates.map(inLine) };
};
