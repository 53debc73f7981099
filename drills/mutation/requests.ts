// What says who may see and do what with requests for advice and what stands beside them, taken away one at a time: the matrices that
// ask the database alone must notice each.
import type { World } from '../../server/testing/open-world.ts';
import { walkFilesRingTwo } from '../matrix/attachment-walk.ts';
import { walkBundlesRingTwo } from '../matrix/bundle-walk.ts';
import { acts } from '../matrix/consultation-rules.ts';
import { walkRingTwo } from '../matrix/consultation-walk.ts';
import { walkTogetherRingTwo } from '../matrix/joint-answer-walk.ts';
import type { PlacedRequests } from '../matrix/place-requests.ts';
import type { RequestAttempt } from '../matrix/request-attempt.ts';
import { createTally, Noticed, type Tally } from '../matrix/tally.ts';
import { requestAttempts, walkRequests } from '../matrix/walk-requests.ts';
import { walkWelfareRingTwo } from '../matrix/welfare-walk.ts';
import type { SqlVerdict } from './ring-two.ts';
import type { SqlMutant } from './sql-mutants.ts';

type Walk = {
  /** What it is about: the mutants that it is asked of first. */
  readonly about: RegExp;
  readonly walk: (tally: Tally) => Promise<unknown>;
};

/** The first cell that differs; null when none does. */
const first = async ({ walk }: Walk): Promise<string | null> => {
  const tally = createTally(true);
  try {
    await walk(tally);
    return null;
  } catch (error) {
    if (error instanceof Noticed) return tally.examples[0] ?? 'noticed';
    return `broke: ${(error as Error).message}`;
  }
};

type Somewhere = { readonly world: World; readonly placed: PlacedRequests };

/** What costs least, and speaks of the mutant, first. Whatever walks leave behind is in a world of theirs. */
const walksFor = (
  { world, placed }: Somewhere,
  elsewhere: Somewhere | null,
  { name, about, line }: SqlMutant,
): Walk[] => {
  const speaksOfIt = ({ tries, given = '', leaves = '' }: RequestAttempt) =>
    about.some((word) => `${tries} ${given} ${leaves}`.includes(word));
  const attempts = (among: readonly RequestAttempt[]): Walk => ({
    about: /./,
    walk: (tally) => walkRequests(world, placed, tally, among),
  });
  const rest = attempts(requestAttempts.filter((attempt) => !speaksOfIt(attempt)));
  const first = attempts(requestAttempts.filter(speaksOfIt));
  if (elsewhere === null) return [first, rest];
  const {
    world: other,
    placed: { cast, bundle, notificationId },
  } = elsewhere;
  const acted = acts.filter((act) => line.includes(`'${act}'`));
  const walks: Walk[] = [
    {
      about: /welfare|notification/,
      walk: (tally) => walkWelfareRingTwo(other, cast, notificationId, tally),
    },
    { about: /bundle/, walk: (tally) => walkBundlesRingTwo(other, bundle, tally) },
    { about: /attachment/, walk: (tally) => walkFilesRingTwo(other, cast, tally) },
    { about: /joint|document|answering/, walk: (tally) => walkTogetherRingTwo(other, cast, tally) },
    { about: /./, walk: (tally) => walkRingTwo(other, cast, tally) },
  ];
  const concerned = walks.filter((one) => one.about.test(name));
  return [
    first,
    ...(acted.length > 0
      ? [{ about: /./, walk: (tally: Tally) => walkRingTwo(other, cast, tally, acted) }]
      : []),
    ...concerned,
    rest,
    ...walks.filter((one) => !concerned.includes(one)),
  ];
};

/** @param elsewhere where the walks are made; without it only attempts are */
export const takeRequestsApart = async (
  here: Somewhere,
  elsewhere: Somewhere | null,
  mutants: readonly SqlMutant[],
  say: (words: string) => void,
): Promise<SqlVerdict[]> => {
  const worlds = [here.world, ...(elsewhere ? [elsewhere.world] : [])];
  const inAll = async (sql: string): Promise<void> => {
    for (const world of worlds) await world.superuser(sql);
  };
  const verdicts: SqlVerdict[] = [];
  for (const mutant of mutants) {
    let caught: string | null = await inAll(mutant.apply).then(
      () => null,
      (error: Error) => `not made: ${error.message}`,
    );
    if (caught === null) {
      for (const walk of walksFor(here, elsewhere, mutant)) caught ??= await first(walk);
      await inAll(mutant.revert);
    }
    verdicts.push({ mutant, caught });
    say(`${caught === null ? 'NOT caught' : 'caught'}: ${mutant.name}${caught ? ` (${caught})` : ''}`);
  }
  return verdicts;
};
