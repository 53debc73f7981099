// One schedule of a memo: its sections have different audiences, somebody is invited while all write, visits and memberships end
// in the middle of a word. Beside what holds for one text, nobody is sent what was written after their right was gone, nor
// anything of a section that was never theirs, and no letter of one section stands in another.
import type { DocumentFrame } from '../../shared/documents.ts';
import { addsTo, lostPieces, missingFrom, textOf, wholeOf } from './compare.ts';
import { createEditor, type Editor } from './editor.ts';
import { createHouse } from './house.ts';
import { createKeptTables, type Faults, type KeptTables } from './kept-tables.ts';
import {
  createMemoRights,
  type MemoRights,
  type Role,
  roles,
  type Section,
  sections,
  visits,
} from './memo-rights.ts';
import { type Found, type Given, heal, spoil } from './schedule.ts';
import { shelfOf } from './shelf.ts';
import { createVirtualTime, drawnFrom } from './virtual-time.ts';

/** Milliseconds in which every process has noticed that a right has ended, whatever was lost on the way: it looks each second. */
const noticed = 3_000;

type Sent = { readonly personId: string; readonly frame: DocumentFrame; readonly at: number };
type Memo = {
  readonly rights: MemoRights;
  readonly tablesOf: (section: Section) => KeptTables;
  readonly roleOf: (personId: string) => Role;
  readonly editors: readonly Editor[];
};

const sectionOf = (documentId: string): Section | undefined => sections.find(({ id }) => id === documentId);
const textIn = (frame: DocumentFrame): Uint8Array | null =>
  frame.t === 'document-state' || frame.t === 'document-update'
    ? new Uint8Array(Buffer.from(frame.update, 'base64url'))
    : null;

/** Frames that brought somebody what was not theirs. */
const leaksIn = (sent: readonly Sent[], { rights, tablesOf }: Memo): number => {
  const wholes = new Map<string, ReturnType<typeof wholeOf>>();
  const wholeAt = (section: Section, moment: number) => {
    const count = tablesOf(section).writtenBefore(moment);
    const known = wholes.get(`${section.id} ${count}`) ?? wholeOf(tablesOf(section), count);
    wholes.set(`${section.id} ${count}`, known);
    return known;
  };
  const leaks = sent.filter(({ personId, frame, at }) => {
    const section = sectionOf(frame.documentId);
    if (!section || frame.t === 'document-gone' || frame.t === 'document-refused') return false;
    const lost = rights.lostAt(section, personId);
    if (at < lost) return false;
    if (lost === Number.NEGATIVE_INFINITY || at > lost + noticed) return true;
    const update = textIn(frame);
    return update !== null && addsTo(wholeAt(section, lost), update);
  });
  for (const whole of wholes.values()) whole.destroy();
  return leaks.length;
};

/** Texts, on pages and in tables, in which a letter of another section stands. */
const strayed = (texts: readonly { readonly section: Section; readonly text: string }[]): number =>
  texts.filter(({ section, text }) =>
    [...text.matchAll(/[A-Z]/g)].some(([letter]) => letter !== section.letter),
  ).length;

const compared = (sent: readonly Sent[], memo: Memo): Found => {
  const { rights, tablesOf, editors } = memo;
  const texts: { section: Section; text: string }[] = [];
  const sum = { divergences: 0, lost: 0, unsettled: 0, acknowledged: 0, shownOut: 0 };
  for (const section of sections) {
    const tables = tablesOf(section);
    const whole = wholeOf(tables);
    const text = textOf(whole);
    texts.push({ section, text });
    for (const editor of editors) {
      const sheet = editor.sheet(section.id);
      if (!sheet) continue;
      const own = textOf(sheet.doc);
      texts.push({ section, text: own });
      sum.acknowledged += sheet.taken.size;
      sum.lost += missingFrom(whole, sheet.taken);
      const { saved } = sheet.sync.state();
      if (rights.mayRead(section, editor.name)) {
        if (own !== text) sum.divergences += 1;
        if (!saved || sheet.ended()) sum.unsettled += 1;
      } else {
        // Whoever may read it no more is told so, and what they had typed is theirs.
        if (!sheet.ended()) sum.unsettled += 1;
        if (rights.lostAt(section, editor.name) !== Number.NEGATIVE_INFINITY) sum.shownOut += 1;
        sum.lost += lostPieces(whole, sheet, tables.notesOf(editor.name)).length;
      }
      sheet.doc.destroy();
    }
    whole.destroy();
  }
  return { ...sum, leaks: leaksIn(sent, memo), strays: strayed(texts) };
};

