// Live delivery (target P1): how long from the commit of an event until each member has it, whether anything is lost, and
// whether anybody gets what is not theirs; beside a bare program that sends to whoever asked.
import { randomBytes } from 'node:crypto';
import { deriveSecrets } from '../server/platform/http/secrets.ts';
import { freePort } from '../server/testing/free-port.ts';
import type { Author, Gather, Gathered, Heard, Watcher, Write } from './crowd.ts';
import { addLiveCases, type LiveData, liveToken, membersOfCase } from './live-data.ts';
import type { LiveOptions } from './live-options.ts';
import { BadArguments, type Given, type Outcome } from './outcome.ts';
import { type Program, startProgram } from './processes.ts';
import { type Copy, openRegion, withClient } from './region.ts';
import { smallRegion } from './region-sql.ts';

/** P1: p99 at most this many milliseconds, or at least half as fast as the floor on this machine. */
const wantedP99 = 10;
const wantedRatio = 0.5;

const round = (number: number, digits = 2): number => Number(number.toFixed(digits));
const quantile = (sorted: Float64Array, q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
const keyOf = ({ entryId, rev }: { entryId: string; rev: number }): string => `${entryId} ${rev}`;

type Commits = ReadonlyMap<string, number>;

/** PostgreSQL's own word on when each event was committed, on the clock of this machine. */
const commitsOf = (copy: Copy, floor: boolean): Promise<Commits> =>
  withClient(copy.superuserUrl, async (client) => {
    const at = 'extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000 as at';
    const { rows } = await client.query<{ entryId: string; rev: number; at: string }>(
      floor
        ? `select entry_id as "entryId", rev, ${at} from floor_events`
        : `select payload ->> 'entryId' as "entryId", (payload ->> 'rev')::int as rev, ${at} from events where kind = 'entry.text-changed'`,
    );
    return new Map(rows.map((row) => [keyOf(row), Number(row.at)]));
  });

const evaluate = (heard: Heard, commits: Commits, seconds: number) => {
  const waits: number[] = [];
  const had = new Set<string>();
  let doubled = 0;
  for (const event of heard.received) {
    const one = `${keyOf(event)} ${event.watcher}`;
    if (had.has(one)) doubled += 1;
    had.add(one);
    const committed = commits.get(keyOf(event));
    if (committed !== undefined) waits.push(event.at - committed);
  }
  const due = heard.acknowledged.length * membersOfCase;
  const sorted = Float64Array.from(waits).sort();
  const actions = Float64Array.from(heard.acknowledged.map((a) => a.answered - a.asked)).sort();
  return {
    events: heard.acknowledged.length,
    eventsPerSecond: round(heard.acknowledged.length / seconds, 1),
    deliveries: had.size,
    deliveriesPerSecond: round(had.size / seconds, 0),
    lost: due - had.size,
    doubled,
    toOutsiders: heard.toOutsiders,
    closed: heard.closed,
    failures: heard.failures,
    commitToReceived: {
      p50: round(quantile(sorted, 0.5)),
      p99: round(quantile(sorted, 0.99)),
      worst: round(quantile(sorted, 1)),
    },
    answer: { p50: round(quantile(actions, 0.5)), p99: round(quantile(actions, 0.99)) },
    ...(heard.firstFailure === null ? {} : { firstFailure: heard.firstFailure }),
  };
};
export type Evaluated = ReturnType<typeof evaluate>;

const castOf = (data: LiveData, secretKey: Buffer, origin: string, floor: boolean) => {
  const secrets = deriveSecrets(secretKey);
  const as = (person: number): Record<string, string> => ({
    cookie: `rinki=${liveToken(person)}`,
    origin,
    'x-rinki-token': secrets.csrfToken(data.sessions.get(person) ?? ''),
  });
  const watchers = data.cases.flatMap(({ caseId, author }) =>
    Array.from(
      { length: membersOfCase },
      (_, j): Watcher => ({ caseId, headers: as((author + j) % data.people), member: true }),
    ),
  );
  // Each outsider asks for several cases, none of them theirs.
  const outsiders = Array.from(
    { length: data.outsiders * 10 },
    (_, i): Watcher => ({
      caseId: data.cases[(i * 7) % data.cases.length]?.caseId ?? '',
      headers: as(data.people + Math.floor(i / 10)),
      member: false,
    }),
  );
  const authors = data.cases.map(
    ({ caseId, entryId, author }): Author => ({
      entryId,
      path: `/api/entries/${entryId}/fields/narrative${floor ? `?case=${caseId}` : ''}`,
      headers: floor ? {} : as(author),
      device: floor ? '' : `device${entryId.slice(-8)}`,
    }),
  );
  return { watchers: [...watchers, ...outsiders], authors };
};

export const benchLive = async (given: Given<LiveOptions>): Promise<Outcome> => {
  const { sockets, rate, seconds, say } = given;
  if (sockets % membersOfCase !== 0 || sockets < 100 || sockets > 10_000)
    throw new BadArguments('--sockets takes a multiple of 10 from 100 to 10000.');
  const region = await openRegion(say, { ...smallRegion, cases: given.cases }, { commitTimes: true });
  const programs: Program[] = [];
  const begin = async (file: string, settings: unknown) => {
    const program = await startProgram(file, settings);
    programs.push(program);
    return program;
  };
  try {
    say(`The region took ${region.seconds.toFixed(1)} s.`);
    const copy = await region.copy('rinki_live');
    const data = await addLiveCases(copy, sockets / membersOfCase, Math.max(1, Math.floor(sockets / 200)));
    const secretKey = randomBytes(32);
    const run = async (floor: boolean): Promise<{ gathered: Gathered; rounds: Evaluated[] }> => {
      const port = await freePort();
      const program = floor
        ? await begin('./live-floor.ts', { url: copy.superuserUrl })
        : await begin('./product.ts', { url: copy.url, secretKey: secretKey.toString('base64'), port });
      const crowd = await begin('./crowd.ts', {});
      const cast = castOf(data, secretKey, `http://localhost:${port}`, floor);
      const gathered = await crowd.ask<Gathered>({
        do: 'gather',
        port: program.port,
        floor,
        watchers: cast.watchers,
      } satisfies Gather);
      say(
        `${floor ? 'floor' : 'product'}: ${gathered.watching} sockets watch after ${gathered.seconds.toFixed(1)} s, ${gathered.turnedAway} were turned away`,
      );
      const rounds: Evaluated[] = [];
      await crowd.ask<Heard>({
        do: 'write',
        authors: cast.authors,
        perSecond: rate,
        seconds: 3,
      } satisfies Write);
      for (let i = 0; i < given.rounds; i += 1) {
        const heard = await crowd.ask<Heard>({
          do: 'write',
          authors: cast.authors,
          perSecond: rate,
          seconds,
        } satisfies Write);
        const round = evaluate(heard, await commitsOf(copy, floor), seconds);
        rounds.push(round);
        say(
          `  ${round.eventsPerSecond} events/s, ${round.deliveriesPerSecond} deliveries/s, commit to received p50 ${round.commitToReceived.p50} ms, p99 ${round.commitToReceived.p99} ms; lost ${round.lost}, to outsiders ${round.toOutsiders}${round.firstFailure ? `; ${round.failures} failures: ${round.firstFailure}` : ''}`,
        );
      }
      await crowd.stop();
      await program.stop();
      return { gathered, rounds };
    };
    const floor = await run(true);
    const product = await run(false);
    const medianOf = (rounds: Evaluated[], of: (e: Evaluated) => number) =>
      rounds.map(of).sort((a, b) => a - b)[rounds.length >> 1] ?? Number.NaN;
    const sum = (rounds: Evaluated[]) => ({
      eventsPerSecond: medianOf(rounds, (e) => e.eventsPerSecond),
      deliveriesPerSecond: medianOf(rounds, (e) => e.deliveriesPerSecond),
      p50: medianOf(rounds, (e) => e.commitToReceived.p50),
      p99: medianOf(rounds, (e) => e.commitToReceived.p99),
      p99Spread: [
        Math.min(...rounds.map((e) => e.commitToReceived.p99)),
        Math.max(...rounds.map((e) => e.commitToReceived.p99)),
      ],
      lost: rounds.reduce((all, e) => all + e.lost, 0),
      doubled: rounds.reduce((all, e) => all + e.doubled, 0),
      toOutsiders: Math.max(...rounds.map((e) => e.toOutsiders)),
      failures: rounds.reduce((all, e) => all + e.failures, 0),
      closed: Math.max(...rounds.map((e) => e.closed)),
    });
    const [bare, own] = [sum(floor.rounds), sum(product.rounds)];
    const ratio = round(bare.p99 / own.p99, 3);
    const sound =
      own.lost + own.doubled + own.toOutsiders + own.failures + own.closed === 0 &&
      product.gathered.watching === sockets;
    const keptUp = own.eventsPerSecond >= rate * 0.95;
    return {
      ok: sound && keptUp && (own.p99 <= wantedP99 || ratio >= wantedRatio),
      sockets,
      rate,
      seconds,
      rounds: given.rounds,
      outsiders: product.gathered.turnedAway,
      gatherSeconds: round(product.gathered.seconds, 1),
      sound,
      keptUp,
      p99Ratio: ratio,
      deliveriesRatio: round(own.deliveriesPerSecond / bare.deliveriesPerSecond, 3),
      product: own,
      floor: bare,
    };
  } finally {
    for (const program of programs) await program.stop();
    await region.stop();
  }
};
