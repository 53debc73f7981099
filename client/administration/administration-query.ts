// What the administrator sees, and doing something with it: the command, the list read again, a receipt.
import { useQuery, useQueryClient } from '@tanstack/solid-query';
import type { z } from 'zod';
import {
  type AgencyRow as AgencyShape,
  getAdministration,
  type PersonRow as PersonShape,
} from '../../shared/agencies.ts';
import { call } from '../api/call.ts';
import type { Doing } from '../api/doing.ts';
import { createSending } from '../api/sending.ts';
import { t } from '../i18n/index.ts';
import { showToast } from '../ui/toast.tsx';

export type AgencyRow = z.output<typeof AgencyShape>;
export type PersonRow = z.output<typeof PersonShape>;

const administrationKey = ['administration'] as const;

export const useAdministration = () =>
  useQuery(() => ({
    queryKey: administrationKey,
    queryFn: ({ signal }) => call(getAdministration, { signal }),
    reconcile: 'id',
  }));

export const useDoing = (): Doing => {
  const queries = useQueryClient();
  const sending = createSending();
  return {
    ...sending,
    run: async (content, work) => {
      const done = await sending.send(content, async (key) => void (await work(key)));
      if (!done) return false;
      await queries.invalidateQueries({ queryKey: administrationKey });
      showToast(t('administration.done'));
      return true;
    },
  };
};
