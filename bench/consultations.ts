// Queues that are watched: how long from the acknowledgement of a change until each page has its hint and shows it, and what that
// asks of the server; beside the same pages reading their whole lists at each hint, and beside a bare program with the same frames.
import { randomBytes } from 'node:crypto';
import { deriveSecrets } from '../server/platform/http/secrets.ts';
import { freePort } from '../server/testing/free-port.ts';
import type { Order, Page, Reads, Request, Worked } from './consultations-crowd.ts';
import {
  addConsultations,
  benchToken,
  type ConsultationData,
  keepHeads,
  serviceOf,
} from './consultations-data.ts';
import type { ConsultationsOptions } from './consultations-options.ts';
import { cpuOf, cpuOfDatabase, postmasterOf } from './cpu-time.ts';
import { BadArguments, type Given, type Outcome } from './outcome.ts';
import { type Program, startProgram } from './processes.ts';
import { openRegion } from './region.ts';
import { smallRegion } from './region-sql.ts';

const round = (number: number, digits = 2): number => Number(number.toFixed(digits));
const quantile = (sorted: Float64Array, q: number): number =>
  round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN);
const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;

/** With processor time of a change in milliseconds: the program's own, with what its pages read, and the database's. */
const evaluate = (worked: Worked, ownCpu: number, databaseCpu: number) => ({
  changes: worked.changes,
  hintP50: quantile(worked.hinted, 0.5),
  hintP99: quantile(worked.hinted, 0.99),
  shownP50: quantile(worked.shown, 0.5),
  shownP99: quantile(worked.shown, 0.99),
  requestsPerChange: round(worked.requests / worked.changes),
  bytesPerChange: round(worked.bytes / worked.changes, 0),
  ownCpu: round(ownCpu / worked.changes),
  databaseCpu: round(databaseCpu / worked.changes),
  missed: worked.missed,
  failures: worked.failures,
  ...(worked.firstFailure === null ? {} : { firstFailure: worked.firstFailure }),
});
type Round = ReturnType<typeof evaluate>;
const measures = [
  'hintP50',
  'hintP99',
  'shownP50',
  'shownP99',
  'requestsPerChange',
  'bytesPerChange',
  'ownCpu',
  'databaseCpu',
] as const satisfies (keyof Round)[];

const sum = (rounds: readonly Round[]) => ({
  ...(Object.fromEntries(measures.map((name) => [name, median(rounds.map((one) => one[name]))])) as Record<
    (typeof measures)[number],
    number
  >),
  shownP99Spread: [
    Math.min(...rounds.map((one) => one.shownP99)),
    Math.max(...rounds.map((one) => one.shownP99)),
  ],
  changes: rounds.reduce((all, one) => all + one.changes, 0),
  missed: rounds.reduce((all, one) => all + one.missed, 0),
  failures: rounds.reduce((all, one) => all + one.failures, 0),
});

const castOf = (data: ConsultationData, given: ConsultationsOptions, secretKey: Buffer, origin: string) => {
  const secrets = deriveSecrets(secretKey);
  const as = (person: number): Record<string, string> => ({
    cookie: `rinki=${benchToken(person)}`,
    origin,
    'x-rinki-token': secrets.csrfToken(data.sessions[person] ?? ''),
  });
  const { watchers, services } = given;
  const pages = Array.from(
    { length: watchers },
    (_, n): Page => ({ service: serviceOf(n, services), headers: as(n) }),
  );
  const perService = Math.floor(watchers / services);
  const requests = data.requests.map(
    ({ id, service, asker }, n): Request => ({
      id,
      service,
      asker: as(asker),
      holder: as(service + services * (n % perService)),
    }),
  );
  return { pages, requests };
};

type Run = {
  readonly name: 'heads' | 'lists' | 'floor';
  readonly program: Program;
  readonly crowd: Program;
  readonly reads: Reads;
  readonly requests: readonly Request[];
};

