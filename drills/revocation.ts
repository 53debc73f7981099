// `npm run drill -- revocation`: how long after a right has ended the last byte of it arrives on pages that are open
// (target S3), and that nothing behind the end's place in the stream arrives at all; on two server processes over one
// database, while others write. A server that forgets to ask must be caught.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Given, Outcome } from '../bench/outcome.ts';
import { type Program, startProgram } from '../bench/processes.ts';
import { freePort } from '../server/testing/free-port.ts';
import type { Addresses } from './database.ts';
import type { RevocationOptions } from './options.ts';
import { type Kind, kinds } from './revocation/kinds.ts';
import {
  type Cast,
  type Lane,
  openLane,
  type Ports,
  startBeingThere,
  startWriting,
} from './revocation/lane.ts';
import { secretsOf } from './revocation/page.ts';
import { createPeople, origin } from './revocation/people.ts';
import { type Found, type Patience, playRound } from './revocation/round.ts';

/** S3: the last byte within a second, p99. */
const wantedP99 = 1_000;

const quantile = (numbers: readonly number[], q: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))] ?? 0;

type Everywhere = {
  readonly curtain: pg.Pool;
  readonly secretKey: Buffer;
  readonly url: string;
  readonly begin: (file: string, settings: unknown) => Promise<Program>;
};
type Played = {
  readonly found: Map<Kind, Found[]>;
  readonly saves: number;
  readonly seconds: number;
  readonly failure: string | null;
};

const startServers = async ({ begin, url, secretKey }: Everywhere, file: string) => {
  const start = async () =>
    begin(file, {
      url,
      secretKey: secretKey.toString('base64'),
      port: await freePort(),
      logLevel: 'fatal',
      origin,
    });
  const servers = [await start(), await start()] as const;
  const ports: Ports = [servers[0].port, servers[1].port];
  return { ports, stop: async () => void (await Promise.all(servers.map((server) => server.stop()))) };
};

const gatherCast = async ({ curtain, secretKey }: Everywhere): Promise<Cast> => {
  const people = createPeople(curtain, secretKey);
  const home = await people.agency('child-protection', 'Rannikon lastensuojelu');
  const school = await people.agency('education', 'Meriniemen koulu');
  const author = await people.person('Leena Kallio');
  const authorActs = await people.affiliation(author, home, 'social-worker');
  const other = await people.person('Hannu Hoitaja');
  const administrator = await people.session(other, await people.affiliation(other, home, 'administrator'));
  return { people, home, school, author, authorActs, administrator };
};

type Play = {
  readonly everywhere: Everywhere;
  readonly cast: Cast;
  readonly lanes: ReadonlyMap<Kind, Lane>;
  readonly ports: Ports;
  readonly rounds: number;
  readonly writes: number;
  readonly patience: Patience;
};

/** All kinds at the same time, each in its own case, one end after the other. */
const play = async ({ everywhere, cast, lanes, ports, rounds, writes, patience }: Play): Promise<Played> => {
  const { curtain, secretKey } = everywhere;
  const began = performance.now();
  const found = new Map<Kind, Found[]>();
  const secrets = secretsOf(secretKey);
  const results = await Promise.all(
    [...lanes].map(async ([kind, lane]) => {
      const writing = startWriting(ports, lane, (1_000 * lanes.size) / writes);
      const there = await startBeingThere({ port: ports[0], secrets, caseId: lane.caseId }, lane);
      const own: Found[] = [];
      found.set(kind, own);
      try {
        for (let n = 0; n < rounds; n += 1) {
          const scene = { cast, lane, curtain, port: ports[n % 2 === 0 ? 0 : 1] };
          own.push(await playRound(kind, scene, ports, secrets, writing, patience));
        }
      } finally {
        // Whatever failed, nobody goes on writing.
        await writing.stop();
        await there.stop();
      }
      return writing.stop();
    }),
  );
  return {
    found,
    saves: results.reduce((all, { saves }) => all + saves, 0),
    failure: results.find(({ failure }) => failure !== null)?.failure ?? null,
    seconds: (performance.now() - began) / 1000,
  };
};

