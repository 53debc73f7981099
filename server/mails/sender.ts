// Sends waiting mails, outside every transaction. Any number of processes may do so at once.
import nodemailer from 'nodemailer';
import { compose } from './compose.ts';
import { countOutcome } from './outcomes.ts';
import { type MailContext, markFailed, markSent, type Taken, takeWaiting } from './waiting.ts';

const patienceMs = 10_000;

export type MailSender = { readonly sendWaiting: () => Promise<number>; readonly close: () => void };

/** Without SMTP_URL nothing is sent: the rows are marked `no-mail-server`. */
export const createMailSender = (context: MailContext): MailSender => {
  const { smtpUrl, from } = context.config.mail;
  const transport =
    smtpUrl === undefined
      ? undefined
      : nodemailer.createTransport({
          url: smtpUrl,
          connectionTimeout: patienceMs,
          greetingTimeout: patienceMs,
          socketTimeout: patienceMs,
        });
  const deliver = async (taken: Taken): Promise<boolean> => {
    const { letter, attempts } = taken;
    try {
      await transport?.sendMail(compose(letter, context.config.publicOrigin, from));
    } catch (error) {
      const last = await markFailed(context, taken);
      countOutcome(last ? 'given-up' : 'retried');
      // The server's answer may quote the address: its code says enough.
      const code = (error as { code?: string }).code;
      context.log.warn({ mail: letter.id, code, attempts, last }, 'mail not sent');
      return false;
    }
    await markSent(context, letter.id);
    countOutcome('sent');
    return true;
  };
  return {
    /** Sends what is due and answers how many were sent; failures are put off, never thrown. */
    sendWaiting: async () => {
      let sent = 0;
      for (;;) {
        const batch = await takeWaiting(context, transport !== undefined, countOutcome);
        if (batch.length === 0) return sent;
        for (const taken of batch) if (await deliver(taken)) sent += 1;
      }
    },
    close: () => transport?.close(),
  };
};
