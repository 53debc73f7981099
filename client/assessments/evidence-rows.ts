// Evidence and its source are pairs of fields, `evidence.<key>.text` and `.source`. Keys grow with time, so that rows
// stay in the order in which they were added.
import type { Entry } from '../../shared/entries.ts';

const shape = /^evidence\.([a-zA-Z0-9-]+)\.(text|source)$/;

/** The keys of rows with anything in them. */
export const evidenceKeys = (fields: Entry['fields']): string[] => {
  const keys = Object.entries(fields).flatMap(([name, field]) => {
    const key = shape.exec(name)?.[1];
    return key !== undefined && field.text.trim() !== '' ? [key] : [];
  });
  return [...new Set(keys)].sort();
};

export const newEvidenceKey = (now: number): string => `k${now.toString(36)}`;
