// A real mail server for a journey, which keeps what it receives. Started before the journey, so that its address is known.
import type { ParsedMail } from 'mailparser';
import { openMailServer } from '../../server/testing/mail-server.ts';

export type PostBox = {
  readonly url: string;
  /** The newest mail to this address that is not among `seen`; waits for it. */
  readonly mailTo: (address: string, seen?: readonly ParsedMail[]) => Promise<ParsedMail>;
  readonly close: () => Promise<void>;
};

const patienceMs = 30_000;

export const openPostBox = async (): Promise<PostBox> => {
  const { url, received, close } = await openMailServer();
  const to = (mail: ParsedMail): string =>
    [mail.to ?? []]
      .flat()
      .map((one) => one.text)
      .join(' ');
  return {
    url,
    mailTo: async (address, seen = []) => {
      const began = performance.now();
      for (;;) {
        const found = received.findLast((mail) => to(mail).includes(address) && !seen.includes(mail));
        if (found) return found;
        if (performance.now() - began > patienceMs) throw new Error(`no mail came to ${address}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    close,
  };
};

/** The one-time link in a mail. */
export const linkIn = (mail: ParsedMail): string => /https?:\S+\/link#\S+/.exec(mail.text ?? '')?.[0] ?? '';
