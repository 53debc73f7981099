// `npm run drill -- editors`: random schedules of people who write at once, over the real rooms, desks and synchronisation, while
// everything around them breaks: one answer that all write, or the sections of a memo, each of its own audience. All who may
// read must end with the same text, nothing that was acknowledged may be missing, and nobody may be sent what is not theirs.
// Controls that are wrong on purpose must be caught: tables that say "written" before they have written, that go on letting in
// whoever was let in once, or that mix up two sections.
import { Worker } from 'node:worker_threads';
import { BadArguments, type Outcome } from '../bench/outcome.ts';
import { runMemoSchedule } from './editors/memo-schedule.ts';
import { type Found, type Given, runSchedule } from './editors/schedule.ts';
import type { EditorsOptions } from './options.ts';

type On = 'answers' | 'memos' | 'both';
type Sum = Found & { readonly schedules: number; readonly memos: number; readonly broken: readonly number[] };
export type Share = {
  readonly from: number;
  readonly schedules: number;
  readonly editors: number;
  readonly on: On;
};

const nothing: Sum = {
  schedules: 0,
  memos: 0,
  divergences: 0,
  lost: 0,
  unsettled: 0,
  leaks: 0,
  strays: 0,
  acknowledged: 0,
  shownOut: 0,
  broken: [],
};
const added = (a: Sum, b: Sum): Sum => ({
  schedules: a.schedules + b.schedules,
  memos: a.memos + b.memos,
  divergences: a.divergences + b.divergences,
  lost: a.lost + b.lost,
  unsettled: a.unsettled + b.unsettled,
  leaks: a.leaks + b.leaks,
  strays: a.strays + b.strays,
  acknowledged: a.acknowledged + b.acknowledged,
  shownOut: a.shownOut + b.shownOut,
  broken: [...a.broken, ...b.broken],
});

/** Every second one is a memo, where both are run: a seed says all of its schedule. */
const isMemo = (seed: number, on: On): boolean => (on === 'both' ? seed % 2 === 0 : on === 'memos');

/** So many schedules, one after the other, with seeds from the first one on. */
export const runShare = async (
  { from, schedules, editors, on }: Share,
  wrong: Given['wrong'] = null,
): Promise<Sum> => {
  let sum = nothing;
  for (let seed = from; seed < from + schedules; seed += 1) {
    const memo = isMemo(seed, on);
    const found = await (memo ? runMemoSchedule : runSchedule)(seed, { editors, wrong });
    const bad = found.divergences + found.lost + found.unsettled + found.leaks + found.strays > 0;
    sum = added(sum, { ...found, schedules: 1, memos: memo ? 1 : 0, broken: bad ? [seed] : [] });
  }
  return sum;
};

const inWorker = (share: Share): Promise<Sum> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./editors/worker.ts', import.meta.url), { workerData: share });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

/** Small enough to run in one thread. */
const fewSchedules = 200;
const controlSchedules = 20;

/** What is wrong on purpose, where that can be, and whether it was found. */
const controls: readonly {
  readonly wrong: Exclude<Given['wrong'], null>;
  readonly on: 'answers' | 'memos';
  readonly what: string;
  readonly caught: (sum: Sum) => boolean;
}[] = [
  {
    wrong: 'forgetful',
    on: 'answers',
    what: 'which says "written" before it is',
    caught: ({ lost, divergences }) => lost + divergences > 0,
  },
  {
    wrong: 'forgetful',
    on: 'memos',
    what: 'which does so in a memo',
    caught: ({ lost, divergences }) => lost + divergences > 0,
  },
  {
    wrong: 'trusting',
    on: 'memos',
    what: 'which goes on giving to whoever lost the right',
    caught: ({ leaks }) => leaks > 0,
  },
  {
    wrong: 'crossing',
    on: 'memos',
    what: 'which mixes up two sections',
    caught: ({ strays }) => strays > 0,
  },
];

const whichOf = (on: string): On => {
  if (on === 'answers' || on === 'memos' || on === 'both') return on;
  throw new BadArguments(`--on takes answers, memos or both, not "${on}".`);
};

export const drillEditors = async ({
  schedules,
  editors,
  seed,
  on: given,
  say,
}: Omit<EditorsOptions, 'json'> & { readonly say: (words: string) => void }): Promise<Outcome> => {
  const began = Date.now();
  const on = whichOf(given);
  const half = Math.ceil(schedules / 2);
  const shares =
    schedules <= fewSchedules
      ? [{ from: seed, schedules, editors, on }]
      : [
          { from: seed, schedules: half, editors, on },
          { from: seed + half, schedules: schedules - half, editors, on },
        ];
  const sums = await Promise.all(
    shares.map((share) => (shares.length === 1 ? runShare(share) : inWorker(share))),
  );
  const { broken, ...sum } = sums.reduce(added, nothing);
  const seconds = Math.round((Date.now() - began) / 1_000);
  say(`${sum.schedules} schedules of ${editors} editors, ${sum.memos} of them of memos, in ${seconds} s:`);
  say(
    `${sum.acknowledged} updates acknowledged, ${sum.lost} lost, ${sum.divergences} divergences, ${sum.unsettled} unsettled; ${sum.leaks} frames to somebody who may not read them (${sum.shownOut} places lost in mid-writing), ${sum.strays} texts with another’s letters.`,
  );
  if (broken.length > 0)
    say(`To look at again: --on ${on} --schedules 1 --seed ${broken.slice(0, 10).join(', ')}`);
  const tried = controls.filter((control) => on === 'both' || control.on === on);
  let caught = 0;
  for (const control of tried) {
    const share = { from: seed, schedules: controlSchedules, editors, on: control.on };
    const found = await runShare(share, control.wrong);
    if (control.caught(found)) caught += 1;
    const figures = `${found.lost} lost, ${found.divergences} divergences, ${found.leaks} leaks, ${found.strays} strays`;
    say(
      control.caught(found)
        ? `The control ${control.what}, was caught: ${figures}.`
        : `The control ${control.what}, was NOT caught: the drill proves nothing. ${figures}.`,
    );
  }
  const controlCaught = caught === tried.length;
  const ok = broken.length === 0 && sum.acknowledged > 0 && controlCaught;
  return { ok, ...sum, controls: tried.length, controlCaught };
};
