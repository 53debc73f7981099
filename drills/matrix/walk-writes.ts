// Tries every statement of the table of writes as everybody, each in a transaction that is rolled back.
import type { World } from '../../server/testing/open-world.ts';
import { askedAttempts } from './asked-rules.ts';
import type { Attempt } from './attempt.ts';
import { everybody, type Who } from './cast.ts';
import { circumstanceAttempts } from './circumstance-rules.ts';
import { type Acting, type DisguiseName, disguiseNames, disguises } from './disguises.ts';
import { joiningAttempts } from './joining-rules.ts';
import { linkAttempts } from './link-rules.ts';
import { openingAttempts } from './opening-rules.ts';
import { ownAttempts } from './own-rules.ts';
import type { Region } from './people.ts';
import { type PlacedForWrites, placeOwn } from './place-own.ts';
import { createTally, look, type Tally } from './tally.ts';
import { type Behind, rolledBack, tryStatement, withBehind } from './try-statement.ts';
import { placeForRoutes } from './walk-routes.ts';
import { attempts } from './write-rules.ts';

export const allAttempts: readonly Attempt[] = [
  ...attempts,
  ...ownAttempts,
  ...joiningAttempts,
  ...openingAttempts,
  ...circumstanceAttempts,
  ...linkAttempts,
  ...askedAttempts,
];

/** What the statements are about. */
export const placeForWrites = async (world: World, region: Region): Promise<PlacedForWrites> =>
  placeOwn(world, region, await placeForRoutes(world, region, 'agreed'));

/**
 * @param enough stops after somebody of whom an attempt differs from the table
 * @param among those of the attempts that are made; all unless said
 */
export const walkWrites = async (
  world: World,
  region: Region,
  placed: PlacedForWrites,
  { enough = false, among = allAttempts }: { enough?: boolean; among?: readonly Attempt[] } = {},
): Promise<Tally> => {
  const tally = createTally();
  const walk = async (
    behind: Behind,
    who: Who,
    as: Acting,
    attempts: readonly Attempt[],
    expected: (attempt: Attempt) => boolean,
    how = '',
  ): Promise<void> => {
    for (const attempt of attempts) {
      const done = await tryStatement(behind, region, placed, as, who, attempt);
      look(tally, expected(attempt), done, () => `${who} ${attempt.says}${how}`);
    }
  };
  const undisguised = async (behind: Behind, who: Who): Promise<void> => {
    const theirs = among.filter(({ asked }) => !asked || asked.includes(who));
    await walk(behind, who, region.people[who], theirs, ({ may }) => may.includes(who));
  };
  const disguised = async (behind: Behind, who: Who, name: DisguiseName): Promise<void> => {
    const theirs = among.filter(({ may }) => may.includes(who));
    const as = theirs.length > 0 ? await disguises[name].puts(behind, region.people[who]) : null;
    if (as)
      await walk(
        behind,
        who,
        as,
        theirs,
        ({ even }) => even?.[name]?.includes(who) === true,
        `, ${disguises[name].says}`,
      );
  };
  await withBehind(world, async (behind) => {
    for (const how of [undefined, ...disguiseNames]) {
      for (const who of everybody) {
        await rolledBack(behind, () =>
          how === undefined ? undisguised(behind, who) : disguised(behind, who, how),
        );
        if (enough && tally.mismatches > 0) return;
      }
    }
  });
  return tally;
};
