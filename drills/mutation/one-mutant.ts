// A process in which the server runs with one of its rules taken away. What costs least is asked first: the rules
// themselves, then the app; at the first difference from the table it says so and ends.
import type { Tally } from '../matrix/tally.ts';
import type { SavedRegion } from './saved-region.ts';

export type Order = {
  readonly database: { readonly url: string; readonly superuserUrl: string };
  readonly secretKey: string;
  readonly saved: SavedRegion;
  /** What of the app notices the rule, if anything does: all of it, “View as”, or what is shared under turvakielto. */
  readonly asks: 'everything' | 'viewing' | 'telling';
  /** Only the rules are asked, and no app is opened. */
  readonly rulesOnly: boolean;
};
export type Found = { readonly caught: string | null };

const first = ({ examples }: Tally): string | null => examples[0] ?? null;

const askRules = async ({ sessions, agencyIds, cases, facts }: SavedRegion): Promise<string | null> => {
  const { walkRules } = await import('../matrix/walk-rules.ts');
  const people = Object.fromEntries(
    Object.entries(sessions).map(([who, { session }]) => [
      who,
      { id: session.personId, affiliationId: session.affiliation?.id ?? null },
    ]),
  ) as Parameters<typeof walkRules>[0]['region']['people'];
  return first(walkRules({ region: { people, agencyIds }, cases, facts, at: Date.now() }, true));
};

const walkApp = async (order: Order): Promise<string | null> => {
  const { openWorld } = await import('../../server/testing/open-world.ts');
  const { walkAsked } = await import('../matrix/walk-reading.ts');
  const { walkDoor } = await import('../matrix/walk-door.ts');
  const { placeForRoutes, walkRoutes } = await import('../matrix/walk-routes.ts');
  const { walkTelling } = await import('../matrix/walk-telling.ts');
  const { walkViewing } = await import('../matrix/walk-viewing.ts');
  const { takeUp } = await import('./saved-region.ts');
  const { database, secretKey, saved } = order;
  const ends: (() => Promise<void>)[] = [];
  const world = await openWorld(
    database,
    { secretKey: Buffer.from(secretKey, 'base64') },
    (end) => void ends.push(end),
  );
  try {
    const prepared = takeUp(world, saved);
    const { region } = prepared;
    const walks: Readonly<Record<Order['asks'], readonly (() => Promise<Tally>)[]>> = {
      everything: [
        async () => walkDoor(world, region, await placeForRoutes(world, region, 'agreed')),
        () => walkRoutes(world, region, 'agreed', true),
        () => walkRoutes(world, region, 'closed', true),
        () => walkAsked(prepared, 'snapshot', ['bare', 'agreed', 'closed', 'forbidden']),
      ],
      viewing: [() => walkViewing(prepared, ['agreed', 'hidden'], true)],
      telling: [
        () => walkTelling(world, region, 'hidden'),
        () => walkTelling(world, region, 'hiddenButTold'),
      ],
    };
    for (const walk of walks[order.asks]) {
      const caught = first(await walk());
      if (caught !== null) return caught;
    }
    return null;
  } finally {
    for (const end of ends) await end();
  }
};

process.once('message', (order: Order) => {
  const walked = askRules(order.saved).then((caught) => caught ?? (order.rulesOnly ? null : walkApp(order)));
  walked
    .catch((error: Error) => `broke: ${error.message}`)
    .then((caught) => process.send?.({ caught }, () => process.exit(0)));
});
