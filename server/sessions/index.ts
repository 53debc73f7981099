// What other nouns may use of sessions.
export { hashPassword, oneTimePassword } from './passwords.ts';
export { endSessions, idleMinutes, startSession } from './session.ts';