export const runMemoSchedule = async (seed: number, { editors: count, wrong }: Given): Promise<Found> => {
  const draw = drawnFrom(seed);
  const time = createVirtualTime();
  const roleOf = (personId: string): Role => roles[Number(personId.slice(1)) % roles.length] ?? 'stranger';
  const rights = createMemoRights(time.now, roleOf);
  const shelf = shelfOf(
    sections.map((section) => [section.id, createKeptTables(time, draw, rights.in(section))]),
  );
  const tablesOf = ({ id }: Section): KeptTables => shelf.of(id);
  const fail = (faults: Faults): void => {
    for (const tables of shelf.all) tables.fail(faults);
  };
  /** As every act on the meeting does it. */
  const accessMoved = (): void => {
    for (const tables of shelf.all) tables.raiseEpoch();
  };
  const sent: Sent[] = [];
  const house = createHouse(
    time,
    draw,
    (isAlive) => shelf.storeFor(isAlive, wrong),
    (personId, frame) => void sent.push({ personId, frame, at: time.now() }),
  );
  house.begin(0);
  house.begin(1);
  const editors = Array.from({ length: count }, (_, i) => createEditor(`w${i}`, time, draw, house));
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(draw() * list.length)];
  const open = (editor: Editor, section: Section) => editor.open(section.id, section.letter);
  /** What their page shows of the memo once it has read the room. */
  const lookAtRoom = (editor: Editor): void => {
    for (const section of sections) if (rights.mayRead(section, editor.name)) open(editor, section);
  };
  /** Writes in what they have open; mostly in the newest, as the page offers it. */
  const write = (editor: Editor | undefined): void => {
    const sheets = editor?.sheets().filter((sheet) => !sheet.ended()) ?? [];
    const after = sheets.find(({ documentId }) => documentId === 'after');
    (draw() < 0.4 && after ? after : pick(sheets))?.act();
  };
  const endSomebody = (editor: Editor | undefined): void => {
    if (!editor) return;
    write(editor);
    if (visits(roleOf(editor.name)) && draw() < 0.6) rights.visitUntil(editor.name, time.now());
    else rights.endMembership(editor.name);
    accessMoved();
  };

  /** Some visits have a window that closes while all write. */
  const drawWindow = ({ name }: Editor): void => {
    if (visits(roleOf(name)) && draw() < 0.4) rights.visitUntil(name, time.now() + 400 + draw() * 2_000);
  };
  const [late, others] = [true, false].map((isLate) =>
    editors.filter(({ name }) => (roleOf(name) === 'late') === isLate),
  );
  others?.forEach(drawWindow);
  for (const editor of editors) lookAtRoom(editor);
  spoil(draw, house, fail);
  for (const editor of editors) editor.connect();
  await time.pass(100);
  const invitedIn = 10 + Math.floor(draw() * 40);
  for (let step = 0; step < 80; step += 1) {
    const chance = draw();
    if (step === invitedIn) {
      rights.invite();
      late?.forEach(drawWindow);
      accessMoved();
      for (const editor of editors) time.later(draw() * 800, () => lookAtRoom(editor));
    } else if (chance < 0.8) write(pick(editors));
    else if (chance < 0.89) pick(editors)?.cut();
    else if (chance < 0.92) house.kill(Math.floor(draw() * 2));
    else if (chance < 0.94) accessMoved();
    else if (chance < 0.97) endSomebody(pick(editors));
    else {
      // Somebody looks for what is not theirs.
      const [curious, section] = [pick(editors), pick(sections)];
      if (curious && section && !rights.mayRead(section, curious.name) && !curious.sheet(section.id))
        if (rights.lostAt(section, curious.name) === Number.NEGATIVE_INFINITY) open(curious, section);
    }
    await time.pass(draw() * 60);
  }
  await heal(editors, { time, house, fail });
  return compared(sent, { rights, tablesOf, roleOf, editors });
};
