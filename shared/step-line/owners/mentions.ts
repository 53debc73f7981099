// All mentions of a line in order: names, professions, the writer. A profession beside a name says which of several is meant.
import type { Word } from '../../reading/words.ts';
import { firstPersonIn } from './first-person.ts';
import type { Form, Mention, StepPerson } from './mention.ts';
import { knownNames, namesIn } from './names.ts';
import { professionsIn } from './professions.ts';

type Kind = 'name' | 'profession' | 'self';
type Found = Mention & { readonly kind: Kind };

const beside = /^(?: |, ?| ?\()$/u;

const ofBoth = (name: Found, profession: Found): Map<string, Form> =>
  new Map([...name.forms].filter(([id]) => profession.forms.has(id)));

/** "Kuraattori Anna", "Sari, sairaanhoitaja": one mention of whoever is both; undefined when nobody is. */
const asOne = (line: string, words: readonly Word[], one: Found, other: Found): Found | undefined => {
  if (new Set([one.kind, other.kind, 'self']).size !== 3) return undefined;
  const gap = line.slice(words[one.last]?.to, words[other.first]?.from);
  if (!beside.test(gap)) return undefined;
  const [name, profession] = one.kind === 'name' ? [one, other] : [other, one];
  const forms = ofBoth(name, profession);
  const standsStill = [...profession.forms.values()].every((form) => form === 'bare');
  const agree = [...forms].every(([id, form]) => profession.forms.get(id) === form);
  if (forms.size === 0 || !(standsStill || agree)) return undefined;
  return { kind: 'name', first: one.first, last: other.last, forms };
};

/** Places that tell of time hold no mention ("May 3", "I fredags"). */
export const mentionsIn = (
  line: string,
  words: readonly Word[],
  people: readonly StepPerson[],
  self: string | undefined,
  times: readonly { readonly from: number; readonly to: number }[],
): Mention[] => {
  const found = [
    ...namesIn(words, knownNames(people)).map((mention): Found => ({ ...mention, kind: 'name' })),
    ...professionsIn(words, people).map((mention): Found => ({ ...mention, kind: 'profession' })),
    ...(self === undefined ? [] : firstPersonIn(words, line, self)).map(
      (mention): Found => ({ ...mention, kind: 'self' }),
    ),
  ].sort((a, b) => a.first - b.first || b.last - a.last);

  const inTime = wordsWithin(words, times);
  const result: Found[] = [];
  for (const mention of found) {
    if (inTime.has(mention.first)) continue;
    const last = result.at(-1);
    if (last && mention.first <= last.last) continue;
    const one = last ? asOne(line, words, last, mention) : undefined;
    if (one) result[result.length - 1] = one;
    else result.push(mention);
  }
  return result;
};

const wordsWithin = (
  words: readonly Word[],
  times: readonly { readonly from: number; readonly to: number }[],
): ReadonlySet<number> => {
  const within = new Set<number>();
  let at = 0;
  for (const { from, to } of times) {
    while (at < words.length && (words[at]?.to ?? 0) <= from) at++;
    for (let next = at; next < words.length && (words[next]?.from ?? to) < to; next++) within.add(next);
  }
  return within;
};
