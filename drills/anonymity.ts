// `npm run drill -- anonymity`: how well Rinki recognises what tells who the child is, on written questions: those the rules
// were tuned on, and the half held out, whose writer had not seen the rules and which alone decides.
import type { Given, Outcome } from '../bench/outcome.ts';
import { type Measured, measure } from './anonymity/measure.ts';
import { textsOf } from './anonymity/texts.ts';
import type { AnonymityOptions } from './options.ts';

const leastRecall = 0.9;
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

const figuresOf = (measured: Measured) => ({
  texts: measured.texts,
  details: measured.details,
  precision: rounded(measured.precision),
  recall: rounded(measured.recall),
  certain_identifiers_passed: measured.certain_identifiers_passed,
});

/** Whether a measurement is good enough: nearly all found, and nothing that is certain passed. */
export const isGoodEnough = (measured: Measured): boolean =>
  measured.texts > 0 && measured.recall >= leastRecall && measured.certain_identifiers_passed === 0;

/** Figures at the top are those of the held-out half; without one the drill is not ok. Of the held-out half only what must never pass is told in words, so that nobody tunes on the rest. */
export const drillAnonymity = async ({ say }: Given<AnonymityOptions>): Promise<Outcome> => {
  const tuning = measure(textsOf('tuning'));
  const heldOut = measure(textsOf('held-out'));
  for (const what of tuning.missed) say(`missed: ${what}`);
  for (const what of tuning.mistaken) say(`mistaken: ${what}`);
  for (const what of [...tuning.passed, ...heldOut.passed]) say(`passed: ${what}`);
  if (heldOut.texts === 0) say('There are no held-out texts (drills/anonymity/texts/held-out-*.json).');
  return {
    ok: isGoodEnough(heldOut) && tuning.certain_identifiers_passed === 0,
    ...figuresOf(heldOut),
    tuning: figuresOf(tuning),
  };
};
