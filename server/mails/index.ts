// What other nouns may use of the mails.
export { type Mail, queueMail } from './queue.ts';
