// Finding a child in one's own list: every word typed must begin a part of the name, or be in the number.

import type { z } from 'zod';
import type { listCases } from '../../shared/cases.ts';

export type CaseRow = z.output<NonNullable<(typeof listCases)['response']>>['cases'][number];

const plain = (text: string): string => text.toLocaleLowerCase('fi').normalize('NFC').trim();

export const matchesFilter = (
  row: Pick<CaseRow, 'childName' | 'childGivenName' | 'number'>,
  filter: string,
): boolean => {
  const parts = plain(`${row.childName} ${row.childGivenName}`).split(/[\s-]+/);
  const number = plain(row.number);
  return plain(filter)
    .split(/\s+/)
    .every((word) => word === '' || number.includes(word) || parts.some((part) => part.startsWith(word)));
};
