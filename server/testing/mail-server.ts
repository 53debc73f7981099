// A real mail server on this machine, which keeps what it receives, and a sender that sends there.
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import pino from 'pino';
import { SMTPServer } from 'smtp-server';
import { readConfig } from '../config.ts';
import { createMailSender, type MailSender } from '../mails/sender.ts';
import type { Clock } from '../platform/clock/clock.ts';
import { openDatabase } from '../platform/db/pool.ts';
import { deriveSecrets } from '../platform/http/secrets.ts';
import type { World } from './open-world.ts';

export type MailServer = {
  readonly port: number;
  readonly url: string;
  readonly received: readonly ParsedMail[];
  /** The mails as they came over the line, in the same order. */
  readonly sources: readonly string[];
  readonly close: () => Promise<void>;
};

export const openMailServer = async (onPort = 0): Promise<MailServer> => {
  const received: ParsedMail[] = [];
  const sources: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: async (stream, _session, done) => {
      try {
        const source = await buffer(stream);
        received.push(await simpleParser(source));
        sources.push(source.toString());
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(onPort, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as { port: number };
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received,
    sources,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

/** A sender of this world's mails; without an address there is no mail server in its settings. */
export const senderTo = (
  smtpUrl: string | undefined,
  { world, clock, from = 'Rinki <rinki@example.fi>' }: { world: World; clock: Clock; from?: string },
): MailSender =>
  createMailSender({
    config: readConfig({
      RINKI_MODE: 'demo',
      DATABASE_URL: world.database.url,
      PUBLIC_ORIGIN: 'https://rinki.example.fi',
      MAIL_FROM: from,
      ...(smtpUrl === undefined ? {} : { SMTP_URL: smtpUrl }),
    }),
    jobs: openDatabase(world.pools.jobs),
    clock,
    secrets: deriveSecrets(world.secretKey),
    log: pino({ level: 'silent' }),
  });
