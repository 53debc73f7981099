// What is read of consultations, and doing something in one. The live layer has it read again when something moved.
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/solid-query';
import type { Consultation, ConsultationHead } from '../../shared/consultation.ts';
import { getConsultation, listConsultations, readHeads } from '../../shared/consultations.ts';
import { call } from '../api/call.ts';
import { createDoing, type Doing } from '../api/doing.ts';
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

/**
 * What is read of consultations is read again afterwards: of the one request, where one is meant.
 * @param consultationId the request that it is done to, where a list is shown beside
 */
export const useDoing = (consultationId?: () => string): Doing => {
  const queries = useQueryClient();
  return createDoing(async () => {
    const id = consultationId?.();
    if (id === undefined) return queries.invalidateQueries({ queryKey: consultationsKey });
    await Promise.all([
      queries.invalidateQueries({ queryKey: [...consultationsKey, id] }),
      readingOf(queries).moved([id]),
    ]);
  });
};

/** Neither side goes on with it. */
export const isOver = (head: Pick<ConsultationHead, 'state'>): boolean =>
  head.state === 'closed' || head.state === 'withdrawn';
