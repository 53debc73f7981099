// Where a field is: in an entry that exists, or in one that begins with its first character (a form, a comment).
import type { z } from 'zod';
import type { startEntry } from '../../shared/entries.ts';

export type StartBody = z.input<NonNullable<(typeof startEntry)['body']>>;
export type Address =
  /** `start`: as what the entry would have been begun here. What was typed before the page knew of it leads to it, too. */
  | { readonly entryId: string; readonly field: string; readonly start?: StartBody }
  | { readonly start: StartBody; readonly field: string };

/** The same beginning has the same name: two fields of one form start one entry. */
export const startName = (start: StartBody): string =>
  [start.kind, start.caseId, start.assessmentId, start.parentId, start.about].map((x) => x ?? '').join('|');

export const addressName = (address: Address): string =>
  `${'entryId' in address ? address.entryId : startName(address.start)}/${address.field}`;

/** A form is found again by its name. */
export const formStart = (name: string): StartBody => ({
  kind: 'form',
  caseId: null,
  assessmentId: null,
  parentId: null,
  about: name,
  pairId: null,
});
