// `npm run bench -- room`: a meeting of forty people and a memo of fifteen pages in one real tab of a machine a quarter as fast. How long
// from a key to the next paint while others write, from a change of phase to its paint, from the address to the room. The floor is the
// same typing in an empty section of a meeting with nobody else, in the same run.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { WebSocket } from 'ws';
import { launchBrowser } from '../e2e/browser.ts';
import { buildClientIfStale } from '../server/platform/client-build.ts';
import { inviteColleague, openACase } from '../server/testing/case-parts.ts';
import { freePort } from '../server/testing/free-port.ts';
import { act, convened, newTeam, proposed, roomOf } from '../server/testing/meeting-parts.ts';
import { openWorld, type Person } from '../server/testing/open-world.ts';
import { openWriter } from '../server/testing/writer.ts';
import { beginSection, comeIn, moveMeeting } from '../shared/meetings.ts';
import { sentences } from './life-like-text.ts';
import { BadArguments, type Given, type Outcome } from './outcome.ts';
import { type Program, startProgram } from './processes.ts';
import type { RoomOptions } from './room-options.ts';
import { droppedWhileScrolling, paintedAfter, preparePage, typeLetters } from './room-page.ts';

/** Of an A4 page. */
const lettersOnPage = 3_000;

const round = (number: number): number => Number(number.toFixed(1));
const quantile = (numbers: readonly number[], q: number): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  return round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN);
};

type Placed = {
  readonly meetingId: string;
  readonly itemId: string;
  readonly documentId: string;
  /** The first phases in which something is written together. */
  readonly phases: readonly number[];
  readonly people: readonly Person[];
};
type Database = { readonly url: string; readonly superuserUrl: string };

/** A meeting under way of these people, all of them in the case that is discussed. */
const placeMeeting = async (people: readonly Person[], team: string, child: string): Promise<Placed> => {
  const [first, ...others] = people;
  if (!first) throw new Error('nobody');
  const caseId = await openACase(first, { childName: `${child} Virtanen`, childGivenName: child });
  for (const one of others) await inviteColleague(first, caseId, one);
  const meetingId = await convened(first, team);
  const itemId = await proposed(first, meetingId, caseId);
  await first.do(moveMeeting, act(meetingId, 'open'));
  await first.do(moveMeeting, act(meetingId, 'begin-item', { itemId }));
  for (const one of people) await one.do(comeIn, { params: { meetingId } });
  const all = (await roomOf(first, meetingId)).meeting.phases;
  const voice = all.findIndex(({ key }) => key === 'child-voice');
  const phases = all.flatMap(({ part }, at) => (part !== 'none' && (voice < 0 || at <= voice) ? [at] : []));
  const [at = 0] = phases;
  await first.do(moveMeeting, act(meetingId, 'set-phase', { itemId, phase: at }));
  const { documentId } = await first.do(beginSection, {
    params: { itemId },
    body: { phase: all[at]?.key ?? null },
  });
  return { meetingId, itemId, documentId, phases, people };
};

const place = async (database: Database, secretKey: Buffer, count: number) => {
  const ends: (() => Promise<void>)[] = [];
  const world = await openWorld(database, { secretKey }, (end) => void ends.push(end));
  const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
  const arja = await world.professional('Arja Hallinto', home, 'administrator');
  const people: Person[] = [];
  for (let n = 0; n < count; n += 1)
    people.push(await world.professional(`Työntekijä ${n + 1}`, home, 'social-worker'));
  const team = await newTeam(arja, home, ...people);
  const full = await placeMeeting(people, team, 'Aino');
  const empty = await placeMeeting(people.slice(0, 1), team, 'Elsa');
  return {
    full,
    empty,
    /** The chair moves the meeting on over another process of the house than the page's. */
    end: async (): Promise<void> => {
      for (const end of ends.reverse()) await end();
    },
  };
};

