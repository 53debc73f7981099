// Who sees what, read from the server again whenever people or grounds of the case change.
import { useQuery } from '@tanstack/solid-query';
import { getSharing } from '../../shared/sharing.ts';
import { call } from '../api/call.ts';
import { useCase } from '../cases/case-room.tsx';

/** Everything in the snapshot that the answer depends on, as one text. */
const standing = ({
  grounds,
  members,
  entries,
  relations,
}: ReturnType<ReturnType<typeof useCase>['workspace']>) =>
  JSON.stringify([
    grounds.map((one) => [one.id, one.withdrawnAt]),
    members.map((one) => [one.id, one.endsAt]),
    relations.map((one) => [one.id, one.version]),
    entries.map((one) => [one.id, one.state, one.audience]),
  ]);

export const useSharing = () => {
  const { workspace, caseId } = useCase();
  return useQuery(() => ({
    queryKey: ['sharing', caseId(), standing(workspace())],
    queryFn: ({ signal }) => call(getSharing, { params: { caseId: caseId() }, signal }),
    placeholderData: (before) => before,
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  }));
};
