// Case page, my-cases and writing a note (target P6), beside the bare floor program, in alternating rounds.
import { randomBytes } from 'node:crypto';
import { freePort } from '../server/testing/free-port.ts';
import { cpuOf, cpuOfDatabase, postmasterOf } from './cpu-time.ts';
import type { HttpOptions } from './http-options.ts';
import type { Load, Measured, Target } from './loader.ts';
import { BadArguments, type Given, type Outcome } from './outcome.ts';
import { type Program, startProgram } from './processes.ts';
import { type Copy, openRegion, withClient } from './region.ts';
import { professionals, smallRegion } from './region-sql.ts';
import { signedIn } from './sign-in.ts';

const wanted = 0.5;

export type Scenario = { readonly name: string; readonly product: Target[]; readonly floor: Target[] };

type Place = { worker: number; person: string; case_id: string; sessions: string[] };
type Draft = Place & { entry_id: string; device: string };

/** Each professional, with five of their cases: what is open on the region's desks at one time. */
const findPlaces = (copy: Copy): Promise<{ places: Place[]; drafts: Draft[] }> =>
  withClient(copy.superuserUrl, async (client) => {
    const person = `select p.id, substr(p.sign_in_name, 8)::int as worker,
      (select array_agg(s.id::text order by s.token_hash) from sessions s where s.person_id = p.id) as sessions from people p where not p.family`;
    const places =
      await client.query<Place>(`select p.worker, p.id as person, x.case_id, p.sessions from (${person}) p
      cross join lateral (select case_id from memberships m where m.person_id = p.id order by hashtext(case_id::text) limit 5) x`);
    const drafts =
      await client.query<Draft>(`select p.worker, p.id as person, x.* , p.sessions from (${person}) p
      cross join lateral (select e.case_id, e.id as entry_id, e.fields -> 'narrative' ->> 'device' as device from entries e
        where e.state = 'draft' and e.author_ids = array[p.id] and e.kind = 'contribution' order by hashtext(e.id::text) limit 20) x`);
    return { places: places.rows, drafts: drafts.rows };
  });

export const readScenarios = async (copy: Copy, origin: string, secretKey: Buffer): Promise<Scenario[]> => {
  const { places, drafts } = await findPlaces(copy);
  const as = await signedIn(copy, origin, secretKey);
  const shuffle = <T>(list: T[]): T[] =>
    list
      .map((item, i) => [(i * 7919) % 104_729, item] as const)
      .sort((a, b) => a[0] - b[0])
      .map(([, item]) => item);
  const get = (path: (p: Place) => string, floorPath: (p: Place) => string) => ({
    product: shuffle(places).map(
      (p, i): Target => ({ method: 'GET', path: path(p), headers: as(p.worker, i) }),
    ),
    floor: shuffle(places).map((p): Target => ({ method: 'GET', path: floorPath(p), headers: '' })),
  });
  const put = (own: boolean) =>
    shuffle(drafts).map(
      (d, i): Target => ({
        method: 'PUT',
        path: `/api/entries/${d.entry_id}/fields/narrative`,
        headers: own ? as(d.worker, i) : '',
        device: d.device,
      }),
    );
  return [
    {
      name: 'case-page',
      ...get(
        (p) => `/api/cases/${p.case_id}`,
        (p) => `/api/cases/${p.case_id}`,
      ),
    },
    {
      name: 'my-cases',
      ...get(
        () => '/api/cases',
        (p) => `/api/cases?person=${p.person}`,
      ),
    },
    { name: 'write', product: put(true), floor: put(false) },
  ];
};

const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const round = (number: number, digits = 2): number => Number(number.toFixed(digits));

/** With the processor time of one request, in milliseconds: the program's own and the database's. */
type Round = Measured & { readonly ownCpu: number; readonly databaseCpu: number };

const sum = (rounds: Round[]) => ({
  perSecond: round(median(rounds.map((r) => r.perSecond)), 0),
  spread: [Math.min(...rounds.map((r) => r.perSecond)), Math.max(...rounds.map((r) => r.perSecond))].map(
    (n) => round(n, 0),
  ),
  p50: round(median(rounds.map((r) => r.p50))),
  p99: round(median(rounds.map((r) => r.p99))),
  meanBytes: round(median(rounds.map((r) => r.meanBytes)), 0),
  failures: rounds.reduce((all, r) => all + r.failures, 0),
  ownCpu: round(median(rounds.map((r) => r.ownCpu)), 3),
  databaseCpu: round(median(rounds.map((r) => r.databaseCpu)), 3),
});

