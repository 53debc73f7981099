// What other nouns may use of entries.
export { presentAlternative, presentAudience, presentEntry, privateAudience } from './present.ts';