/** So many pages, by many hands: what stands beside a paragraph is drawn for each. */
const fill = async (address: string, { people, documentId }: Placed, pages: number): Promise<number> => {
  let letters = 0;
  const hands = people.slice(0, 5);
  for (const [n, person] of hands.entries()) {
    const writer = await openWriter(address, person, documentId);
    await writer.opened();
    while (letters < (pages * lettersOnPage * (n + 1)) / hands.length) {
      const text = Array.from({ length: 4 }, (_, k) => sentences[(letters + k * 7) % sentences.length]).join(
        ' ',
      );
      writer.paragraph(text);
      letters += text.length;
      await writer.acknowledged();
      // As fast as is taken from one person.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await writer.close();
  }
  return letters;
};

/** The others at their pages: some write, all are sent everything. Returns how to end them. */
const crowd = async (address: string, { people, documentId }: Placed, writing: number) => {
  const others = people.slice(1);
  const writers = await Promise.all(
    others.slice(0, writing).map((person) => openWriter(address, person, documentId)),
  );
  for (const writer of writers) await writer.opened();
  const timers = writers.map((writer, n) =>
    setInterval(() => writer.paragraph(sentences[n % sentences.length] ?? ''), 3_000 + n * 100),
  );
  const letters = writers.map((writer) =>
    setInterval(() => {
      const block = writer.doc
        .getXmlFragment('text')
        .toArray()
        .at(-1 - writers.indexOf(writer));
      const text = block && 'firstChild' in block ? block.firstChild : null;
      if (text && 'insert' in text) (text as { insert(at: number, words: string): void }).insert(0, 'sana ');
    }, 500),
  );
  const readers = await Promise.all(
    others.slice(writing).map(
      (person) =>
        new Promise<WebSocket>((resolve, reject) => {
          const socket = new WebSocket(`${address.replace('http', 'ws')}/api/live`, {
            headers: { cookie: person.cookie, origin: address },
          });
          socket.once('error', reject);
          socket.once('open', () => {
            socket.send(JSON.stringify({ t: 'watch-today' }));
            const open = {
              t: 'open-document',
              documentId,
              clientId: 1 + Math.floor(Math.random() * 2 ** 31),
              vector: '',
            };
            socket.send(JSON.stringify(open));
            resolve(socket);
          });
          socket.on('message', () => undefined);
        }),
    ),
  );
  return async (): Promise<void> => {
    for (const timer of [...timers, ...letters]) clearInterval(timer);
    for (const writer of writers) await writer.close();
    for (const socket of readers) socket.terminate();
  };
};

const enter = async (browser: Browser, address: string, person: Person, slowdown: number) => {
  const context = await browser.newContext({
    baseURL: address,
    locale: 'fi-FI',
    timezoneId: 'Europe/Helsinki',
    viewport: { width: 1440, height: 900 },
  });
  await context.addCookies(
    person.cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('='), url: address };
    }),
  );
  const page = await context.newPage();
  await preparePage(page);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await devtools.send('Performance.enable');
  const heap = async (): Promise<number> => {
    await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    return round((metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1_048_576);
  };
  return { page, heap, close: () => context.close() };
};

const text = '[contenteditable="true"]';

/** Opens the room and types at the end of what is written in it. */
const typeInRoom = async (page: Page, { meetingId }: Placed, letters: number) => {
  const from = Date.now();
  await page.goto(`/meetings/${meetingId}`);
  const opened = await paintedAfter(page, from, `${text} > *`);
  await page.waitForTimeout(1_500);
  await page.locator(text).first().focus({ timeout: 60_000 });
  await page.keyboard.press('Control+End');
  return { opened, typed: await typeLetters(page, letters) };
};

/** Milliseconds from the chair's press, on another machine, until the phase is painted here. */
const changePhases = async (page: Page, { meetingId, itemId, phases, people }: Placed): Promise<number[]> => {
  const [chair] = people;
  const taken: number[] = [];
  const [first = 0, second = 1] = phases;
  for (const phase of [second, first, second, first]) {
    await page.waitForTimeout(1_000);
    const from = Date.now();
    const done = chair?.do(moveMeeting, act(meetingId, 'set-phase', { itemId, phase }));
    taken.push(await paintedAfter(page, from, `nav li:nth-child(${phase + 1}) button[aria-current="step"]`));
    await done;
  }
  return taken;
};

