// A small region: the real app on a real database, people who can sign in, and typed calls as each of them. Knows
// nothing of tests; drills use it too.
import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import type { z } from 'zod';
import type { Route } from '../../shared/route.ts';
import { chooseAffiliation, type Session, signIn } from '../../shared/sessions.ts';
import type { AgencyKind, Profession } from '../../shared/vocabulary.ts';
import { buildApp } from '../app.ts';
import { readConfig } from '../config.ts';
import type { DocumentKind } from '../documents/index.ts';
import { addAffiliation, addAgency, addPerson } from '../people/register.ts';
import type { Clock } from '../platform/clock/clock.ts';
import { openDatabase, openPool } from '../platform/db/pool.ts';
import { asPerson } from '../platform/db/transaction.ts';
import { type Answer, type Given, inject } from '../platform/http/inject.ts';
import { quickHash } from './quick-password.ts';

export const testPassword = 'nine green herons';
const usualOrigin = 'http://localhost:3000';

export type Person = {
  readonly id: string;
  readonly signInName: string;
  readonly affiliationId: string | null;
  readonly session: Session;
  readonly cookie: string;
  /** Calls a route as this person; the answer's status is for the test to look at. */
  try<R extends Route>(route: R, given?: Given<R>): Promise<Answer<z.output<R['response']>>>;
  /** The same, and fails the test unless the answer is 200. */
  do<R extends Route>(route: R, given?: Given<R>): Promise<z.output<R['response']>>;
  /** The same session in another of the person's affiliations, under a new cookie. */
  actIn(affiliationId: string): Promise<Person>;
};

