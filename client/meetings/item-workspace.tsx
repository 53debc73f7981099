// The case of an item, fetched where a row of the agenda is opened, and kept fresh as long as it is.
import { createEffect, type JSX, onCleanup } from 'solid-js';
import type { Workspace } from '../../shared/cases.ts';
import { Answered } from '../api/answered.tsx';
import { useWorkspace } from '../cases/workspace.ts';
import { useLive } from '../live/index.ts';

export function ItemWorkspace(props: {
  caseId: string;
  children: (workspace: () => Workspace) => JSX.Element;
}): JSX.Element {
  const query = useWorkspace(() => props.caseId);
  const live = useLive();
  createEffect(() => onCleanup(live.followCase(props.caseId)));
  return (
    <Answered query={query} lines={2}>
      {(workspace) => props.children(workspace)}
    </Answered>
  );
}
