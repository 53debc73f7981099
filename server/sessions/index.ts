// What other nouns may use of sessions.
export { hashPassword } from './passwords.ts';
export { endSessions, startSession } from './session.ts';
