// How long each drill is when nobody says otherwise.
export const anonymityDefaults = { json: false };
export type AnonymityOptions = typeof anonymityDefaults;
/** `runs`: so many requests, each with up to forty commands; the first begins where the seed says. */
export const consultationModelDefaults = { json: false, runs: 1_000, seed: 1 };
export type ConsultationModelOptions = typeof consultationModelDefaults;
/** `sample`: each kind of event under some audiences only, as `npm test` does it. */
export const matrixDefaults = { json: false, sample: false };
export type MatrixOptions = typeof matrixDefaults;
/** So many of each ring, evenly from all there are, beginning where the seed says. */
/** `mutants`: so many of each ring; `ring`: of one alone, 0 of both; `of`: those in whose name this stands; `from`: from the nth on. */
export const mutationDefaults = { json: false, mutants: 10_000, seed: 0, ring: 0, of: '', from: 1 };
export type MutationOptions = typeof mutationDefaults;
/** `timings`: how often each route is asked in each world for the statistic of the times. */
export const twoWorldsDefaults = { json: false, rounds: 1, timings: 60 };
export type TwoWorldsOptions = typeof twoWorldsDefaults;
export const ringsDefaults = { json: false, worlds: 10_000, seed: 20_261_125 };
export type RingsOptions = typeof ringsDefaults;
/** `rounds`: so many ends of each kind; `writes`: saves a second by others, all cases together. */
export const revocationDefaults = { json: false, rounds: 25, writes: 100 };
export type RevocationOptions = typeof revocationDefaults;
/** `seed`: of the first schedule; each has the next number. `on`: answers, memos, or both by turns. */
export const editorsDefaults = { json: false, schedules: 10_000, editors: 8, seed: 1, on: 'both' };
export type EditorsOptions = typeof editorsDefaults;
/** `of`: of the journeys those in whose file name this stands. */
export const looksDefaults = { json: false, of: '' };
export type LooksOptions = typeof looksDefaults;
/** `meetings`: so many whole ones; `seed`: of their course. */
export const visitorDefaults = { json: false, meetings: 40, seed: 1 };
export type VisitorOptions = typeof visitorDefaults;
/** `meetings`: so many, each with so many `acts` tried on it; the first begins where the seed says. */
export const hintsDefaults = { json: false, meetings: 20, acts: 120, seed: 1 };
export type HintsOptions = typeof hintsDefaults;
