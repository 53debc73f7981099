// What other nouns may use of sessions.
export { ownOrigins, requireOwnOrigin } from './authenticate.ts';
export { readSessionToken } from './cookies.ts';
export { hashPassword, oneTimePassword, requireStrong } from './passwords.ts';
export { endSessions, findSession, idleMinutes, startSession } from './session.ts';
