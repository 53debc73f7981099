// What other nouns may use of entries.
export { dataClassOf } from './audiences.ts';
export { audienceOf, type EntryRow, fieldsOf, textOf } from './find-entry.ts';
export {
  authorsKnown,
  isTeamsOwn,
  looksMoved,
  presentAlternative,
  presentAudience,
  presentEntry,
  presentFor,
  privateAudience,
} from './present.ts';
export { startDraft } from './start-draft.ts';
export { pairOf } from './start-entry.ts';