export const benchRoom = async (given: Given<RoomOptions>): Promise<Outcome> => {
  const { people, writers, pages, slowdown, letters, rounds, say } = given;
  if (writers >= people)
    throw new BadArguments('--writers are fewer than --people, of whom one has the page.');
  const clientFolder = await buildClientIfStale(say);
  const dataDir = mkdtempSync(join(tmpdir(), 'rinki-bench-'));
  const programs: Program[] = [];
  const begin = async (...args: Parameters<typeof startProgram>): Promise<Program> => {
    const program = await startProgram(...args);
    programs.push(program);
    return program;
  };
  let browser: Browser | undefined;
  let endWorld: () => Promise<void> = async () => undefined;
  try {
    const database = await begin('../drills/database.ts', { dataDir: join(dataDir, 'data') });
    const addresses = await database.ask<Database>('addresses');
    const secretKey = randomBytes(32);
    say(`placing a meeting of ${people} people …`);
    const { full, empty, end } = await place(addresses, secretKey, people);
    endWorld = end;
    const port = await freePort();
    await begin('./product.ts', {
      url: addresses.url,
      secretKey: secretKey.toString('base64'),
      port,
      clientFolder,
    });
    const address = `http://localhost:${port}`;
    say(`writing ${pages} pages …`);
    const written = await fill(address, full, pages);
    browser = await launchBrowser();
    const [person] = full.people;
    if (!person) throw new Error('nobody');
    const product: number[] = [];
    const floor: number[] = [];
    const opened: number[] = [];
    const phase: number[] = [];
    const dropped: number[] = [];
    const floorOpened: number[] = [];
    const floorDropped: number[] = [];
    const heaps: number[] = [];
    for (let n = 0; n < rounds; n += 1) {
      const alone = await enter(browser, address, person, slowdown);
      const nobody = await typeInRoom(alone.page, empty, letters);
      floor.push(...nobody.typed);
      floorOpened.push(nobody.opened);
      floorDropped.push(await droppedWhileScrolling(alone.page));
      await alone.close();
      const leave = await crowd(address, full, writers);
      const tab = await enter(browser, address, person, slowdown);
      const room = await typeInRoom(tab.page, full, letters);
      product.push(...room.typed);
      opened.push(room.opened);
      dropped.push(await droppedWhileScrolling(tab.page));
      heaps.push(await tab.heap());
      phase.push(...(await changePhases(tab.page, full)));
      await tab.close();
      await leave();
      say(
        `round ${n + 1}: a key to its paint p50 ${quantile(room.typed, 0.5)} ms, p98 ${quantile(room.typed, 0.98)} ms; the room in ${round(room.opened)} ms`,
      );
    }
    const p98 = quantile(product, 0.98);
    return {
      ok: product.length > 0 && !Number.isNaN(p98),
      people,
      letters_there: written,
      key_p50_ms: quantile(product, 0.5),
      key_p98_ms: p98,
      key_worst_ms: quantile(product, 1),
      floor_p50_ms: quantile(floor, 0.5),
      floor_p98_ms: quantile(floor, 0.98),
      ratio: round(p98 / quantile(floor, 0.98)),
      phase_ms: quantile(phase, 0.5),
      phase_worst_ms: quantile(phase, 1),
      opened_ms: quantile(opened, 0.5),
      floor_opened_ms: quantile(floorOpened, 0.5),
      dropped_percent: quantile(dropped, 0.5),
      floor_dropped_percent: quantile(floorDropped, 0.5),
      heap_mb: quantile(heaps, 0.5),
    };
  } finally {
    await browser?.close();
    await endWorld();
    for (const program of programs.reverse()) await program.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
