// The written questions of the drill: those that the rules were tuned on, and those held out, written by somebody who had not seen the rules.
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { FindingKind } from '../../shared/identifying.ts';

const Detail = z.strictObject({ kind: FindingKind, quote: z.string().min(1) });
const Text = z.strictObject({
  id: z.string().min(1),
  language: z.enum(['fi', 'sv', 'en']),
  text: z.string().min(1),
  details: z.array(Detail),
});
const File = z.strictObject({ texts: z.array(Text).min(1) });
export type Detail = z.infer<typeof Detail>;
export type Text = z.infer<typeof Text>;

const folder = new URL('./texts/', import.meta.url);

/** All texts of files named so; a quote that does not stand in its text is an error of the corpus. */
export const textsOf = (part: 'tuning' | 'held-out'): Text[] => {
  const files = readdirSync(folder)
    .filter((name) => name.startsWith(part) && name.endsWith('.json'))
    .sort();
  const texts = files.flatMap(
    (name) => File.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).texts,
  );
  for (const { id, text, details } of texts)
    for (const { quote } of details)
      if (!text.includes(quote)) throw new Error(`${id}: “${quote}” does not stand in its text.`);
  return texts;
};
