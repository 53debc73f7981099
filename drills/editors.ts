// `npm run drill -- editors`: random schedules of people who write one text at once, over the real rooms, desks and
// synchronisation, while everything around them breaks. All must end with the same text, and nothing that was acknowledged
// may be missing. A control whose tables say "written" before they have written must be caught.
import { Worker } from 'node:worker_threads';
import type { Outcome } from '../bench/outcome.ts';
import { type Found, runSchedule } from './editors/schedule.ts';
import type { EditorsOptions } from './options.ts';

type Sum = Found & { readonly schedules: number; readonly broken: readonly number[] };
export type Share = { readonly from: number; readonly schedules: number; readonly editors: number };

const nothing: Sum = { schedules: 0, divergences: 0, lost: 0, unsettled: 0, acknowledged: 0, broken: [] };
const added = (a: Sum, b: Sum): Sum => ({
  schedules: a.schedules + b.schedules,
  divergences: a.divergences + b.divergences,
  lost: a.lost + b.lost,
  unsettled: a.unsettled + b.unsettled,
  acknowledged: a.acknowledged + b.acknowledged,
  broken: [...a.broken, ...b.broken],
});

/** So many schedules, one after the other, with seeds from the first one on. */
export const runShare = async ({ from, schedules, editors }: Share, forgetful = false): Promise<Sum> => {
  let sum = nothing;
  for (let seed = from; seed < from + schedules; seed += 1) {
    const found = await runSchedule(seed, { editors, forgetful });
    const bad = found.divergences + found.lost + found.unsettled > 0;
    sum = added(sum, { ...found, schedules: 1, broken: bad ? [seed] : [] });
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

export const drillEditors = async ({
  schedules,
  editors,
  seed,
  say,
}: Omit<EditorsOptions, 'json'> & { readonly say: (words: string) => void }): Promise<Outcome> => {
  const began = Date.now();
  const half = Math.ceil(schedules / 2);
  const shares =
    schedules <= fewSchedules
      ? [{ from: seed, schedules, editors }]
      : [
          { from: seed, schedules: half, editors },
          { from: seed + half, schedules: schedules - half, editors },
        ];
  const sums = await Promise.all(
    shares.map((share) => (shares.length === 1 ? runShare(share) : inWorker(share))),
  );
  const { broken, ...sum } = sums.reduce(added, nothing);
  say(`${sum.schedules} schedules of ${editors} editors in ${Math.round((Date.now() - began) / 1_000)} s:`);
  say(`${sum.acknowledged} updates acknowledged, ${sum.lost} lost, ${sum.divergences} divergences.`);
  if (broken.length > 0) say(`To look at again: --schedules 1 --seed ${broken.slice(0, 10).join(', ')}`);
  const control = await runShare({ from: seed, schedules: controlSchedules, editors }, true);
  const controlCaught = control.lost > 0 || control.divergences > 0;
  say(
    controlCaught
      ? `The control, which says "written" before it is, was caught: ${control.lost} lost, ${control.divergences} divergences.`
      : 'The control was NOT caught: the drill proves nothing.',
  );
  const ok = broken.length === 0 && sum.acknowledged > 0 && controlCaught;
  return { ok, ...sum, controlCaught, control_lost: control.lost, control_divergences: control.divergences };
};