export type World = {
  readonly app: FastifyInstance;
  readonly database: { readonly url: string; readonly superuserUrl: string };
  readonly pools: Record<'app' | 'gateway' | 'jobs', pg.Pool>;
  readonly agency: (kind: AgencyKind, name: string, municipality?: string) => Promise<string>;
  readonly professional: (name: string, agencyId: string, profession: Profession) => Promise<Person>;
  readonly family: (name: string) => Promise<Person>;
  /** Another affiliation of somebody. Returns it. */
  readonly alsoIn: (personId: string, agencyId: string, profession: Profession) => Promise<string>;
  readonly signIn: (signInName: string, password?: string) => Promise<Person>;
  /** Somebody who has come in another way than by a password, or on another server of the same secret key. */
  readonly personOf: (signInName: string, session: Session, cookie: string) => Person;
  /** Behind the curtain, past every rule: for looking at what the rules have hidden. */
  readonly superuser: (query: string, values?: unknown[]) => Promise<pg.QueryResult<Record<string, unknown>>>;
  /** A statement as this person, with row-level security in force: for what has no route of its own in a test. */
  readonly write: (personId: string, query: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** Listens on a free port of this machine. Returns where. */
  readonly listen: () => Promise<string>;
  /** Another server on the same database, listening; it ends with the test file, or before. */
  readonly anotherServer: () => Promise<{ address: string; app: FastifyInstance; stop: () => Promise<void> }>;
  /** What a server in a process of its own needs in order to be one of these. */
  readonly secretKey: Buffer;
};

const openPools = (url: string): World['pools'] => ({
  app: openPool({ url, role: 'rinki_app', max: 12 }),
  gateway: openPool({ url, role: 'rinki_gateway', max: 4 }),
  jobs: openPool({ url, role: 'rinki_jobs', max: 2 }),
});

export type WorldOptions = {
  readonly clock?: Clock;
  /** Settings beside those that every world has. */
  readonly env?: Record<string, string>;
  readonly logTo?: { write(line: string): void };
  readonly documentKinds?: readonly DocumentKind[];
  /** A built client, for those who come with a browser. */
  readonly clientFolder?: string;
  /** 32 bytes; made up unless given. */
  readonly secretKey?: Buffer;
};

/** @param onEnd is given what takes the world down again */
export const openWorld = async <D extends World['database']>(
  database: D,
  options: WorldOptions,
  onEnd: (end: () => Promise<void>) => void,
): Promise<World & { readonly database: D }> => {
  const pools = openPools(database.url);
  const curtain = new pg.Pool({ connectionString: database.superuserUrl, max: 1 });
  curtain.on('error', () => undefined);
  const { env, secretKey = randomBytes(32), ...parts } = options;
  const origin = env?.PUBLIC_ORIGIN ?? usualOrigin;
  const config = readConfig({
    RINKI_MODE: 'demo',
    DATABASE_URL: database.url,
    LOG_LEVEL: 'silent',
    PUBLIC_ORIGIN: origin,
    ...env,
  });
  const app = await buildApp({ config, pools, secretKey, clientFolder: undefined, ...parts });
  await app.ready();
  onEnd(async () => {
    await app.close();
    await Promise.all([...Object.values(pools), curtain].map((pool) => pool.end()));
  });
  const db = openDatabase(pools.app);
  const write = <T>(work: Parameters<typeof asPerson<T>>[4]) =>
    asPerson(db, null, options.clock?.imposed() ?? null, 'read committed', work);

  const openedBy = (response: LightMyRequestResponse, signInName: string): Person => {
    if (response.statusCode !== 200) throw new Error(`${signInName} gets no session: ${response.body}`);
    const cookie = response.cookies.map((c) => `${c.name}=${c.value}`).join('; ');
    return personOf(signInName, response.json<Session>(), cookie);
  };
  const personOf = (signInName: string, session: Session, cookie: string): Person => {
    const who = { cookie, token: session.csrfToken };
    const attempt: Person['try'] = (route, given = {}) => inject(app, origin, route, given, who);
    return {
      id: session.personId,
      signInName,
      affiliationId: session.affiliation?.id ?? null,
      session,
      cookie,
      try: attempt,
      do: async (route, given) => {
        const answer = await attempt(route, given);
        if (answer.status !== 200)
          throw new Error(`${route.id} answered ${answer.status}: ${JSON.stringify(answer.error)}`);
        return answer.body;
      },
      actIn: async (affiliationId) => {
        const headers = {
          origin,
          cookie,
          'x-rinki-token': session.csrfToken,
          'idempotency-key': randomUUID(),
        };
        const { method, path: url } = chooseAffiliation;
        return openedBy(await app.inject({ method, url, headers, payload: { affiliationId } }), signInName);
      },
    };
  };
  const signInAs = async (signInName: string, password: string = testPassword): Promise<Person> =>
    openedBy(
      await app.inject({
        method: 'POST',
        url: signIn.path,
        headers: { origin },
        payload: { name: signInName, password },
      }),
      signInName,
    );
  const register = async (name: string, family: boolean) => {
    const signInName = name.toLowerCase().replaceAll(' ', '.');
    const id = await write((tx) =>
      addPerson(
        tx,
        {
          signInName,
          name,
          givenName: name.split(' ')[0] ?? name,
          family,
          language: 'fi',
          email: `${signInName}@example.org`,
          password: testPassword,
          mustChange: false,
        },
        quickHash,
      ),
    );
    return { id, signInName };
  };
  return {
    app,
    database,
    pools,
    agency: (kind, name, municipality = 'Meriniemi') =>
      write((tx) => addAgency(tx, { kind, nameFi: name, nameSv: name, municipality, region: 'Rannikko' })),
    professional: async (name, agencyId, profession) => {
      const { id, signInName } = await register(name, false);
      await write((tx) => addAffiliation(tx, id, agencyId, profession));
      return signInAs(signInName);
    },
    family: async (name) => signInAs((await register(name, true)).signInName),
    alsoIn: (personId, agencyId, profession) =>
      write((tx) => addAffiliation(tx, personId, agencyId, profession)),
    signIn: signInAs,
    personOf,
    superuser: (query, values = []) => curtain.query(query, values),
    write: async (personId, query, values = []) => {
      const client = await pools.app.connect();
      try {
        await client.query('begin');
        // In the affiliation in which sign-in would begin.
        await client.query(
          `select set_config('app.person', $1, true), set_config('app.affiliation', coalesce((
             select id::text from affiliations where person_id = nullif($1, '')::uuid and starts_at <= now()
               and (ends_at is null or ends_at > now()) order by id limit 1), ''), true)`,
          [personId],
        );
        const { rows } = await client.query(query, values);
        await client.query('commit');
        return rows;
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },
    listen: () => app.listen({ port: 0, host: '127.0.0.1' }),
    anotherServer: async () => {
      const ownPools = openPools(database.url);
      const other = await buildApp({
        config,
        pools: ownPools,
        secretKey,
        clientFolder: undefined,
        ...options,
      });
      let stopped: Promise<void> | undefined;
      const stop = () => {
        stopped ??= other.close().then(async () => {
          await Promise.all(Object.values(ownPools).map((pool) => pool.end()));
        });
        return stopped;
      };
      onEnd(stop);
      return { app: other, address: await other.listen({ port: 0, host: '127.0.0.1' }), stop };
    },
    secretKey,
  };
};
