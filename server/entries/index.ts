// What other nouns may use of entries.
export { addWritten } from './add-written.ts';
export { dataClassOf, requireChoosable, targetOf } from './audiences.ts';
export { childAllows } from './child-allows.ts';
export { audienceOf, type EntryRow, fieldsOf, textOf } from './find-entry.ts';
export { keepPrivateNote } from './keep-private-note.ts';
export { moveEntry } from './move-entry.ts';
export { noteShared } from './note-shared.ts';
export {
  authorsKnown,
  isTeamsOwn,
  looksMoved,
  presentAlternative,
  presentAudience,
  presentEntry,
  presentFor,
  privateAudience,
  shownAudience,
} from './present.ts';
export { startDraft } from './start-draft.ts';
export { pairOf } from './start-entry.ts';
export { hiddenPlaces, placesIn } from './tells-where.ts';
