// Puts a mail into the queue, with the asking, in its transaction. It is sent after commit, or not: the sender decides.
import type { Tx } from '../platform/db/transaction.ts';
import { canSignIn } from './can-sign-in.ts';
import { isSignedIn } from './signed-in.ts';
import type { MailStage } from './texts.ts';

/** Nothing in it says who the child, the agency or the profession is. */
export type Mail = {
  readonly personId: string;
  readonly stage: MailStage;
  readonly caseNumber: string;
  /** `YYYY-MM-DD`, or null where nothing is due. */
  readonly dueOn: string | null;
  /** Where the link leads, from the installation's origin on. */
  readonly path: string;
  /** A one-time link to be made and carried; such a mail goes also to somebody who is signed in. */
  readonly guestLinkId?: string;
};

/** Whoever is signed in right now sees it live; whoever cannot sign in gets a link, in a mail of its own. */
const needsNone = async (tx: Tx, personId: string, at: Date): Promise<boolean> =>
  (await isSignedIn(tx, personId, at)) || !(await canSignIn(tx, personId));

export const queueMail = async (tx: Tx, mail: Mail, at: Date): Promise<void> => {
  if (mail.guestLinkId === undefined && (await needsNone(tx, mail.personId, at))) return;
  await tx
    .insertInto('mails')
    .values({
      person_id: mail.personId,
      stage: mail.stage,
      case_number: mail.caseNumber,
      due_on: mail.dueOn,
      path: mail.path,
      guest_link_id: mail.guestLinkId ?? null,
      at,
      next_at: at,
    })
    .execute();
};