export const benchConsultations = async (given: Given<ConsultationsOptions>): Promise<Outcome> => {
  const { watchers, services, requests, rate, seconds, say } = given;
  if (watchers % services !== 0 || watchers < services)
    throw new BadArguments('--watchers takes a multiple of --services.');
  // Each change within a round is of another request, so that it is known which one a page shows.
  if (rate * seconds > requests / 2)
    throw new BadArguments('--rate times --seconds takes at most half as many as --requests.');
  const region = await openRegion(() => undefined, { ...smallRegion, cases: 50 });
  const programs: Program[] = [];
  const begin = async (...args: Parameters<typeof startProgram>): Promise<Program> => {
    const program = await startProgram(...args);
    programs.push(program);
    return program;
  };
  try {
    const copy = await region.copy('rinki_consultations');
    const data = await addConsultations(copy, watchers, services, requests);
    const secretKey = randomBytes(32);
    const port = await freePort();
    const product = await begin('./product.ts', {
      url: copy.url,
      secretKey: secretKey.toString('base64'),
      port,
    });
    const cast = castOf(data, given, secretKey, `http://localhost:${port}`);
    const answer = await fetch(`http://127.0.0.1:${port}/api/consultations`, {
      headers: cast.pages[0]?.headers ?? {},
    });
    const [head] = ((await answer.json()) as { queue: unknown[] }).queue;
    await keepHeads(copy, data, head);
    const floor = await begin('./consultations-floor.ts', { url: copy.superuserUrl });
    const gather = async (program: Program): Promise<Program> => {
      const crowd = await begin('./consultations-crowd.ts', {});
      const order: Order = { do: 'gather', port: program.port, floor: program === floor, pages: cast.pages };
      const { watching } = await crowd.ask<{ watching: number }>(order);
      say(`${program === floor ? 'floor' : 'product'}: ${watching} pages watch`);
      return crowd;
    };
    const crowd = await gather(product);
    const half = requests >> 1;
    const runs: Run[] = [
      { name: 'floor', program: floor, crowd: await gather(floor), reads: 'heads', requests: cast.requests },
      // Requests of their own, so that each stands at the same stages in both.
      { name: 'lists', program: product, crowd, reads: 'lists', requests: cast.requests.slice(0, half) },
      { name: 'heads', program: product, crowd, reads: 'heads', requests: cast.requests.slice(half) },
    ];
    const postmaster = await postmasterOf(copy);
    const work = async (run: Run, forSeconds: number): Promise<Round> => {
      const used = (): [number, number] => [cpuOf(run.program.child.pid), cpuOfDatabase(postmaster)];
      const [own, database] = used();
      const worked = await run.crowd.ask<Worked>({
        do: 'work',
        reads: run.reads,
        requests: run.requests,
        perSecond: rate,
        seconds: forSeconds,
      } satisfies Order);
      const [ownAfter, databaseAfter] = used();
      return evaluate(worked, ownAfter - own, databaseAfter - database);
    };
    const rounds: Record<Run['name'], Round[]> = { floor: [], lists: [], heads: [] };
    for (const run of runs) await work(run, Math.min(2, seconds));
    for (let n = 0; n < given.rounds; n += 1)
      for (const run of runs) {
        const one = await work(run, seconds);
        rounds[run.name].push(one);
        say(
          `  ${run.name}: hint p50 ${one.hintP50} ms, p99 ${one.hintP99} ms; shown p50 ${one.shownP50} ms, p99 ${one.shownP99} ms; ${one.requestsPerChange} requests and ${one.bytesPerChange} B a change, CPU ${one.ownCpu} + ${one.databaseCpu} ms; missed ${one.missed}${one.firstFailure ? `; ${one.failures} failures: ${one.firstFailure}` : ''}`,
        );
      }
    const [bare, lists, heads] = [sum(rounds.floor), sum(rounds.lists), sum(rounds.heads)];
    const ratio = (a: number, b: number): number => round(a / b, 3);
    // Whole lists are a peer: where they fall behind, that is what is measured.
    const sound = [bare, heads].every(({ missed, failures }) => missed + failures === 0);
    return {
      ok: sound,
      watchers,
      services,
      requests,
      rate,
      seconds,
      rounds: given.rounds,
      sound,
      /** Of whole lists, how much heads take. */
      bytesOfLists: ratio(heads.bytesPerChange, lists.bytesPerChange),
      cpuOfLists: ratio(heads.ownCpu + heads.databaseCpu, lists.ownCpu + lists.databaseCpu),
      shownP99OfLists: ratio(heads.shownP99, lists.shownP99),
      /** Of the floor's, as a part of the product's. */
      floorShownP99: ratio(bare.shownP99, heads.shownP99),
      floorCpu: ratio(bare.ownCpu + bare.databaseCpu, heads.ownCpu + heads.databaseCpu),
      heads,
      lists,
      floor: bare,
    };
  } finally {
    for (const program of programs) await program.stop();
    await region.stop();
  }
};
