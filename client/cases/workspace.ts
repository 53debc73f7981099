// The snapshot of a case, kept fresh by the live stream under the same cache key.
import { useQuery } from '@tanstack/solid-query';
import { getWorkspace, type Workspace } from '../../shared/cases.ts';
import { call } from '../api/call.ts';
import { caseKey } from '../live/index.ts';

export const workspaceKey = caseKey;

/** The workspace of the case in view. Its data stays while it is read again. */
export const useWorkspace = (caseId: () => string) =>
  useQuery(() => ({
    queryKey: workspaceKey(caseId()),
    queryFn: ({ signal }) => call(getWorkspace, { params: { caseId: caseId() }, signal }),
    // Live events keep it fresh; a snapshot is read again when the live layer says so.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    // An event changes what it is about and nothing else: a field somebody is typing in stays the same element.
    reconcile: 'id',
  }));

/** The member behind a person's id; undefined where the viewer may not know of them. */
export const memberOf = (workspace: Workspace, personId: string) =>
  workspace.members.find((m) => m.personId === personId);