const sumOf = (found: readonly Found[]) => {
  const waits = found.flatMap((f) => f.waits);
  const count = (of: (f: Found) => number): number => found.reduce((all, f) => all + of(f), 0);
  return {
    ends: waits.length,
    p50: quantile(waits, 0.5),
    p99: quantile(waits, 0.99),
    worst: quantile(waits, 1),
    unended: count((f) => f.unended),
    framesAfter: count((f) => f.framesAfter.sockets + f.framesAfter.polls + f.framesAfter.resumed),
    framesBefore: count((f) => f.framesBefore),
    misplaced: count((f) => f.misplaced),
  };
};

const openHouse = async (work: (everywhere: Everywhere) => Promise<Outcome>): Promise<Outcome> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rinki-drill-'));
  chmodSync(dataDir, 0o755);
  const programs: Program[] = [];
  const begin: Everywhere['begin'] = async (file, settings) => {
    const program = await startProgram(file, settings);
    programs.push(program);
    return program;
  };
  let curtain: pg.Pool | undefined;
  try {
    const database = await begin('../drills/database.ts', { dataDir, commitTimes: true });
    const { url, superuserUrl } = await database.ask<Addresses>('addresses');
    curtain = new pg.Pool({ connectionString: superuserUrl, max: 3 });
    curtain.on('error', () => undefined);
    return await work({ curtain, url, begin, secretKey: randomBytes(32) });
  } finally {
    await curtain?.end();
    for (const program of programs.reverse()) await program.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

export const drillRevocation = ({ rounds, writes, say }: Given<RevocationOptions>): Promise<Outcome> =>
  openHouse(async (everywhere) => {
    const cast = await gatherCast(everywhere);
    const lanes = new Map<Kind, Lane>();
    const onServers = async (file: string, count: number, patience: Patience): Promise<Played> => {
      const { ports, stop } = await startServers(everywhere, file);
      if (lanes.size === 0)
        await Promise.all(
          kinds.map(async (kind) => {
            lanes.set(kind, await openLane(ports[0], cast, kind.name, kind.visiting));
          }),
        );
      const played = await play({ everywhere, cast, lanes, ports, rounds: count, writes, patience });
      await stop();
      return played;
    };
    say('The control first: servers that ask when a page subscribes, and not when they deliver.');
    const control = await onServers('../drills/revocation/forgetful-server.ts', 1, {
      endMs: 300,
      afterMs: 150,
    });
    const missed = kinds.filter((kind) => sumOf(control.found.get(kind) ?? []).framesAfter === 0);
    const controlCaught = missed.length === 0;
    say(
      controlCaught
        ? 'Caught at each kind of end, as it must be.'
        : `NOT caught: ${missed.map((kind) => kind.name).join(', ')}. This drill proves nothing.`,
    );
    const run = await onServers('./product.ts', rounds, { endMs: 10_000, afterMs: 250 });
    const all = sumOf([...run.found.values()].flat());
    const byKind = Object.fromEntries(
      kinds.map((kind) => {
        const { ends, p50, p99, worst, framesAfter, unended } = sumOf(run.found.get(kind) ?? []);
        say(
          `${kind.name}: ${ends} pages, p50 ${p50} ms, p99 ${p99} ms, worst ${worst} ms; ${framesAfter} frames after the end${unended > 0 ? `; ${unended} NOT ended` : ''}`,
        );
        return [kind.name, { ends, p50, p99, worst, framesAfter, unended }];
      }),
    );
    const examples = [...run.found.values()]
      .flat()
      .flatMap((f) => f.examples)
      .slice(0, 6);
    for (const example of examples) say(`  ${example}`);
    const slow = Object.values(byKind).some(({ p99 }) => p99 > wantedP99);
    return {
      ok:
        controlCaught &&
        !slow &&
        all.framesAfter + all.unended + all.misplaced === 0 &&
        all.framesBefore > 0 &&
        run.failure === null,
      p99_ms: all.p99,
      frames_after: all.framesAfter,
      p50_ms: all.p50,
      worst_ms: all.worst,
      rounds,
      ends: all.ends,
      unended: all.unended,
      misplaced: all.misplaced,
      framesBefore: all.framesBefore,
      savesPerSecond: Math.round(run.saves / run.seconds),
      seconds: Math.round(run.seconds),
      byKind,
      controlCaught,
      controlFramesAfter: sumOf([...control.found.values()].flat()).framesAfter,
      ...(missed.length > 0 && { missed: missed.map((kind) => kind.name) }),
      ...(examples.length > 0 && { examples }),
      ...(run.failure !== null && { failure: run.failure }),
    };
  });
