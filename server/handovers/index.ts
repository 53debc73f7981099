// What other nouns may use of handovers.
export { type Counted, levelOf, loadOf, readLimit } from './loads.ts';
export { readHandovers } from './present.ts';
