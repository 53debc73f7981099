// One schedule: editors write at once while connections break, frames get lost, double and out of order, processes are
// killed, commits fail, rights end. Then everything heals, and what is left is compared.
import { lostPieces, missingFrom, textOf, wholeOf } from './compare.ts';
import { createEditor, type Editor } from './editor.ts';
import { createHouse, type House, soundWire } from './house.ts';
import { createKeptTables, type Faults, type Wrong } from './kept-tables.ts';
import { createVirtualTime, drawnFrom, type VirtualTime } from './virtual-time.ts';

export type Found = {
  /** Editors whose text differs from that of the tables when all is quiet. */
  readonly divergences: number;
  /** Updates that were acknowledged, or words of somebody whose right ended, that are nowhere. */
  readonly lost: number;
  /** Editors that still had something unsent after everything had healed, or were not told what became of their right. */
  readonly unsettled: number;
  /** What was sent to somebody who may not read it, or not any more. */
  readonly leaks: number;
  /** Letters of one text in another. */
  readonly strays: number;
  readonly acknowledged: number;
  /** Texts that somebody had open, and lost the right to while they did. */
  readonly shownOut: number;
};
export type Given = { readonly editors: number; readonly wrong: Wrong | 'crossing' };

const documentId = '019ac000-0000-7000-8000-000000000001';

/** Wires and commits from here on, bad or, in one schedule of five, sound. */
export const spoil = (draw: () => number, house: House, fail: (faults: Faults) => void): void => {
  const calm = draw() < 0.2;
  house.disturb(
    calm ? soundWire : { lost: draw() * 6, doubled: draw() * 6, reordered: draw() * 12 },
    draw() * 100,
  );
  fail({ failing: draw() * 10, unanswered: draw() * 10 });
};

/** Until everybody has everything, an hour at most. */
export const heal = async (
  editors: readonly Editor[],
  { time, house, fail }: { time: VirtualTime; house: House; fail: (faults: Faults) => void },
): Promise<void> => {
  house.disturb(soundWire, 0);
  fail({ failing: 0, unanswered: 0 });
  await time.pass(2_000);
  // Where a frame was lost without a trace nobody can know it: the connection is made anew, as after any real loss.
  for (const editor of editors) editor.cut();
  for (let tries = 0; tries < 60; tries += 1) {
    await time.pass(3_000);
    const sheets = editors.flatMap((editor) => editor.sheets());
    const quiet = sheets.every((sheet) => sheet.ended() || sheet.sync.state().saved);
    if (quiet && tries > 0) return;
  }
};

export const runSchedule = async (seed: number, { editors: count, wrong }: Given): Promise<Found> => {
  const draw = drawnFrom(seed);
  const time = createVirtualTime();
  const readsOnly = new Set<string>();
  const tables = createKeptTables(time, draw, (personId) => ({
    reads: true,
    writes: !readsOnly.has(personId),
    until: Number.POSITIVE_INFINITY,
  }));
  const house = createHouse(time, draw, (isAlive) =>
    tables.storeFor(isAlive, wrong === 'crossing' ? null : wrong),
  );
  house.begin(0);
  house.begin(1);
  const editors = Array.from({ length: count }, (_, i) => createEditor(`w${i}`, time, draw, house));
  const sheets = editors.map((editor) => editor.open(documentId));
  spoil(draw, house, tables.fail);
  for (const editor of editors) editor.connect();
  await time.pass(100);

  const pick = () => Math.floor(draw() * count);
  for (let step = 0; step < 60; step += 1) {
    const chance = draw();
    if (chance < 0.8) sheets[pick()]?.act();
    else if (chance < 0.9) editors[pick()]?.cut();
    else if (chance < 0.94) house.kill(Math.floor(draw() * 2));
    else if (chance < 0.97) tables.raiseEpoch();
    else {
      sheets.at(-1)?.act();
      if (draw() < 0.5) {
        readsOnly.add(`w${count - 1}`);
        tables.raiseEpoch();
      }
    }
    await time.pass(draw() * 60);
  }
  await heal(editors, { time, house, fail: tables.fail });

  const whole = wholeOf(tables);
  const text = textOf(whole);
  const here = sheets.filter((sheet) => !sheet.ended());
  const acknowledged = sheets.flatMap(({ taken }) => [...taken]);
  const lostWords = editors.flatMap(({ name }, i) => {
    const sheet = sheets[i];
    return sheet?.ended() ? lostPieces(whole, sheet, tables.notesOf(name)) : [];
  });
  const found = {
    divergences: here.filter(({ doc }) => textOf(doc) !== text).length,
    lost: missingFrom(whole, acknowledged) + lostWords.length,
    unsettled: here.filter(({ sync }) => !sync.state().saved).length,
    leaks: 0,
    strays: 0,
    acknowledged: acknowledged.length,
    shownOut: sheets.length - here.length,
  };
  for (const { doc } of sheets) doc.destroy();
  return found;
};
