// What every part of a meeting's room shares: the room as it was last read, who is looking, and what is in view.
import { createContext, useContext } from 'solid-js';
import type { AgendaItem, MeetingPerson, MeetingRoom, OpenItem, Phase } from '../../../shared/meeting.ts';
import type { Moves } from './moves.ts';
import type { OpenDocuments } from './open-documents.ts';
import type { View } from './view.ts';

export type RoomAround = {
  readonly room: () => MeetingRoom;
  /** The reader's own person. */
  readonly me: () => string;
  readonly moves: Moves;
  readonly view: View;
  readonly documents: OpenDocuments;
};
export const RoomContext = createContext<RoomAround>();

/** The room around this part. Only under `MeetingRoomPage`. */
export const useRoom = (): RoomAround => {
  const room = useContext(RoomContext);
  if (!room) throw new Error('useRoom() is for parts of a meeting room');
  return room;
};

export const itemById = (room: MeetingRoom, id: string): AgendaItem | undefined =>
  room.items.find((item) => item.id === id);
export const openItem = (item: AgendaItem | undefined): OpenItem | undefined =>
  item && !item.restricted ? item : undefined;
export const currentItem = (room: MeetingRoom): AgendaItem | undefined =>
  room.items.find(({ state }) => state === 'current');

export const leads = (room: MeetingRoom): boolean => room.can.includes('lead');

/** Where the meeting is in its phases, while the item is being discussed. */
export const currentPhase = (room: MeetingRoom, item: OpenItem | undefined): Phase | undefined =>
  item?.state === 'current' ? room.meeting.phases[item.phase ?? 0] : undefined;

/** The name that one says aloud in a room. */
export const shortName = ({ name }: Pick<MeetingPerson, 'name'>): string => name.split(' ')[0] ?? name;
