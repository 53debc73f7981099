// What other nouns may use of break-glass.
export { readUsesToReview } from './read-uses.ts';
