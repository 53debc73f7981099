// The case of the item in view: its snapshot, kept fresh by the live stream, and who is writing where in it.
import { createContext, createEffect, createMemo, type JSX, onCleanup, useContext } from 'solid-js';
import type { Workspace } from '../../../shared/cases.ts';
import type { Entry } from '../../../shared/entries.ts';
import type { Presence } from '../../../shared/live.ts';
import type { OpenItem } from '../../../shared/meeting.ts';
import { CallError } from '../../api/call.ts';
import { useWorkspace } from '../../cases/workspace.ts';
import { useCaseLive } from '../../live/index.ts';
import { WritingRoomContext } from '../../writing/room.ts';

export type ItemAround = {
  readonly item: () => OpenItem;
  /** Undefined until it was read, and when it is no longer the reader's to see. */
  readonly workspace: () => Workspace | undefined;
  /** What was written for this item or in it, the oldest first. */
  readonly entries: (kind: Entry['kind']) => Entry[];
  /** Who is writing in an entry now, by person. */
  readonly writers: (entryId: string) => string[];
};
const ItemContext = createContext<ItemAround>();

/** The item in view. Only under `ItemCase`. */
export const useItem = (): ItemAround => {
  const item = useContext(ItemContext);
  if (!item) throw new Error('useItem() is for parts of an item');
  return item;
};

/** Beside the item in view, or beside none. */
export const useItemIfAny = (): ItemAround | undefined => useContext(ItemContext);

export const textOf = (entry: Pick<Entry, 'fields'>, field: string): string =>
  entry.fields[field]?.text ?? '';
export const isWritten = (entry: Pick<Entry, 'fields'>, ...fields: string[]): boolean =>
  fields.some((field) => textOf(entry, field).trim() !== '');

/** For one case: another one is another `ItemCase`. */
export function ItemCase(props: { item: OpenItem; children: JSX.Element }): JSX.Element {
  const caseId = props.item.caseId;
  const query = useWorkspace(() => caseId);
  const live = useCaseLive(caseId);
  const here = (at: { entryId: string; field: string; writing: boolean } | null): void =>
    live.reportPlace(caseId, {
      view: 'meeting',
      entryId: at?.entryId ?? null,
      field: at?.field ?? null,
      writing: at?.writing ?? false,
    });
  createEffect(() => here(null));
  onCleanup(() => live.reportPlace(caseId, { view: 'other', entryId: null, field: null, writing: false }));
  const away = () =>
    live.gone(caseId) || (query.error instanceof CallError && query.error.id === 'not-found');
  const workspace = () => (query.isPending || away() ? undefined : query.data);
  const own = createMemo(() =>
    (workspace()?.entries ?? [])
      .filter((entry) => entry.agendaItemId === props.item.id)
      .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id)),
  );
  const presence = (): Presence[] => [...live.people(caseId).values()];
  return (
    <ItemContext.Provider
      value={{
        item: () => props.item,
        workspace,
        entries: (kind) => own().filter((entry) => entry.kind === kind),
        writers: (entryId) =>
          presence()
            .filter(({ places }) => places.some((place) => place.entryId === entryId && place.writing))
            .map(({ personId }) => personId),
      }}
    >
      <WritingRoomContext.Provider
        value={{ alternatives: () => workspace()?.alternatives ?? [], onPlace: here }}
      >
        {props.children}
      </WritingRoomContext.Provider>
    </ItemContext.Provider>
  );
}
