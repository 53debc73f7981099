// What other nouns may use of cases.
export { joinCase } from './invite-member.ts';
export { namesOfLacking } from './lacking-consents.ts';
export { nameOfRelation, readCaseName } from './names.ts';
export { openOffer, publishPlaces } from './places.ts';
export { activityFor, presentActivity, presentGround } from './present.ts';
export { toldBy, toldJoined } from './told.ts';
export { completeEvent, readWorkspace } from './workspace.ts';
