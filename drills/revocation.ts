// `npm run drill -- revocation`: how long after a right has ended the last byte of it arrives on pages that are open
// (target S3), and that nothing behind the end's place in the stream arrives at all; on two server processes over one
// database, while others write. A server that forgets to ask must be caught.
import type { Given, Outcome } from '../bench/outcome.ts';
import type { RevocationOptions } from './options.ts';
import { type House, openHouse, startServers } from './revocation/house.ts';
import type { Kind } from './revocation/kind.ts';
import { kinds } from './revocation/kinds.ts';
import {
  type Cast,
  type Lane,
  openLane,
  type Ports,
  startBeingThere,
  startWriting,
} from './revocation/lane.ts';
import { secretsOf } from './revocation/page.ts';
import { createPeople } from './revocation/people.ts';
import { type Found, type Patience, playRound } from './revocation/round.ts';

/** S3: the last byte within a second, p99. */
const wantedP99 = 1_000;

const quantile = (numbers: readonly number[], q: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))] ?? 0;

type Played = {
  readonly found: Map<Kind, Found[]>;
  readonly saves: number;
  readonly seconds: number;
  readonly failure: string | null;
};

const gatherCast = async ({ curtain, secretKey }: House): Promise<Cast> => {
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
  readonly house: House;
  readonly cast: Cast;
  readonly lanes: ReadonlyMap<Kind, Lane>;
  readonly ports: Ports;
  readonly rounds: number;
  readonly writes: number;
  readonly patience: Patience;
};

/** All kinds at the same time, each in its own case, one end after the other. */
const play = async ({ house, cast, lanes, ports, rounds, writes, patience }: Play): Promise<Played> => {
  const { curtain, secretKey } = house;
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

export const drillRevocation = ({ rounds, writes, say }: Given<RevocationOptions>): Promise<Outcome> =>
  openHouse(async (house) => {
    const cast = await gatherCast(house);
    const lanes = new Map<Kind, Lane>();
    const onServers = async (file: string, count: number, patience: Patience): Promise<Played> => {
      const { ports, stop } = await startServers(house, file);
      if (lanes.size === 0)
        await Promise.all(
          kinds.map(async (kind) => {
            lanes.set(kind, await openLane(ports[0], cast, kind.name, kind.visiting));
          }),
        );
      const played = await play({ house, cast, lanes, ports, rounds: count, writes, patience });
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
    const ordinary = [...run.found.values()].flat().flatMap((f) => f.ordinary);
    const byKind = Object.fromEntries(
      kinds.map((kind) => {
        const { ends, p50, p99, worst, framesAfter, unended } = sumOf(run.found.get(kind) ?? []);
        say(
          `${kind.name}: ${ends} pages, p50 ${p50} ms, p99 ${p99} ms, worst ${worst} ms; ${framesAfter} frames after the end${unended > 0 ? `; ${unended} NOT ended` : ''}`,
        );
        return [kind.name, { ends, p50, p99, worst, framesAfter, unended }];
      }),
    );
    say(
      `for comparison, ordinary events from commit to arrival: p50 ${Math.round(quantile(ordinary, 0.5))} ms, p99 ${Math.round(quantile(ordinary, 0.99))} ms`,
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
      ordinary: {
        p50: Math.round(quantile(ordinary, 0.5)),
        p99: Math.round(quantile(ordinary, 0.99)),
        worst: Math.round(quantile(ordinary, 1)),
      },
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
