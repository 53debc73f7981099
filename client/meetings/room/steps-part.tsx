// The steps that are agreed in this item: in the middle in their own phase, beside every other one.
import { createMemo, type JSX, Show } from 'solid-js';
import { StepsPart } from '../../steps/steps-part.tsx';
import { useItem } from './item-case.tsx';
import { useRoom } from './room.ts';

export function ItemSteps(): JSX.Element {
  const { me } = useRoom();
  const { item, workspace } = useItem();
  /** Of those who were invited to the item, and so are to see what is agreed. */
  const agencyIds = createMemo(() => {
    const members = workspace()?.members ?? [];
    const invited = new Set(item().visits.map(({ membershipId }) => membershipId));
    return [...new Set(members.flatMap((m) => (invited.has(m.id) && m.agencyId ? [m.agencyId] : [])))];
  });
  return (
    <Show when={workspace()}>
      {(now) => (
        <StepsPart
          caseId={item().caseId}
          workspace={now()}
          me={me()}
          agendaItemId={item().id}
          agencyIds={agencyIds()}
        />
      )}
    </Show>
  );
}
