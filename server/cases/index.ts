// What other nouns may use of cases.
export { joinCase } from './invite-member.ts';
export { nameOfRelation, readCaseName } from './names.ts';
export { presentActivity, presentMember } from './present.ts';
export { completeEvent } from './workspace.ts';
