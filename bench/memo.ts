// `npm run bench -- memo`: one section of a memo, written by many at once and read by more, over the product with its real database; beside a
// bare relay of the same updates in the same run.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inviteColleague, openACase } from '../server/testing/case-parts.ts';
import { freePort } from '../server/testing/free-port.ts';
import { act, convened, newTeam, proposed } from '../server/testing/meeting-parts.ts';
import { openWorld, type Person } from '../server/testing/open-world.ts';
import type { ServerFrame } from '../shared/live.ts';
import { beginSection, moveMeeting } from '../shared/meetings.ts';
import type { Line, Typed } from './memo-crowd.ts';
import { typeTogether } from './memo-crowd.ts';
import type { MemoOptions } from './memo-options.ts';
import type { Given, Outcome } from './outcome.ts';
import { type Program, startProgram } from './processes.ts';

const round = (number: number): number => Number(number.toFixed(2));
const quantile = (sorted: Float64Array, q: number): number =>
  round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN);
const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

const decoded = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64url'));
const encoded = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** As a page speaks to the product. */
const productLine = (port: number, person: Person, documentId: string): Line => ({
  url: `ws://127.0.0.1:${port}/api/live`,
  headers: { cookie: person.cookie, origin: `http://localhost:${port}` },
  hello: (doc) =>
    JSON.stringify({
      t: 'open-document',
      documentId,
      clientId: doc.clientID,
      vector: encoded(new Uint8Array([0])),
    }),
  frame: (update, n) => JSON.stringify({ t: 'document-update', documentId, n, update: encoded(update) }),
  updateIn: (message) => {
    const frame = JSON.parse(String(message)) as ServerFrame;
    const brings = frame.t === 'document-state' || frame.t === 'document-update';
    return brings && frame.documentId === documentId ? decoded(frame.update) : null;
  },
});
const floorLine = (port: number): Line => ({
  url: `ws://127.0.0.1:${port}`,
  headers: {},
  hello: () => null,
  frame: (update) => update,
  updateIn: (message, binary) => (binary ? new Uint8Array(message) : null),
});

type Database = { readonly url: string; readonly superuserUrl: string };

/** A case with so many in its home team, and a meeting under way in which it is discussed. */
const placeMemo = async (database: Database, secretKey: Buffer, people: number, sections: number) => {
  const ends: (() => Promise<void>)[] = [];
  const world = await openWorld(database, { secretKey }, (end) => void ends.push(end));
  const home = await world.agency('child-protection', 'Rannikon lastensuojelu');
  const arja = await world.professional('Arja Hallinto', home, 'administrator');
  const all: Person[] = [];
  for (let n = 0; n < people; n += 1)
    all.push(await world.professional(`Työntekijä ${n + 1}`, home, 'social-worker'));
  const [first, ...others] = all;
  if (!first) throw new Error('nobody');
  const team = await newTeam(arja, home, ...all);
  const documents: string[] = [];
  for (let n = 0; n < sections; n += 1) {
    const caseId = await openACase(first, { childName: `Lapsi ${n}`, childGivenName: 'Aino' });
    for (const one of others) await inviteColleague(first, caseId, one);
    const meeting = await convened(first, team);
    const itemId = await proposed(first, meeting, caseId);
    await first.do(moveMeeting, act(meeting, 'open'));
    await first.do(moveMeeting, act(meeting, 'begin-item', { itemId }));
    const section = await first.do(beginSection, { params: { itemId }, body: { phase: 'curious' } });
    documents.push(section.documentId);
  }
  for (const end of ends.reverse()) await end();
  return { people: all, documents };
};

const sum = (rounds: readonly Typed[]) => ({
  p50: median(rounds.map(({ taken }) => quantile(taken, 0.5))),
  p99: median(rounds.map(({ taken }) => quantile(taken, 0.99))),
  spread: [
    Math.min(...rounds.map(({ taken }) => quantile(taken, 0.99))),
    Math.max(...rounds.map(({ taken }) => quantile(taken, 0.99))),
  ],
  edits: rounds.reduce((all, one) => all + one.edits, 0),
  diverged: rounds.reduce((all, one) => all + one.diverged, 0),
});

export const benchMemo = async (given: Given<MemoOptions>): Promise<Outcome> => {
  const { writers, readers, rounds, say } = given;
  const dataDir = mkdtempSync(join(tmpdir(), 'rinki-bench-'));
  const programs: Program[] = [];
  const begin = async (...args: Parameters<typeof startProgram>): Promise<Program> => {
    const program = await startProgram(...args);
    programs.push(program);
    return program;
  };
  try {
    const database = await begin('../drills/database.ts', { dataDir: join(dataDir, 'data') });
    const addresses = await database.ask<Database>('addresses');
    const secretKey = randomBytes(32);
    say(`placing a meeting of ${writers + readers} people …`);
    const placed = await placeMemo(addresses, secretKey, writers + readers, rounds);
    const port = await freePort();
    await begin('./product.ts', { url: addresses.url, secretKey: secretKey.toString('base64'), port });
    const measured: { product: Typed[]; floor: Typed[] } = { product: [], floor: [] };
    for (const [n, documentId] of placed.documents.entries()) {
      const lines = placed.people.map((person) => productLine(port, person, documentId));
      measured.product.push(await typeTogether(lines.slice(0, writers), lines.slice(writers), given));
      // A text of its own in each round, as for the product.
      const relay = await begin('./memo-floor.ts', { port: await freePort() });
      const bare = placed.people.map(() => floorLine(relay.port));
      measured.floor.push(await typeTogether(bare.slice(0, writers), bare.slice(writers), given));
      await relay.stop();
      const [product, floor] = [measured.product.at(-1), measured.floor.at(-1)].map(
        (one) => one && quantile(one.taken, 0.99),
      );
      say(`round ${n + 1}: p99 ${product} ms, the relay’s ${floor} ms`);
    }
    const [product, floor] = [sum(measured.product), sum(measured.floor)];
    return {
      ok: product.diverged === 0 && product.edits > 0 && !Number.isNaN(product.p99),
      writers,
      readers,
      p50_ms: product.p50,
      p99_ms: product.p99,
      ratio: round(product.p99 / floor.p99),
      product,
      floor,
    };
  } finally {
    for (const program of programs.reverse()) await program.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};
