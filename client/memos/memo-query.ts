// What is read of memos. The live layer has them read again with the meetings that they are of.
import { useQuery, useQueryClient } from '@tanstack/solid-query';
import { getMemo, getMemoVersion, listMemos } from '../../shared/memo.ts';
import { call } from '../api/call.ts';
import { createDoing, type Doing } from '../api/doing.ts';
import { meetingsKey } from '../live/index.ts';

const memosKey = [...meetingsKey, 'memos'] as const;

const useList = (which: () => { caseId?: string; kept?: 'true' }) =>
  useQuery(() => ({
    queryKey: [...memosKey, 'list', which()],
    queryFn: ({ signal }) => call(listMemos, { query: which(), signal }),
    reconcile: 'itemId',
  }));

export const useMemosToSign = () => useList(() => ({}));
export const useMemosOfCase = (caseId: () => string) => useList(() => ({ caseId: caseId() }));
/** What one's agency keeps of cases that are closed to one. */
export const useKeptMemos = () => useList(() => ({ kept: 'true' }));

export const useMemoOf = (itemId: () => string) =>
  useQuery(() => ({
    queryKey: [...memosKey, itemId()],
    queryFn: ({ signal }) => call(getMemo, { params: { itemId: itemId() }, signal }),
    reconcile: 'id',
  }));

/** A version that was signed is what it was: it is read once. */
export const useMemoVersion = (versionId: () => string) =>
  useQuery(() => ({
    queryKey: ['memo-version', versionId()],
    queryFn: ({ signal }) => call(getMemoVersion, { params: { memoVersionId: versionId() }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  }));

export const useMemoDoing = (): Doing => {
  const queries = useQueryClient();
  return createDoing(() => queries.invalidateQueries({ queryKey: memosKey }));
};