const measure = async (
  scenario: Scenario,
  given: Given<HttpOptions>,
  loader: Program,
  product: Program,
  floor: Program,
  postmaster: number,
) => {
  const load = async (program: Program, targets: Target[], seconds: number): Promise<Round> => {
    const used = (): [number, number] => [cpuOf(program.child.pid), cpuOfDatabase(postmaster)];
    const before = used();
    const measured = await loader.ask<Measured>({
      port: program.port,
      connections: given.connections,
      seconds,
      targets,
    } satisfies Load);
    const after = used();
    const requests = measured.perSecond * seconds;
    const [ownCpu = 0, databaseCpu = 0] = after.map((n, i) => (n - (before[i] ?? 0)) / requests);
    return { ...measured, ownCpu, databaseCpu };
  };
  const rounds: { product: Round[]; floor: Round[] } = { product: [], floor: [] };
  // Until every connection has its statements and every desk of the region was looked at once.
  await load(product, scenario.product, 3 * given.seconds);
  await load(floor, scenario.floor, Math.min(3, given.seconds));
  for (let i = 0; i < given.rounds; i += 1) {
    rounds.floor.push(await load(floor, scenario.floor, given.seconds));
    rounds.product.push(await load(product, scenario.product, given.seconds));
  }
  const figures = { product: sum(rounds.product), floor: sum(rounds.floor) };
  // Each round beside its neighbour: what else the machine does weighs on both.
  const ratios = rounds.product.map((r, i) => r.perSecond / (rounds.floor[i]?.perSecond ?? Number.NaN));
  const ratio = round(median(ratios), 3);
  const bytes = round(figures.product.meanBytes / figures.floor.meanBytes, 3);
  const ok =
    ratio >= wanted && Math.abs(bytes - 1) <= 0.1 && figures.product.failures + figures.floor.failures === 0;
  given.say(
    `${scenario.name}: product ${figures.product.perSecond}/s (${figures.product.spread.join('–')}), p50 ${figures.product.p50} ms, p99 ${figures.product.p99} ms, ${figures.product.meanBytes} B; floor ${figures.floor.perSecond}/s (${figures.floor.spread.join('–')}), p50 ${figures.floor.p50} ms, p99 ${figures.floor.p99} ms, ${figures.floor.meanBytes} B; ratio ${ratio} (${round(Math.min(...ratios))}–${round(Math.max(...ratios))}), bytes ${bytes}${ok ? '' : '  NOT ok'}`,
  );
  given.say(
    `  processor time of a request: product ${figures.product.ownCpu} ms and database ${figures.product.databaseCpu} ms; floor ${figures.floor.ownCpu} ms and database ${figures.floor.databaseCpu} ms`,
  );
  const failed = [...rounds.product, ...rounds.floor].find((r) => r.firstFailure !== null);
  if (failed) given.say(`  first failure: ${failed.firstFailure}`);
  return {
    ok,
    ratio,
    ratioSpread: [Math.min(...ratios), Math.max(...ratios)].map((n) => round(n, 3)),
    bytesRatio: bytes,
    ...figures,
  };
};

export const benchHttp = async (given: Given<HttpOptions>): Promise<Outcome> => {
  if (!['all', 'case-page', 'my-cases', 'write'].includes(given.scenario))
    throw new BadArguments('--scenario takes case-page, my-cases, write or all.');
  given.say(`Generating a region: ${professionals} professionals, ${given.cases} cases.`);
  const region = await openRegion(given.say, { ...smallRegion, cases: given.cases });
  const programs: Program[] = [];
  const started = async (...args: Parameters<typeof startProgram>) => {
    const program = await startProgram(...args);
    programs.push(program);
    return program;
  };
  try {
    given.say(`The region took ${region.seconds.toFixed(1)} s.`);
    const copy = await region.copy('rinki_http');
    const secretKey = randomBytes(32);
    const port = await freePort();
    const profile =
      process.env['BENCH_PROFILE'] === undefined
        ? []
        : ['--cpu-prof', `--cpu-prof-dir=${process.env['BENCH_PROFILE']}`];
    const product = await started(
      './product.ts',
      { url: copy.url, secretKey: secretKey.toString('base64'), port },
      profile,
    );
    const floor = await started('./floor.ts', { url: copy.superuserUrl });
    const loader = await started('./loader.ts', {});
    const postmaster = await postmasterOf(copy);
    const scenarios: Record<string, Awaited<ReturnType<typeof measure>>> = {};
    for (const scenario of await readScenarios(copy, `http://localhost:${port}`, secretKey)) {
      if (given.scenario === 'all' || given.scenario === scenario.name)
        scenarios[scenario.name] = await measure(scenario, given, loader, product, floor, postmaster);
    }
    const found = Object.values(scenarios);
    return {
      ok: found.length > 0 && found.every((s) => s.ok),
      target: wanted,
      regionSeconds: round(region.seconds, 1),
      connections: given.connections,
      rounds: given.rounds,
      seconds: given.seconds,
      scenarios,
    };
  } finally {
    for (const program of programs) await program.stop();
    await region.stop();
  }
};
