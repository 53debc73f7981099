// Fills an empty demo installation: the region, its people, and six children in different stages.
import { randomBytes } from 'node:crypto';
import { buildApp } from '../app.ts';
import type { Config } from '../config.ts';
import { addAffiliation, addAgency, addPerson } from '../people/register.ts';
import { settableClock } from '../platform/clock/clock.ts';
import { openDatabase, openPool } from '../platform/db/pool.ts';
import { asPerson, type Tx } from '../platform/db/transaction.ts';
import { deriveSecrets } from '../platform/http/secrets.ts';
import { type AgencyName, agencies, people, region, type SignInName } from './region.ts';
import { stories } from './stories/index.ts';
import { createStoryteller } from './storyteller.ts';

export const demoPassword = 'rinki-demo';
const yearMs = 365 * 24 * 3_600_000;

const populate = async (
  tx: Tx,
): Promise<Record<SignInName, { id: string; affiliationId: string | null }>> => {
  const agencyIds = new Map<AgencyName, string>();
  for (const [name, agency] of Object.entries(agencies)) {
    agencyIds.set(name as AgencyName, await addAgency(tx, { ...agency, region }));
  }
  const ids: Partial<Record<SignInName, { id: string; affiliationId: string | null }>> = {};
  for (const [signInName, person] of Object.entries(people)) {
    const id = await addPerson(tx, {
      signInName,
      name: person.name,
      givenName: person.name.split(' ')[0] ?? person.name,
      family: person.affiliation === null,
      language: person.language,
      email: `${signInName}@example.org`,
      password: demoPassword,
      mustChange: false,
    });
    const [agency, profession] = person.affiliation ?? [null, null];
    const agencyId = agency === null ? undefined : agencyIds.get(agency);
    const affiliationId = agencyId && profession ? await addAffiliation(tx, id, agencyId, profession) : null;
    ids[signInName as SignInName] = { id, affiliationId };
  }
  return ids as Record<SignInName, { id: string; affiliationId: string | null }>;
};

/** Does nothing where there is an agency already. */
export const seed = async (given: { url: string; config: Config; today?: Date }): Promise<void> => {
  const pools = {
    app: openPool({ url: given.url, role: 'rinki_app', max: 4 }),
    gateway: openPool({ url: given.url, role: 'rinki_gateway', max: 2 }),
    jobs: openPool({ url: given.url, role: 'rinki_jobs', max: 2 }),
  };
  const db = openDatabase(pools.app);
  try {
    if (await db.selectFrom('agencies').select('id').limit(1).executeTakeFirst()) return;
    const today = given.today ?? new Date();
    const clock = settableClock(new Date(today.getTime() - yearMs));
    const ids = await asPerson(db, null, clock.imposed(), 'read committed', populate);
    const secretKey = randomBytes(32);
    const config = { ...given.config, logLevel: 'silent' as const, publicOrigin: 'http://localhost:3000' };
    const app = await buildApp({ config, pools, secretKey, clientFolder: undefined, clock });
    const teller = createStoryteller({
      app,
      db,
      secrets: deriveSecrets(secretKey),
      origin: config.publicOrigin,
      clock,
      today,
      ids,
    });
    try {
      for (const tell of stories) await tell(teller);
    } finally {
      await app.close();
    }
  } finally {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
  }
};
