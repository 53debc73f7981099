// What other nouns may use of entries.
<<<<<<< HEAD

export { presentAlternative, presentAudience, presentEntry, privateAudience } from './present.ts';

=======

export { dataClassOf } from './audiences.ts';
export {
  audienceOf,
  type EntryRow,
  type Fields,
  fieldsOf,
  kindOf,
  textOf,
} from './find-entry.ts';
export { presentAlternative, presentAudience, presentEntry, privateAudience } from './present.ts';
export { entryRoutes } from './routes.ts';
export { startDraft } from './start-draft.ts';

>>>>>>> write
