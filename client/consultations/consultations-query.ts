// What is read of consultations, and doing something in one. The live layer has it read again when something moved.
import { useQuery, useQueryClient } from '@tanstack/solid-query';
import type { Consultation, ConsultationHead } from '../../shared/consultation.ts';
import { getConsultation, listConsultations } from '../../shared/consultations.ts';
import { call } from '../api/call.ts';
import { createSending, type Sending } from '../api/sending.ts';
import { consultationsKey } from '../live/index.ts';

export const listKey = [...consultationsKey, 'list'] as const;

/** Rows keep their place on the page when it is read again: focus must not jump. */
export const useConsultations = (enabled: () => boolean = () => true) =>
  useQuery(() => ({
    queryKey: listKey,
    queryFn: ({ signal }) => call(listConsultations, { signal }),
    reconcile: 'id',
    enabled: enabled(),
  }));

export const useConsultation = (consultationId: () => string, enabled: () => boolean = () => true) =>
  useQuery(() => ({
    queryKey: [...consultationsKey, consultationId()],
    queryFn: async ({ signal }): Promise<Consultation> =>
      (await call(getConsultation, { params: { consultationId: consultationId() }, signal })).consultation,
    reconcile: 'id',
    enabled: enabled(),
  }));

export type Doing = Pick<Sending, 'busy' | 'problem' | 'forget'> & {
  /** True when it was done; what is read of consultations is then read again. */
  readonly run: (content: unknown, work: (key: string) => Promise<unknown>) => Promise<boolean>;
};

export const useDoing = (): Doing => {
  const queries = useQueryClient();
  const sending = createSending();
  return {
    ...sending,
    run: async (content, work) => {
      const readAgain = () => queries.invalidateQueries({ queryKey: consultationsKey });
      // Busy until the page shows what was done: a second press would do it twice.
      const done = await sending.send(content, async (key) => {
        await work(key);
        await readAgain();
      });
      // Where it was refused, something has moved that this page does not show yet.
      if (!done) void readAgain();
      return done;
    },
  };
};

/** Neither side goes on with it. */
export const isOver = (head: Pick<ConsultationHead, 'state'>): boolean =>
  head.state === 'closed' || head.state === 'withdrawn';
