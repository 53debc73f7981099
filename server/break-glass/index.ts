// What other nouns may use of break-glass.
export { readUses } from './read-uses.ts';
