// One way to write a value as JSON: keys sorted, nothing between. So that a hash says the same today and in ten years,
// whoever computes it.
import { createHash } from 'node:crypto';

export type Canonical =
  | null
  | boolean
  | number
  | string
  | readonly Canonical[]
  | { readonly [key: string]: Canonical };

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const canonicalJson = (value: Canonical): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
};

/** SHA-256 of the canonical text, in hexadecimal. */
export const hashOf = (value: Canonical): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');
