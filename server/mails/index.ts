// What other nouns may use of the mails.
export { queueMail } from './queue.ts';
