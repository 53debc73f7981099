// One schedule: editors write at once while connections break, frames get lost, double and out of order, processes are
// killed, commits fail, rights end. Then everything heals, and what is left is compared.
import * as Y from 'yjs';
import { documentRoot } from '../../shared/document-limits.ts';
import { createEditor, type Editor } from './editor.ts';
import { createHouse, soundWire } from './house.ts';
import { createKeptTables } from './kept-tables.ts';
import { createVirtualTime, drawnFrom } from './virtual-time.ts';

export type Found = {
  /** Editors whose text differs from that of the tables when all is quiet. */
  readonly divergences: number;
  /** Updates that were acknowledged, or words of somebody whose right ended, that are nowhere. */
  readonly lost: number;
  /** Editors that still had something unsent after everything had healed. */
  readonly unsettled: number;
  readonly acknowledged: number;
};
export type Given = { readonly editors: number; readonly forgetful: boolean };

const textOf = (doc: Y.Doc): string => doc.getXmlFragment(documentRoot).toString();

const change = async (steps: number, editors: readonly Editor[], parts: Parts): Promise<void> => {
  const { time, draw, house, tables } = parts;
  const somebody = () => editors[Math.floor(draw() * editors.length)];
  for (let step = 0; step < steps; step += 1) {
    const chance = draw();
    if (chance < 0.8) somebody()?.act();
    else if (chance < 0.9) somebody()?.cut();
    else if (chance < 0.94) house.kill(Math.floor(draw() * 2));
    else if (chance < 0.97) tables.raiseEpoch();
    else {
      const late = editors.at(-1);
      late?.act();
      if (late && draw() < 0.5) tables.revoke(late.name);
    }
    await time.pass(draw() * 60);
  }
};
type Parts = {
  readonly time: ReturnType<typeof createVirtualTime>;
  readonly draw: () => number;
  readonly house: ReturnType<typeof createHouse>;
  readonly tables: ReturnType<typeof createKeptTables>;
};

/** Until everybody has everything, an hour at most. */
const heal = async (editors: readonly Editor[], { time, house, tables }: Parts): Promise<void> => {
  house.disturb(soundWire, 0);
  tables.fail({ failing: 0, unanswered: 0 });
  await time.pass(2_000);
  // Where a frame was lost without a trace nobody can know it: the connection is made anew, as after any real loss.
  for (const editor of editors) editor.cut();
  for (let tries = 0; tries < 60; tries += 1) {
    await time.pass(3_000);
    const quiet = editors.every((editor) => editor.ended() || editor.sync.state().saved);
    if (quiet && tries > 0) return;
  }
};

/** Whatever of the acknowledged updates changes the text of the tables was not in it. */
const missingFrom = (whole: Y.Doc, updates: Iterable<Uint8Array>): number => {
  let missing = 0;
  const before = new Map(Y.decodeStateVector(Y.encodeStateVector(whole)));
  for (const update of updates) {
    const { to } = Y.parseUpdateMeta(update);
    if ([...to].some(([clientId, clock]) => (before.get(clientId) ?? 0) < clock)) missing += 1;
    else if (deletesMore(whole, update)) missing += 1;
  }
  return missing;
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

/** Letters of somebody whose right has ended that stand on their screen and not in the tables, piece by piece. */
const untakenPieces = (whole: Y.Doc, { doc }: Editor): string[] => {
  const known = Y.getState(whole.store, doc.clientID);
  return (doc.store.clients.get(doc.clientID) ?? []).flatMap((item) =>
    item instanceof Y.Item && !item.deleted && item.content instanceof Y.ContentString
      ? [item.content.str.slice(Math.max(0, known - item.id.clock)).trim()]
      : [],
  );
};

export const runSchedule = async (seed: number, { editors: count, forgetful }: Given): Promise<Found> => {
  const draw = drawnFrom(seed);
  const time = createVirtualTime();
  const tables = createKeptTables(time, draw);
  const house = createHouse(time, draw, tables, forgetful);
  const parts = { time, draw, house, tables };
  house.begin(0);
  house.begin(1);
  const editors = Array.from({ length: count }, (_, i) => createEditor(`w${i}`, time, draw, house));
  const calm = draw() < 0.2;
  house.disturb(
    calm ? soundWire : { lost: draw() * 6, doubled: draw() * 6, reordered: draw() * 12 },
    draw() * 100,
  );
  tables.fail({ failing: draw() * 10, unanswered: draw() * 10 });
  for (const editor of editors) editor.connect();
  await time.pass(100);
  await change(60, editors, parts);
  await heal(editors, parts);

  const whole = new Y.Doc();
  for (const { bytes } of tables.updates) Y.applyUpdate(whole, bytes);
  const text = textOf(whole);
  const here = editors.filter((editor) => !editor.ended());
  const late = editors.filter((editor) => editor.ended());
  const acknowledged = editors.flatMap((editor) => [...editor.taken]);
  const lostWords = late.flatMap((editor) => {
    const kept = [editor.ended()?.words ?? '', ...tables.notesOf(editor.name)].join('\n');
    return untakenPieces(whole, editor).filter((piece) => !kept.includes(piece));
  });
  const found = {
    divergences: here.filter((editor) => textOf(editor.doc) !== text).length,
    lost: missingFrom(whole, acknowledged) + lostWords.length,
    unsettled: here.filter((editor) => !editor.sync.state().saved).length,
    acknowledged: acknowledged.length,
  };
  for (const editor of editors) editor.doc.destroy();
  return found;
};
