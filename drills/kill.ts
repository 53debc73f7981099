// `kill -9` of the server, of the database, or of both, in the middle of work (target R1). After every fault the
// acknowledged writes and the streams are looked at. A server that acknowledges before it commits must be caught.
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Given, Outcome } from '../bench/outcome.ts';
import { type Program, startProgram } from '../bench/processes.ts';
import { freePort } from '../server/testing/free-port.ts';
import type { Addresses } from './database.ts';
import type { KillOptions } from './kill-options.ts';
import type { Done, Order } from './killer.ts';
import { createPatientClient } from './patient-client.ts';
import { addTeam } from './team.ts';
import { areNone, type Findings, followStream, noFindings, verify } from './verify.ts';
import { prepare, startWriters } from './writers.ts';

const leastInFlight = 8;
const targets = ['server', 'database', 'both'] as const;

const add = (sum: Findings, more: Findings): void => {
  for (const kind of ['lost', 'doubled', 'eventsLost', 'eventsDoubled', 'eventsReordered'] as const)
    sum[kind] += more[kind];
  sum.examples.push(...more.examples.slice(0, Math.max(0, 5 - sum.examples.length)));
};

type Plan = { faults: number; writers: number; serverFile: string; say: (words: string) => void };

/** Starts everything anew in a folder of its own, kills so many times, and takes everything down. */
const killRepeatedly = async ({ faults, writers: size, serverFile, say }: Plan) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'rinki-drill-'));
  chmodSync(dataDir, 0o755);
  const secretKey = randomBytes(32);
  const port = await freePort();
  const programs: Program[] = [];
  const begin = async (file: string, settings: unknown) => {
    const program = await startProgram(file, settings);
    programs.push(program);
    return program;
  };
  const sum = noFindings();
  const inFlight: number[] = [];
  const recovery: number[] = [];
  try {
    const database = await begin('../drills/database.ts', { dataDir });
    const { url, superuserUrl } = await database.ask<Addresses>('addresses');
    let crashes = 0;
    /** Killed on purpose; whatever else ends by itself has crashed, and is started again as an installation would. */
    const condemned = new Set<number>();
    const startServer = async (): Promise<Program> => {
      const started = await begin(serverFile, {
        url,
        secretKey: secretKey.toString('base64'),
        port,
        logLevel: 'fatal',
      });
      const { child } = started;
      child.once('exit', () => {
        if (ended || condemned.has(child.pid ?? 0)) return;
        crashes += 1;
        say('The server ended by itself; starting it again.');
        starting = startServer();
      });
      server = started;
      return started;
    };
    let ended = false;
    let server: Program;
    let starting: Promise<Program> = startServer();
    server = await starting;
    const killer = await begin('../drills/killer.ts', {});
    const team = await addTeam(superuserUrl, size, secretKey, `http://localhost:${port}`);
    const client = createPatientClient(port);
    const { caseId, acknowledged } = await prepare(client, team);
    const follower = followStream(superuserUrl, caseId);
    const writers = startWriters(client, team, acknowledged);
    const orFailed = <T>(work: Promise<T>): Promise<T> =>
      Promise.race([work, writers.failed.then(() => Promise.reject(new Error('the writers ended')))]);
    const progress = async (count: number) => {
      const from = writers.done();
      while (writers.done() < from + count) await sleep(20);
    };

    for (let fault = 1; fault <= faults; fault += 1) {
      await orFailed(progress(size * 2));
      while (client.inFlight() < leastInFlight) await sleep(1);
      const target = targets[(fault - 1) % targets.length] ?? 'server';
      const postgres = target === 'server' ? undefined : await database.ask<number | undefined>('pid');
      await starting;
      if (target !== 'database') condemned.add(server.child.pid ?? 0);
      const pids = [target === 'database' ? undefined : server.child.pid, postgres].flatMap(
        (pid) => pid ?? [],
      );
      const { at, killed } = await killer.ask<Done>({
        pids,
        afterMs: Math.floor(Math.random() * 150),
      } satisfies Order);
      if (target !== 'database') starting = startServer();
      await starting;
      await orFailed(progress(size));
      recovery.push(Date.now() - at);
      await orFailed(writers.pause());
      inFlight.push(client.inFlightAt(at));
      client.forgetAttempts();
      const findings = await verify(superuserUrl, caseId, acknowledged);
      add(sum, findings);
      const saves = acknowledged.written.reduce((all, w) => all + w.saves, 0);
      say(
        `fault ${fault} (${target}, ${killed} processes, ${inFlight.at(-1)} requests in flight): ${saves} saves and ${acknowledged.opened.size} cases acknowledged, back after ${((recovery.at(-1) ?? 0) / 1000).toFixed(1)} s; ${areNone(findings) ? 'nothing lost' : findings.examples.join('; ')}`,
      );
      if (!areNone(findings) && serverFile.includes('hasty')) break;
      writers.resume();
    }
    if (areNone(sum)) await writers.stop();
    ended = true;
    const { followed, gaps } = await follower.stop();
    sum.eventsReordered += gaps;
    const saves = acknowledged.written.reduce((all, w) => all + w.saves, 0);
    return {
      ...sum,
      crashes,
      faults: inFlight.length,
      inFlight,
      recovery,
      saves,
      opened: acknowledged.opened.size,
      followed,
      ...client.report(),
    };
  } finally {
    for (const program of programs.reverse()) await program.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

const quantile = (numbers: number[], q: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * q))] ?? 0;

export const drillKill = async ({ faults, writers, say }: Given<KillOptions>): Promise<Outcome> => {
  say('The control first: a server that acknowledges before it commits.');
  const control = await killRepeatedly({ faults: 3, writers, serverFile: '../drills/hasty-server.ts', say });
  const controlCaught = !areNone(control);
  say(controlCaught ? 'Caught, as it must be.' : 'NOT caught: this drill proves nothing.');
  const run = await killRepeatedly({ faults, writers, serverFile: './product.ts', say });
  const fewest = Math.min(...run.inFlight);
  const { examples, inFlight, recovery, firstRefusal, ...figures } = run;
  return {
    ok:
      controlCaught &&
      areNone(run) &&
      run.faults === faults &&
      fewest >= leastInFlight &&
      run.refused + run.crashes === 0,
    ...figures,
    controlCaught,
    controlLost: control.lost,
    fewestInFlight: fewest,
    medianInFlight: quantile(inFlight, 0.5),
    recoveryMs: { p50: quantile(recovery, 0.5), max: quantile(recovery, 1) },
    ...(examples.length > 0 ? { examples } : {}),
    ...(firstRefusal ? { firstRefusal } : {}),
  };
};
