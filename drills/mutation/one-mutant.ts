// A process in which the server runs with one of its rules taken away, and the matrix is walked until it differs from the
// table. Says as JSON what it found.
import { openWorld } from '../../server/testing/open-world.ts';
import { walkAsked } from '../matrix/walk-reading.ts';
import { walkRoutes } from '../matrix/walk-routes.ts';
import { type SavedRegion, takeUp } from './saved-region.ts';

export type Order = {
  readonly database: { readonly url: string; readonly superuserUrl: string };
  readonly secretKey: string;
  readonly saved: SavedRegion;
};
export type Found = { readonly caught: string | null };

const walkUntilCaught = async ({ database, secretKey, saved }: Order): Promise<Found> => {
  const ends: (() => Promise<void>)[] = [];
  const world = await openWorld(
    database,
    { secretKey: Buffer.from(secretKey, 'base64') },
    (end) => void ends.push(end),
  );
  try {
    const prepared = takeUp(world, saved);
    const walks = [
      () => walkAsked(prepared, 'snapshot'),
      () => walkRoutes(world, prepared.region, 'agreed', true),
      () => walkRoutes(world, prepared.region, 'closed', true),
    ];
    for (const walk of walks) {
      const { examples } = await walk();
      if (examples[0] !== undefined) return { caught: examples[0] };
    }
    return { caught: null };
  } finally {
    for (const end of ends) await end();
  }
};

process.once('message', (order: Order) => {
  walkUntilCaught(order).then(
    (found) => process.send?.(found, () => process.exit(0)),
    (error: Error) => process.send?.({ caught: `broke: ${error.message}` }, () => process.exit(0)),
  );
});
