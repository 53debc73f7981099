// How long each drill is when nobody says otherwise.
/** `sample`: each kind of event under some audiences only, as `npm test` does it. */
export const matrixDefaults = { json: false, sample: false };
export type MatrixOptions = typeof matrixDefaults;
/** So many of each ring, evenly from all there are, beginning where the seed says. */
export const mutationDefaults = { json: false, mutants: 10_000, seed: 0 };
export type MutationOptions = typeof mutationDefaults;
/** `timings`: how often each route is asked in each world for the statistic of the times. */
export const twoWorldsDefaults = { json: false, rounds: 1, timings: 60 };
export type TwoWorldsOptions = typeof twoWorldsDefaults;
export const ringsDefaults = { json: false, worlds: 10_000, seed: 20_261_125 };
export type RingsOptions = typeof ringsDefaults;
/** `rounds`: so many ends of each kind; `writes`: saves a second by others, all cases together. */
export const revocationDefaults = { json: false, rounds: 25, writes: 100 };
export type RevocationOptions = typeof revocationDefaults;
