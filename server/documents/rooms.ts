// The documents that are open in this process, and how they keep in step with the other processes on the same database:
// hints of ids, then the table; carets by coalesced messages of ids and places, never of words.
import { z } from 'zod';
import { Caret } from '../../shared/documents.ts';
import { AgencyKind, Id } from '../../shared/vocabulary.ts';
import { longestMessage } from '../platform/live/bell.ts';
import { createPacer } from '../platform/live/pacer.ts';
import type { Member } from './member.ts';
import { createRoom, type Room, type RoomParts } from './room.ts';
import type { DocumentStore, Writer } from './store.ts';

export const caretChannel = 'rinki_carets';
const beatMs = 2_500;

/** [document, client, person, affiliation, name, kind of agency, caret]; without a caret it has gone. */
const Told = z.tuple([
  Id,
  z.int(),
  Id,
  Id.nullable(),
  z.string().max(200),
  AgencyKind.nullable(),
  Caret.nullable(),
]);
const Message = z.strictObject({ from: z.string().max(20), carets: z.array(Told) });
type Told = z.infer<typeof Told>;

export type RoomsParts = {
  readonly store: DocumentStore;
  /** This process among those on the same database. */
  readonly process: string;
  readonly ring: (channel: string, message: string) => void;
  /** After commit, with the documents in which something is new. */
  readonly wakeOthers: (documentIds: readonly string[]) => void;
  readonly onFailure: (error: unknown) => void;
} & Pick<RoomParts, 'now' | 'later'>;

/** By the timers of this process, which do not keep it alive. */
export const laterByTimer: RoomParts['later'] = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

export const createRooms = (parts: RoomsParts) => {
  const rooms = new Map<string, Room>();
  let telling = new Map<string, Told>();
  let toldAt = 0;

  const toldOf = (documentId: string, writer: Writer, caret: Caret | null): Told => [
    documentId,
    writer.clientId,
    writer.personId,
    writer.affiliationId,
    writer.name,
    writer.agencyKind,
    caret,
  ];
  const tell = createPacer(100, () => {
    const all = [...telling.values()];
    telling = new Map();
    toldAt = parts.now();
    let carets: Told[] = [];
    let length = 100;
    const send = () => {
      if (carets.length > 0) parts.ring(caretChannel, JSON.stringify({ from: parts.process, carets }));
      carets = [];
      length = 100;
    };
    for (const told of all) {
      const size = Buffer.byteLength(JSON.stringify(told)) + 1;
      if (length + size > longestMessage) send();
      carets.push(told);
      length += size;
    }
    send();
  });
  const tellCaret = (documentId: string, writer: Writer, caret: Caret | null): void => {
    telling.set(`${documentId} ${writer.clientId}`, toldOf(documentId, writer, caret));
    tell.mark();
  };

  const roomOf = (documentId: string): Room => {
    const known = rooms.get(documentId);
    if (known) return known;
    const room = createRoom(documentId, {
      store: parts.store,
      now: parts.now,
      later: parts.later,
      onFailure: parts.onFailure,
      onWritten: () => parts.wakeOthers([documentId]),
      onEmpty: () => {
        if (rooms.get(documentId) === room) rooms.delete(documentId);
      },
      onCaret: (member) => tellCaret(documentId, member.writerOf(member.clientId), member.caret),
    });
    rooms.set(documentId, room);
    return room;
  };

  return {
    /** Brings somebody in, or tells them why not. Returns the room they are in then. */
    enter: async (documentId: string, member: Member, vector: string): Promise<Room> => {
      for (;;) {
        const room = roomOf(documentId);
        if (await room.enter(member, vector)) return room;
      }
    },
    ids: (): string[] => [...rooms.keys()],
    wake: (documentId: string): void => rooms.get(documentId)?.wake(),
    /** Each second: what a lost hint has left behind, and carets of processes that are gone. */
    sweep: async (): Promise<void> => {
      if (rooms.size === 0) return;
      const heads = await parts.store.heads([...rooms.keys()]);
      for (const [documentId, room] of rooms) {
        room.sweep(heads.get(documentId));
        room.carets.tick();
        if (parts.now() - toldAt < beatMs) continue;
        for (const { writer, caret } of room.carets.here()) tellCaret(documentId, writer, caret);
      }
    },
    hear: (message: string): void => {
      let heard: z.infer<typeof Message>;
      try {
        heard = Message.parse(JSON.parse(message));
      } catch {
        return;
      }
      if (heard.from === parts.process) return;
      for (const [documentId, clientId, personId, affiliationId, name, agencyKind, caret] of heard.carets)
        rooms
          .get(documentId)
          ?.carets.heard(heard.from, { clientId, personId, affiliationId, name, agencyKind }, caret);
    },
    /** What was received is written; nobody comes in after that. */
    stop: async (): Promise<void> => {
      await Promise.all([...rooms.values()].map((room) => room.settle().catch(parts.onFailure)));
      tell.stop();
    },
  };
};
export type Rooms = ReturnType<typeof createRooms>;
