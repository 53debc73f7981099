// What is left when all is quiet, compared with what the tables have.
import * as Y from 'yjs';
import { documentRoot } from '../../shared/document-limits.ts';
import type { KeptTables } from './kept-tables.ts';
import type { Sheet } from './sheet.ts';

export const textOf = (doc: Y.Doc): string => doc.getXmlFragment(documentRoot).toString();

/** The text of the tables as it was after so many updates. */
export const wholeOf = ({ updates }: Pick<KeptTables, 'updates'>, count = updates.length): Y.Doc => {
  const whole = new Y.Doc();
  for (const { bytes } of updates.slice(0, count)) Y.applyUpdate(whole, bytes);
  return whole;
};

/** Does it bring something that is not in the text, or delete what stands there? */
export const addsTo = (whole: Y.Doc, update: Uint8Array): boolean => {
  const { to } = Y.parseUpdateMeta(update);
  return (
    [...to].some(([clientId, clock]) => Y.getState(whole.store, clientId) < clock) ||
    deletesMore(whole, update)
  );
};
const deletesMore = (whole: Y.Doc, update: Uint8Array): boolean =>
  [...Y.decodeUpdate(update).ds.clients].some(([client, ranges]) =>
    ranges.some(({ clock, len }) => {
      // It deletes what the tables never had: whatever was acknowledged before it is gone.
      if (Y.getState(whole.store, client) < clock + len) return true;
      for (let at = clock; at < clock + len; at += 1) {
        const item = Y.getItem(whole.store, Y.createID(client, at)) as Y.Item | Y.GC;
        if (item instanceof Y.Item && !item.deleted) return true;
      }
      return false;
    }),
  );

/** How many of these the tables do not have, of what was acknowledged. */
export const missingFrom = (whole: Y.Doc, updates: Iterable<Uint8Array>): number =>
  [...updates].filter((update) => addsTo(whole, update)).length;

/** Letters of somebody whose right has ended that stand on their screen and not in the tables, piece by piece. */
const untakenPieces = (whole: Y.Doc, { doc }: Sheet): string[] => {
  const known = Y.getState(whole.store, doc.clientID);
  return (doc.store.clients.get(doc.clientID) ?? []).flatMap((item) =>
    item instanceof Y.Item && !item.deleted && item.content instanceof Y.ContentString
      ? [item.content.str.slice(Math.max(0, known - item.id.clock)).trim()]
      : [],
  );
};
/** Those of them that are nowhere: neither handed to the page when it ended, nor in a note of theirs. */
export const lostPieces = (whole: Y.Doc, sheet: Sheet, notes: readonly string[]): string[] => {
  const kept = [sheet.ended()?.words ?? '', ...notes].join('\n');
  return untakenPieces(whole, sheet).filter((piece) => !kept.includes(piece));
};
