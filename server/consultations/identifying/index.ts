// What tells who the child is in a text: pure, general, never from the children whom Rinki knows. See docs/decisions/0020.
import type { Finding, FindingKind } from '../../../shared/identifying.ts';
import { plainText } from '../../../shared/reading/plain-text.ts';
import { emails } from './email.ts';
import { exactDates } from './exact-dates.ts';
import { identityCodes } from './identity-code.ts';
import { names } from './name.ts';
import { phones } from './phone.ts';
import { schoolClasses } from './school-class.ts';
import { singularThings } from './singular.ts';
import type { Span } from './spans.ts';
import { withoutOverlaps } from './spans.ts';
import { streetAddresses } from './street-address.ts';
import { traces } from './traces.ts';

const rules: readonly (readonly [FindingKind, (text: string) => readonly Span[]])[] = [
  ['identity-code', identityCodes],
  ['email', emails],
  ['phone', phones],
  ['street-address', streetAddresses],
  ['school-class', schoolClasses],
  ['name', names],
  ['exact-date', exactDates],
  ['other', traces],
  ['other', singularThings],
];

/**
 * Finds what identifies somebody in a text: places in the order of the text, none overlapping another. What is certain must
 * not be sent in an anonymous request; what is likely is asked once. Takes time in proportion to the text.
 */
export const findIdentifying = (text: string): readonly Finding[] => {
  const plain = plainText(text);
  const spans = rules.flatMap(([kind, find]) => find(plain.text).map((span) => ({ ...span, kind })));
  return withoutOverlaps(spans).map(({ from, to, kind, certain }) => ({
    from: plain.placeOf(from),
    to: plain.placeOf(to),
    kind,
    certain,
  }));
};

export { circumstancesIn, narrows } from './narrows.ts';
