// What other nouns may use of the mails.
export { linkAddress, linkSecret } from './link-secret.ts';
export { queueMail } from './queue.ts';
export { type QueuedInvitation, queueEntry, queueInvitation } from './queue-invitation.ts';
