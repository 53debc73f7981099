// What every route asks before it asks about rights: that somebody is signed in, and that what changes something says by
// which key it is known again.
import type { World } from '../../server/testing/open-world.ts';
import type { Region } from './people.ts';
import type { Placed } from './samples.ts';
import { sampleFor } from './samples.ts';
import { createTally, look, type Tally } from './tally.ts';
import { walkedRoutes } from './walk-routes.ts';

/** They only ask, though by POST: what they ask with is long, or nobody else's to see in an address. */
const asking = ['preview-custody', 'preview-audience', 'poll-live'];
const origin = 'http://localhost:3000';

export const walkDoor = async (world: World, region: Region, placed: Placed): Promise<Tally> => {
  const tally = createTally();
  for (const route of walkedRoutes) {
    if (route.public) continue;
    const { cookie, session } =
      region.people[route.who === 'administrator' ? 'administrator' : 'responsible'];
    const { params, query, body } = sampleFor(route, region, placed) as Record<
      string,
      Record<string, string>
    >;
    const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => params?.[name] ?? name);
    const url = `${path}?${new URLSearchParams(query)}`;
    const { method } = route;
    const reads = method === 'GET';
    const known = reads ? {} : { cookie, 'x-rinki-token': session.csrfToken };
    const payload = reads ? {} : { payload: body ?? {} };
    const { statusCode } = await world.app.inject({ method, url, headers: { origin, ...known }, ...payload });
    const expected = reads ? 401 : asking.includes(route.id) ? 200 : 400;
    look(tally, expected, statusCode, () => `${route.id} ${reads ? 'by nobody' : 'without a key'}`);
  }
  return tally;
};
