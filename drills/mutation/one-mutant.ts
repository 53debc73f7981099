// A process in which the server runs with one of its rules taken away. What costs least is asked first: the rules
// themselves, then the app; at the first difference from the table it says so and ends.
import type { Tally } from '../matrix/tally.ts';
import type { SavedRegion } from './saved-region.ts';

export type Order = {
  readonly database: { readonly url: string; readonly superuserUrl: string };
  readonly secretKey: string;
  readonly saved: SavedRegion;
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

const walkApp = async ({ database, secretKey, saved }: Order): Promise<string | null> => {
  const { openWorld } = await import('../../server/testing/open-world.ts');
  const { walkAsked } = await import('../matrix/walk-reading.ts');
  const { walkRoutes } = await import('../matrix/walk-routes.ts');
  const { takeUp } = await import('./saved-region.ts');
  const ends: (() => Promise<void>)[] = [];
  const world = await openWorld(
    database,
    { secretKey: Buffer.from(secretKey, 'base64') },
    (end) => void ends.push(end),
  );
  try {
    const prepared = takeUp(world, saved);
    const walks = [
      () => walkRoutes(world, prepared.region, 'agreed', true),
      () => walkRoutes(world, prepared.region, 'closed', true),
      () => walkAsked(prepared, 'snapshot', ['bare', 'agreed', 'closed', 'forbidden']),
    ];
    for (const walk of walks) {
      const caught = first(await walk());
      if (caught !== null) return caught;
    }
    return null;
  } finally {
    for (const end of ends) await end();
  }
};

process.once('message', (order: Order) => {
  const walked = askRules(order.saved).then((caught) => caught ?? walkApp(order));
  walked
    .catch((error: Error) => `broke: ${error.message}`)
    .then((caught) => process.send?.({ caught }, () => process.exit(0)));
});
