// What other nouns may use of sessions.
export { ownOrigins, requireOwnOrigin } from './authenticate.ts';
export { readScreenToken, readSessionToken, setScreenToken, setSessionToken } from './cookies.ts';
export { hashPassword, oneTimePassword, requireStrong } from './passwords.ts';
export { presentSession } from './present.ts';
export { endSessions, findSession, idleMinutes, longestHours, newToken, startSession } from './session.ts';
export { countTry, failureKey, forgetFailures } from './sign-in-delay.ts';
