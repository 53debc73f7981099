// What other nouns may use of cases.
export { completeEvent } from './workspace.ts';
