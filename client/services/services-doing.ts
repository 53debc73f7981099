// Doing something to a service or its members: the command, the directory read again, a receipt.
import { useQueryClient } from '@tanstack/solid-query';
import { createSending, type Sending } from '../api/sending.ts';
import { servicesKey } from '../consultations/service-choice.tsx';
import { t } from '../i18n/index.ts';
import { showToast } from '../ui/toast.tsx';

export type Doing = Pick<Sending, 'busy' | 'problem'> & {
  /** True when it was done. */
  readonly run: (content: unknown, work: (key: string) => Promise<unknown>) => Promise<boolean>;
};

export const useDoing = (): Doing => {
  const queries = useQueryClient();
  const sending = createSending();
  return {
    ...sending,
    run: async (content, work) => {
      // Busy until the page shows what was done: a second press would do it twice.
      const done = await sending.send(content, async (key) => {
        await work(key);
        await queries.invalidateQueries({ queryKey: servicesKey });
      });
      if (!done) return false;
      showToast(t('service.saved'));
      return true;
    },
  };
};
