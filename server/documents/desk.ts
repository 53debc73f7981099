// The documents that one connection has open: from its frames to their rooms.

import type { DocumentClientFrame, DocumentFrame } from '../../shared/documents.ts';
import type { Actor } from '../access/actor.ts';
import { createMember, type Member } from './member.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';

/**
 * Documents that one connection may have open at once: a phase shows its sections with the earlier ones and the own part, beside
 * what was left and is not saved yet.
 */
const mostOpen = 12;

type Handlers = {
  readonly [T in DocumentClientFrame['t']]: (
    frame: Extract<DocumentClientFrame, { t: T }>,
  ) => Promise<void> | void;
};

/**
 * @param onTooMany somebody opens more than a page can show
 * @param known documents that are open already, over connections that come and go: kept by the caller
 */
export const createDesk = (
  rooms: Rooms,
  actor: Actor,
  send: (frame: DocumentFrame) => void,
  now: () => number,
  onTooMany: () => void,
  known?: Set<string>,
) => {
  const open = new Map<string, { readonly member: Member; room: Room | null }>();
  const close = (documentId: string): void => {
    const place = open.get(documentId);
    open.delete(documentId);
    if (!place) return;
    if (place.room) place.room.leave(place.member);
    place.member.left = true;
  };
  const handlers: Handlers = {
    'open-document': async ({ documentId, clientId, vector }) => {
      close(documentId);
      for (const [id, { member }] of [...open]) if (member.left) open.delete(id);
      if (open.size >= mostOpen) return onTooMany();
      const again = known?.has(documentId) ?? false;
      const member = createMember(documentId, actor, clientId, send, now, again);
      const place = { member, room: null as Room | null };
      open.set(documentId, place);
      place.room = await rooms.enter(documentId, member, vector);
      // The connection has ended while it came in.
      if (open.get(documentId) !== place) place.room.leave(member);
      if (!member.left) known?.add(documentId);
    },
    'close-document': ({ documentId }) => close(documentId),
    'document-update': ({ documentId, n, update }) => {
      const place = open.get(documentId);
      place?.room?.take(place.member, n, update);
    },
    'document-caret': ({ documentId, caret }) => {
      const place = open.get(documentId);
      place?.room?.caret(place.member, caret);
    },
  };
  return {
    handlers,
    /** Resolves when everything that was received has been tried to be written. */
    settle: async (): Promise<void> => {
      await Promise.all([...open.values()].map(({ room }) => room?.settle()));
    },
    end: (): void => {
      for (const documentId of [...open.keys()]) close(documentId);
    },
  };
};
