// What the access log costs a reader: the same server with its log and without it, in alternating rounds; and whether the
// readers of one case wait for each other, beside readers of many cases.
import { randomBytes } from 'node:crypto';
import { freePort } from '../server/testing/free-port.ts';
import type { AccessLogOptions } from './access-log-options.ts';
import { cpuOf, cpuOfDatabase, postmasterOf } from './cpu-time.ts';
import { readScenarios } from './http.ts';
import type { Load, Measured, Target } from './loader.ts';
import { watchLocks } from './lock-watch.ts';
import type { Given, Outcome } from './outcome.ts';
import { type Program, startProgram } from './processes.ts';
import { type Copy, openRegion, withClient } from './region.ts';
import { smallRegion } from './region-sql.ts';
import { signedIn } from './sign-in.ts';

/** Readers who queue would be far below this (measured with a chain inside the reading transaction: 0.31). */
const leastHotRatio = 0.7;
const readers = [1, 16, 32] as const;
const origin = 'http://localhost:3000';

const median = (numbers: number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
const round = (number: number, digits = 2): number => Number(number.toFixed(digits));
const spread = (numbers: number[]): number[] =>
  [Math.min(...numbers), Math.max(...numbers)].map((n) => round(n, 2));

/** One case that everybody in it reads, each in all of their browsers. */
const hotTargets = (copy: Copy, as: (worker: number, i: number) => string): Promise<Target[]> =>
  withClient(copy.superuserUrl, async (client) => {
    const { rows } = await client.query<{ case_id: string; worker: number }>(
      `select m.case_id, substr(p.sign_in_name, 8)::int as worker from memberships m join people p on p.id = m.person_id
       where not p.family and m.case_id = (select id from cases order by hashtext(id::text) limit 1)`,
    );
    return Array.from({ length: rows.length * 8 }, (_, i): Target => {
      const { case_id = '', worker = 0 } = rows[i % rows.length] ?? {};
      return {
        method: 'GET',
        path: `/api/cases/${case_id}`,
        headers: as(worker, Math.floor(i / rows.length)),
      };
    });
  });

type Round = Measured & { readonly cpu: number };

export const benchAccessLog = async (given: Given<AccessLogOptions>): Promise<Outcome> => {
  const { say } = given;
  const region = await openRegion(say, { ...smallRegion, cases: given.cases });
  const programs: Program[] = [];
  try {
    say(`The region took ${region.seconds.toFixed(1)} s.`);
    const copy = await region.copy('rinki_log');
    const secretKey = randomBytes(32);
    const started = async (file: string, settings: unknown = {}) => {
      const program = await startProgram(file, settings);
      programs.push(program);
      return program;
    };
    const server = async (file: string) =>
      started(file, {
        url: copy.url,
        secretKey: secretKey.toString('base64'),
        port: await freePort(),
        origin,
      });
    const logged = await server('./product.ts');
    const unlogged = await server('./unlogged-product.ts');
    const loader = await started('./loader.ts');
    const postmaster = await postmasterOf(copy);
    const load = async (program: Program, targets: Target[], connections: number): Promise<Round> => {
      const used = (): number => cpuOf(program.child.pid) + cpuOfDatabase(postmaster);
      const before = used();
      const order: Load = { port: program.port, connections, seconds: given.seconds, targets };
      const measured = await loader.ask<Measured>(order);
      return { ...measured, cpu: (used() - before) / (measured.perSecond * given.seconds) };
    };
    let failures = 0;
    let firstFailure: string | null = null;
    const heed = (...rounds: Round[]): void => {
      for (const one of rounds) {
        failures += one.failures;
        firstFailure ??= one.firstFailure;
      }
    };
    const rowsInLog = () =>
      withClient(copy.superuserUrl, async (client) =>
        Number((await client.query<{ n: string }>('select count(*) as n from access_log')).rows[0]?.n),
      );

    const scenarios: Record<string, unknown> = {};
    for (const { name, product: targets } of await readScenarios(copy, origin, secretKey)) {
      if (name === 'write') continue;
      for (const program of [logged, unlogged]) heed(await load(program, targets, given.connections));
      const pairs: { withLog: Round; without: Round }[] = [];
      for (let i = 0; i < given.rounds; i += 1) {
        // Now the one first, now the other.
        const first = i % 2 === 0 ? logged : unlogged;
        const a = await load(first, targets, given.connections);
        const b = await load(first === logged ? unlogged : logged, targets, given.connections);
        heed(a, b);
        pairs.push(first === logged ? { withLog: a, without: b } : { withLog: b, without: a });
      }
      const ratios = pairs.map(({ withLog, without }) => withLog.perSecond / without.perSecond);
      const cpuRatios = pairs.map(({ withLog, without }) => without.cpu / withLog.cpu);
      const figures = {
        ratio: round(median(ratios)),
        ratioSpread: spread(ratios),
        ratioByCpu: round(median(cpuRatios)),
        withLog: round(median(pairs.map((p) => p.withLog.perSecond)), 0),
        without: round(median(pairs.map((p) => p.without.perSecond)), 0),
        cpuWithLog: round(median(pairs.map((p) => p.withLog.cpu))),
        cpuWithout: round(median(pairs.map((p) => p.without.cpu))),
      };
      scenarios[name] = figures;
      say(
        `${name}: with the log ${figures.withLog}/s, without ${figures.without}/s, ratio ${figures.ratio} (${figures.ratioSpread.join('–')}), by processor time ${figures.ratioByCpu}`,
      );
    }
    // The control of the comparison itself: one of the two writes, the other does not.
    const [case_page] = (await readScenarios(copy, origin, secretKey)).filter((s) => s.name === 'case-page');
    const rowsOf = async (program: Program): Promise<number> => {
      const before = await rowsInLog();
      await load(program, case_page?.product ?? [], 4);
      return (await rowsInLog()) - before;
    };
    const rows = { withLog: await rowsOf(logged), without: await rowsOf(unlogged) };

    const as = await signedIn(copy, origin, secretKey);
    const hot = await hotTargets(copy, as);
    const many = case_page?.product ?? [];
    const hotCase: Record<string, unknown> = {};
    let [lockWaits, hotRatio] = [0, Number.POSITIVE_INFINITY];
    for (const count of readers) {
      const rounds: { hot: Round; many: Round }[] = [];
      let looks = 0;
      for (let i = 0; i < given.rounds; i += 1) {
        const stop = watchLocks(copy);
        const ofOne = await load(logged, hot, count);
        const seen = await stop();
        looks += seen.looks;
        lockWaits += seen.waits;
        if (seen.waits > 0) say(`  waited for: ${seen.on.join(', ')}`);
        const ofMany = await load(logged, many, count);
        heed(ofOne, ofMany);
        rounds.push({ hot: ofOne, many: ofMany });
      }
      const ratios = rounds.map((r) => r.hot.perSecond / r.many.perSecond);
      hotRatio = Math.min(hotRatio, median(ratios));
      const figures = {
        ratio: round(median(ratios)),
        ratioSpread: spread(ratios),
        oneCase: round(median(rounds.map((r) => r.hot.perSecond)), 0),
        manyCases: round(median(rounds.map((r) => r.many.perSecond)), 0),
        p99OneCase: round(median(rounds.map((r) => r.hot.p99)), 1),
        p99ManyCases: round(median(rounds.map((r) => r.many.p99)), 1),
        looks,
      };
      hotCase[count] = figures;
      say(
        `${count} readers: of one case ${figures.oneCase}/s, of many ${figures.manyCases}/s, ratio ${figures.ratio} (${figures.ratioSpread.join('–')}); looked for lock waits ${looks} times`,
      );
    }
    return {
      ok:
        failures === 0 &&
        lockWaits === 0 &&
        hotRatio >= leastHotRatio &&
        rows.withLog > 0 &&
        rows.without === 0,
      connections: given.connections,
      rounds: given.rounds,
      seconds: given.seconds,
      scenarios,
      hotCase,
      lockWaits,
      logRows: rows,
      failures,
      ...(firstFailure !== null && { firstFailure }),
    };
  } finally {
    for (const program of programs) await program.stop();
    await region.stop();
  }
};
