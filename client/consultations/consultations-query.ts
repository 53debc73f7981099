// What is read of consultations, and doing something in one. The live layer has it read again when something moved.
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/solid-query';
import type { Consultation, ConsultationHead } from '../../shared/consultation.ts';
import { getConsultation, listConsultations, readHeads } from '../../shared/consultations.ts';
import { call } from '../api/call.ts';
import { createSending, type Sending } from '../api/sending.ts';
import { consultationsKey, useLive } from '../live/index.ts';
import { createMovedHeads } from './moved-heads.ts';

const listKey = [...consultationsKey, 'list'] as const;

/** One for each cache, however many pages show the lists. */
const readings = new WeakMap<QueryClient, ReturnType<typeof createMovedHeads>>();
const readingOf = (queries: QueryClient) => {
  const known = readings.get(queries);
  if (known) return known;
  const reading = createMovedHeads(queries, listKey, (ids) =>
    call(readHeads, { query: { ids: ids.join(',') } }),
  );
  readings.set(queries, reading);
  return reading;
};

/** Rows keep their place on the page when it is read again: focus must not jump. */
export const useConsultations = () => {
  const reading = readingOf(useQueryClient());
  useLive().readHeadsBy((ids) => void reading.moved(ids));
  return useQuery(() => ({
    queryKey: listKey,
    queryFn: ({ signal }) => call(listConsultations, { signal }),
    reconcile: 'id',
  }));
};

export const useConsultation = (consultationId: () => string, enabled: () => boolean = () => true) =>
  useQuery(() => ({
    queryKey: [...consultationsKey, consultationId()],
    queryFn: async ({ signal }): Promise<Consultation> =>
      (await call(getConsultation, { params: { consultationId: consultationId() }, signal })).consultation,
    reconcile: 'id',
    enabled: enabled(),
  }));

export type Doing = Pick<Sending, 'busy' | 'problem' | 'forget'> & {
  /** True when it was done; what is read of consultations is then read again: of the one request, where one is meant. */
  readonly run: (content: unknown, work: (key: string) => Promise<unknown>) => Promise<boolean>;
};

/** @param consultationId the request that it is done to, where a list is shown beside */
export const useDoing = (consultationId?: () => string): Doing => {
  const queries = useQueryClient();
  const sending = createSending();
  return {
    ...sending,
    run: async (content, work) => {
      const readAgain = async (): Promise<void> => {
        const id = consultationId?.();
        if (id === undefined) return queries.invalidateQueries({ queryKey: consultationsKey });
        await Promise.all([
          queries.invalidateQueries({ queryKey: [...consultationsKey, id] }),
          readingOf(queries).moved([id]),
        ]);
      };
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
