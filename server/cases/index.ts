// What other nouns may use of cases.
export { joinCase } from './invite-member.ts';
export { namesOfLacking } from './lacking-consents.ts';
export { nameOfRelation, readCaseName } from './names.ts';
export { presentActivity, presentGround, presentMember } from './present.ts';
export { completeEvent, readWorkspace } from './workspace.ts';
