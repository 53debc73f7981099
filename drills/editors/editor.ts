// Somebody at a page on which one text is open, or several: one connection for all, made anew whenever it is gone.
import type { Actor } from '../../server/access/actor.ts';
import type { House, Wire } from './house.ts';
import { createSheet, type Sheet } from './sheet.ts';
import type { VirtualTime } from './virtual-time.ts';

export const createEditor = (name: string, time: VirtualTime, draw: () => number, house: House) => {
  const actor: Actor = { personId: name, sessionId: name, family: true, affiliation: null };
  const sheets = new Map<string, Sheet>();
  let wire: Wire | null = null;

  const connect = (): void => {
    if (wire) return;
    wire = house.connect(
      actor,
      (frame) => sheets.get(frame.documentId)?.sync.hear(frame),
      () => {
        wire = null;
        for (const { sync } of sheets.values()) sync.disconnected();
        time.later(20 + draw() * 500, connect);
      },
    );
    if (!wire) {
      time.later(100, connect);
      return;
    }
    for (const sheet of sheets.values()) if (!sheet.ended()) sheet.sync.connected();
  };
  return {
    name,
    connect,
    cut: (): void => wire?.cut(),
    /** @param letter what marks the words of this text */
    open: (documentId: string, letter = ''): Sheet => {
      const known = sheets.get(documentId);
      if (known) return known;
      const sheet = createSheet({
        documentId,
        mark: `${letter}${name}`,
        time,
        draw,
        send: (frame) => {
          wire?.send(frame);
          return wire !== null;
        },
      });
      sheets.set(documentId, sheet);
      if (wire) sheet.sync.connected();
      return sheet;
    },
    sheet: (documentId: string): Sheet | undefined => sheets.get(documentId),
    sheets: (): readonly Sheet[] => [...sheets.values()],
  };
};
export type Editor = ReturnType<typeof createEditor>;
