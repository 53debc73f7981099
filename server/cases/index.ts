// What other nouns may use of cases.
export { presentActivity, presentMember } from './present.ts';
export { completeEvent } from './workspace.ts';
