// Looks for waiting mails while the server listens. A server that does not listen (a test, the demo's filling) sends none.
import type { Server } from '../server.ts';
import { createMailSender } from './sender.ts';

const everyMs = 3_000;

export const startMails = ({ app, context }: Server): void => {
  const sender = createMailSender(context);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let stopped = false;

  const round = async (): Promise<void> => {
    try {
      await sender.sendWaiting();
    } catch (error) {
      context.log.warn({ code: (error as { code?: string }).code }, 'waiting mails could not be read');
    }
    if (!stopped) timer = setTimeout(next, everyMs).unref();
  };
  const next = () => {
    running = round();
  };
  app.addHook('onListen', async () => next());
  app.addHook('onClose', async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
    sender.close();
  });
};
