// What other nouns may use of cases.
export { namesOfLacking } from './lacking-consents.ts';
export { nameOfRelation, readCaseName } from './names.ts';
export { presentActivity, presentMember } from './present.ts';
export { completeEvent } from './workspace.ts';
