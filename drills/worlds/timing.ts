// How long answers take in a world with secrets and in one without, asked in turn: does the time tell? Reported, not judged,
// unless it is grossly different.
import { randomUUID } from 'node:crypto';
import { settableClock } from '../../server/platform/clock/clock.ts';
import type { Person } from '../../server/testing/open-world.ts';
import { getVersion } from '../../shared/assessments.ts';
import { getWorkspace, listCases } from '../../shared/cases.ts';
import { getSharing, listLog } from '../../shared/sharing.ts';
import { getToday } from '../../shared/today.ts';
import { secrets } from './secrets-of-world.ts';
import type { Observer, OpenStage, Stage } from './stage.ts';

export type Timing = {
  readonly observer: Observer;
  readonly route: string;
  readonly samples: number;
  /** Milliseconds: with the secrets less without. */
  readonly difference_of_medians: number;
  readonly median_without: number;
  /** The chance that an answer with secrets took longer than one without: 0.5 tells nothing. With its 95 % interval. */
  readonly auc: number;
  readonly auc_from: number;
  readonly auc_to: number;
  readonly grossly: boolean;
};

const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
};

/** Mann and Whitney's, with the standard error of Hanley and McNeil. */
export const aucOf = (without: readonly number[], withSecrets: readonly number[]) => {
  const [n, m] = [without.length, withSecrets.length];
  let wins = 0;
  for (const a of without) for (const b of withSecrets) wins += b > a ? 1 : b === a ? 0.5 : 0;
  const auc = wins / (n * m);
  const [q1, q2] = [auc / (2 - auc), (2 * auc * auc) / (1 + auc)];
  const variance = (auc * (1 - auc) + (m - 1) * (q1 - auc * auc) + (n - 1) * (q2 - auc * auc)) / (n * m);
  const reach = 1.96 * Math.sqrt(Math.max(0, variance));
  return { auc, from: Math.max(0, auc - reach), to: Math.min(1, auc + reach) };
};

type Asked = readonly [string, (who: Person) => Promise<unknown>];

const routesOf = ({ aino }: Stage): Asked[] => {
  const params = { caseId: aino.caseId };
  const unknown = { caseId: randomUUID() };
  return [
    ['get-workspace', (who) => who.try(getWorkspace, { params })],
    ['get-workspace of nothing', (who) => who.try(getWorkspace, { params: unknown })],
    ['get-today', (who) => who.try(getToday)],
    ['list-cases', (who) => who.try(listCases)],
    ['get-sharing', (who) => who.try(getSharing, { params })],
    ['list-log', (who) => who.try(listLog, { params, query: { before: '' } })],
    [
      'get-version of nothing',
      (who) => who.try(getVersion, { params: { ...params, versionId: randomUUID() } }),
    ],
  ];
};

const took = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

const round = (number: number): number => Math.round(number * 1_000) / 1_000;

/** @param samples of each route in each world */
export const timeWorlds = async (
  open: OpenStage,
  begin: Date,
  samples: number,
  say: (words: string) => void,
): Promise<Timing[]> => {
  const stages = [await open(settableClock(begin)), await open(settableClock(begin))] as const;
  const observers = ['teacher', 'guardian', 'colleague'] as const;
  for (const secret of secrets)
    if (observers.every((name) => secret.from.includes(name))) await secret.do(stages[1]);
  const found: Timing[] = [];
  for (const observer of observers) {
    const [plain, secretive] = [routesOf(stages[0]), routesOf(stages[1])];
    for (const [n, [route]] of plain.entries()) {
      const ask = [0, 1].map(
        (w) => () => (w === 0 ? plain : secretive)[n]?.[1](stages[w as 0 | 1].observers[observer]),
      );
      const times: [number[], number[]] = [[], []];
      for (let k = -3; k < samples; k += 1)
        // Which world is asked first changes from one time to the next.
        for (const w of k % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
          const ms = await took(async () => ask[w]?.());
          if (k >= 0) times[w].push(ms);
        }
      const { auc, from, to } = aucOf(...times);
      const difference = median(times[1]) - median(times[0]);
      found.push({
        observer,
        route,
        samples,
        difference_of_medians: round(difference),
        median_without: round(median(times[0])),
        auc: round(auc),
        auc_from: round(from),
        auc_to: round(to),
        // Told apart nine times in ten, by as much as somebody could measure over a network.
        grossly: (from > 0.9 || to < 0.1) && Math.abs(difference) > 5,
      });
    }
    say(`timing as the ${observer}: ${found.filter((one) => one.observer === observer).length} routes`);
  }
  return found;
};
