// What a page tells the fields on it: which second texts there are, and whom to tell where its reader is writing.
import { createContext, useContext } from 'solid-js';
import type { Alternative } from '../../shared/entries.ts';

export type WritingRoom = {
  readonly alternatives: () => readonly Alternative[];
  /** Called when the writer enters a field, starts or stops typing in it, and leaves it (null). */
  readonly onPlace?: (at: { entryId: string; field: string; writing: boolean } | null) => void;
};

export const WritingRoomContext = createContext<WritingRoom>({ alternatives: () => [] });
export const useWritingRoom = (): WritingRoom => useContext(WritingRoomContext);
