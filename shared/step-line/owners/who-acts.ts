// Who of those named is to do it. In Finnish the form of the name tells; in Swedish and English its place does.
import type { Word } from '../../reading/words.ts';
import * as beside from './acting-words.ts';
import type { Form, Mention } from './mention.ts';

/** Somebody to whom a line gives the step, and the place in the line that says so. */
export type StepOwner = { readonly id: string; readonly from: number; readonly to: number };

/** `named` is told to be responsible; `perhaps` stands in a clause about something that comes first. */
type Acts = 'named' | 'yes' | 'perhaps' | 'no';

const and = /^ ?(?:[,/+&]|,? ?(?:ja|sekä|tai|och|eller|and|or)) ?(?:(?:the|our|den|doktor|doctor|dr) )?$/iu;
const clauseBegins = /(?:^|[,;.:!?(/@•-])\s{0,3}$/u;
const listOpens = /[(/:-]\s{0,3}$/u;
const reach = 40;

type Place = {
  /** The word in front, without articles, where nothing but spaces stands between. */
  readonly before: string;
  readonly beforeThat: string;
  /** That word begins the line, and an English article stands behind it. */
  readonly isCommand: boolean;
  readonly opening: string;
  readonly earlier: string;
  readonly next: string;
  readonly behind: string;
};

const placeOf = (line: string, words: readonly Word[], first: number, last: number): Place => {
  let at = first;
  while (words[at]?.joined && beside.determiner.test(words[at - 1]?.text ?? '')) at--;
  const joined = words[at]?.joined === true;
  const from = words[at]?.from ?? 0;
  const to = words[last]?.to ?? 0;
  return {
    before: joined
      ? (words[at - 1]?.text ?? '')
      : (/(\p{L}+): ?$/u.exec(line.slice(Math.max(0, from - reach), from))?.[1] ?? ''),
    beforeThat: words[at - 1]?.joined ? (words[at - 2]?.text ?? '') : '',
    isCommand:
      at === 1 &&
      first > at &&
      beside.englishArticle.test(words[at]?.text ?? '') &&
      !beside.mayOpen.test(words[0]?.text ?? ''),
    opening: line.slice(Math.max(0, from - 4), from),
    earlier: line.slice(Math.max(0, from - reach), from),
    next: words[last + 1]?.joined ? (words[last + 1]?.text ?? '') : '',
    behind: line.slice(to, to + reach),
  };
};

/** `ours`: the writer is among them, as in "minä ja Leena käydään", whose verb only looks like a passive. */
const bareActs = (place: Place, isFirst: boolean, ours: boolean): Acts => {
  const { before, opening, next, behind } = place;
  if (beside.responsibleBefore.test(before)) return 'named';
  const begins = clauseBegins.test(opening);
  if (!begins) {
    if (beside.agent.test(before)) return 'yes';
    if (beside.swedishAgent.test(before) && beside.passiveEarlier.test(place.earlier)) return 'yes';
    if (beside.preposition.test(before) || beside.negation.test(before)) return 'no';
    if (place.isCommand || beside.takesObject.test(before) || beside.finnishPassive.test(before)) return 'no';
  }
  if ((beside.finnishPassive.test(next) && !ours) || beside.swedishPassive.test(next)) return 'no';
  if (beside.englishPassive.test(behind) && !beside.askedToAct.test(behind)) return 'no';
  if (beside.negationBehind.test(behind)) return 'no';
  if (!begins && beside.subordinator.test(before)) return 'perhaps';
  if (isFirst || listOpens.test(opening) || begins) return 'yes';
  return beside.conjunction.test(before) && next !== '' ? 'yes' : 'no';
};

const formActs = (form: Form, place: Place, isFirst: boolean, ours: boolean): Acts => {
  switch (form) {
    case 'bare':
      return bareActs(place, isFirst, ours);
    case 'genitive':
      return beside.necessityBehind.test(place.next) || beside.necessityBefore.test(place.before)
        ? 'yes'
        : 'no';
    case 'adessive':
      return /^ (?:on )?vastuu/iu.test(place.behind) ||
        /^vastuu/iu.test(place.before) ||
        /^vastuu$/iu.test(place.beforeThat)
        ? 'named'
        : 'no';
    case 'allative':
      return beside.chargeBehind.test(place.next) || beside.chargeBefore.test(place.before) ? 'yes' : 'no';
    case 'other':
      return 'no';
  }
};

const shareForm = (one: Mention, other: Mention): boolean => {
  const forms = new Set(one.forms.values());
  return [...other.forms.values()].some((form) => forms.has(form));
};

/** Mentions with nothing but "and", "or" or a comma between them play one part. */
const groupsOf = (line: string, words: readonly Word[], mentions: readonly Mention[]): Mention[][] => {
  const groups: Mention[][] = [];
  for (const mention of mentions) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const gap = last ? line.slice(words[last.last]?.to, words[mention.first]?.from) : '';
    if (
      group &&
      last &&
      and.test(gap) &&
      shareForm(last, mention) &&
      last.self !== 'verb' &&
      mention.self !== 'verb'
    )
      group.push(mention);
    else groups.push([mention]);
  }
  return groups;
};

/** The owners that a line names, the likeliest first; none, when those who are named are only spoken of. */
export const whoActs = (line: string, words: readonly Word[], mentions: readonly Mention[]): StepOwner[] => {
  const found: { owner: StepOwner; acts: Acts }[] = [];
  for (const group of groupsOf(line, words, mentions)) {
    const place = placeOf(line, words, group[0]?.first ?? 0, group.at(-1)?.last ?? 0);
    const isFirst = !found.some(({ acts }) => acts !== 'perhaps');
    const ours = group.length > 1 && group.some(({ self }) => self);
    for (const { first, last, forms, self } of group)
      for (const [id, form] of forms) {
        const acts = self === 'verb' ? 'yes' : formActs(form, place, isFirst, ours);
        const owner = { id, from: words[first]?.from ?? 0, to: words[last]?.to ?? 0 };
        if (acts !== 'no') found.push({ owner, acts });
      }
  }
  const surest = (['named', 'yes', 'perhaps'] as const).find((one) => found.some(({ acts }) => acts === one));
  const owners = found.filter(({ acts }) => acts === surest).map(({ owner }) => owner);
  return owners.filter(({ id }, at) => owners.findIndex((other) => other.id === id) === at);
};
