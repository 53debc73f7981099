// Filling a message: parameters between braces, plural by the language's own rule.
import type { Plural } from './catalogue.ts';
import { intlTags, type Locale } from './locale.ts';

const rules = new Map<Locale, Intl.PluralRules>();
const numbers = new Map<Locale, Intl.NumberFormat>();

function pluralForm(locale: Locale, count: number): keyof Plural {
  let rule = rules.get(locale);
  if (!rule) {
    rule = new Intl.PluralRules(intlTags[locale]);
    rules.set(locale, rule);
  }
  return rule.select(count) === 'one' ? 'one' : 'other';
}

export function formatNumber(locale: Locale, value: number): string {
  let format = numbers.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(intlTags[locale]);
    numbers.set(locale, format);
  }
  return format.format(value);
}

/** The text of one message. A name without a value stays as `{name}`, so that a mistake is seen and not hidden. */
export function fill(
  locale: Locale,
  message: string | Plural,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const text = typeof message === 'string' ? message : message[pluralForm(locale, Number(params.count))];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? formatNumber(locale, value) : value;
  });
}
