// What other nouns may use of cases.
export { namesOfLacking } from './lacking-consents.ts';
export { nameOfRelation, readCaseName } from './names.ts';
export { presentActivity, presentGround, presentMember } from './present.ts';
export { completeEvent, readWorkspace } from './workspace.ts';
