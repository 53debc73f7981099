// Puts a random world of access rules into the real tables, as their superuser, and has the database derive it.
import type pg from 'pg';
import type { Acting } from '../platform/db/transaction.ts';
import {
  type AccessWorld,
  agencyCount,
  type Change,
  familyFrom,
  type Period,
  peopleCount,
} from './access-worlds.ts';

export type Placed = {
  readonly caseId: string;
  /** Everybody in each of their affiliations, and in none. */
  readonly acting: readonly Acting[];
  /** Somebody who took part, whatever became of it. */
  readonly opener: Acting;
  readonly moments: readonly Date[];
};

/** Midnight in Helsinki, so that days of custody meet periods and moments at their edges. */
const middle = Date.UTC(2026, 2, 1, 22);
const day = (days: number | null): Date | null =>
  days === null ? null : new Date(middle + days * 24 * 3_600_000);
const uuid = (kind: string, n: number): string =>
  `00000000-0000-4000-8000-${kind}${String(n).padStart(10, '0')}`;
const agencyId = (n: number): string => uuid('a0', n);
const personId = (n: number): string => uuid('b0', n);
const relationId = (n: number): string => uuid('e0', n);
const affiliationId = (n: number): string => uuid('c0', n);
const caseId = uuid('d0', 0);

/** The day of Helsinki that begins at that edge. */
const dateOf = (days: number | null): string | null =>
  days === null ? null : new Date(Date.UTC(2026, 2, 2 + days)).toISOString().slice(0, 10);

const rangeOf = ({ from, until }: Period, empty: boolean): string => {
  if (empty) return 'empty';
  return `[${day(from)?.toISOString() ?? ''},${day(until)?.toISOString() ?? ''})`;
};

type Audience = AccessWorld['audiences'][number];

/** One statement for all rows of a kind: a world takes a handful of round trips. */
const insert = async (client: pg.Client, statement: string, rows: readonly object[]): Promise<unknown[]> =>
  (await client.query<{ key: unknown }>(statement, [JSON.stringify(rows)])).rows.map((row) => row.key);

const keys = (
  client: pg.Client,
  audiences: readonly Audience[],
  participation: boolean,
): Promise<unknown[]> =>
  insert(
    client,
    `select access.audience_key(case_id, owner, class, scope, agencies, family_scope, family, authors, participation) as key
     from jsonb_to_recordset($1) as x (case_id uuid, owner uuid, class text, scope text, agencies uuid[], family_scope text,
       family uuid[], authors uuid[], participation boolean)`,
    audiences.map((a) => ({
      case_id: caseId,
      owner: agencyId(a.owner),
      class: a.dataClass,
      scope: a.scope,
      agencies: a.agencies.map(agencyId),
      family_scope: a.familyScope,
      family: a.family.map(personId),
      authors: participation ? [] : a.authors.map(personId),
      participation,
    })),
  );

const insertPeople = async (client: pg.Client, world: AccessWorld): Promise<void> => {
  await insert(
    client,
    `insert into agencies (id, kind, name_fi, name_sv, municipality, region)
     select id, kind, 'x', 'x', 'x', 'x' from jsonb_to_recordset($1) as x (id uuid, kind text)`,
    world.kinds.map((kind, n) => ({ id: agencyId(n), kind })),
  );
  await insert(
    client,
    `insert into people (id, sign_in_name, name, given_name, family, local_key)
     select id, id::text, 'P', 'P', family, '' from jsonb_to_recordset($1) as x (id uuid, family boolean)`,
    Array.from({ length: peopleCount }, (_, n) => ({ id: personId(n), family: n >= familyFrom })),
  );
  await insert(
    client,
    `insert into affiliations (id, person_id, agency_id, profession, starts_at, ends_at)
     select * from jsonb_to_recordset($1) as x (id uuid, p uuid, a uuid, profession text, s timestamptz, e timestamptz)`,
    world.affiliations.map((a, n) => ({
      id: affiliationId(n),
      p: personId(a.person),
      a: agencyId(a.agency),
      profession: a.profession,
      s: day(a.period.from),
      e: day(a.period.until),
    })),
  );
};

const professionalRoles = ['responsible', 'working-pair', 'team', 'visiting', 'break-glass'];
const hour = 3_600_000;
const familyRoles = ['child', 'guardian', 'close'];

/** Break-glass always ends, within the hour. */
const heldAs = (role: string | undefined, { from, until }: Period) => {
  const starts = day(from);
  const ends = role === 'break-glass' && starts ? new Date(starts.getTime() + hour) : day(until);
  return { role, s: starts, e: ends };
};

const insertMemberships = async (client: pg.Client, world: AccessWorld): Promise<Acting[]> => {
  const known = await keys(
    client,
    world.memberships.map((m) => m.knownBy),
    true,
  );
  const rows = world.memberships.map((m, n) => {
    const index = m.who % world.affiliations.length;
    const roles = m.professional ? professionalRoles : familyRoles;
    const family = familyFrom + (m.who % (peopleCount - familyFrom));
    return {
      c: caseId,
      k: known[n],
      p: personId(m.professional ? (world.affiliations[index]?.person ?? 0) : family),
      a: m.professional ? affiliationId(index) : null,
      ...heldAs(roles[m.role % roles.length], m.period),
    };
  });
  await insert(
    client,
    `insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at, ends_at)
     select * from jsonb_to_recordset($1) as x (c uuid, k bigint, p uuid, a uuid, role text, s timestamptz, e timestamptz)`,
    rows,
  );
  return rows.map((row) => ({ personId: row.p, affiliationId: row.a }));
};

const insertRelations = (client: pg.Client, world: AccessWorld, key: unknown): Promise<unknown[]> =>
  insert(
    client,
    `insert into relations (id, case_id, acl_key, owner_agency_id, data_class, kind, name, relation, person_id, custody, custody_from,
       custody_until, power_classes, ended_on, created_at)
     select x.id, x.c, k.acl_key, k.owner_agency_id, k.data_class, x.kind, 'x', 'x', x.p, x.custody, x.f, x.u, x.powers, x.e, now()
     from jsonb_to_recordset($1) as x (id uuid, c uuid, k bigint, kind text, p uuid, custody text, f date, u date, powers text[], e date)
     join audiences k on k.acl_key = x.k`,
    world.relations.map((r, n) => {
      const custody = r.guardian ? r.custody : null;
      const inOrder = r.days.from === null || r.days.until === null || r.days.from <= r.days.until;
      return {
        id: relationId(n),
        c: caseId,
        k: key,
        kind: r.guardian ? 'guardian' : 'close',
        p: r.person === null ? null : personId(r.person),
        custody,
        f: dateOf(r.days.from),
        u: inOrder ? dateOf(r.days.until) : null,
        powers: custody === 'limited' ? r.powerClasses : [],
        e: dateOf(r.endedOn),
      };
    }),
  );

/** Who gave a ground, as far as the world has them. */
const giverOf = (world: AccessWorld, giver: { relation?: number; person?: number }) => ({
  gr:
    giver.relation === undefined || giver.relation >= world.relations.length
      ? null
      : relationId(giver.relation),
  gp: giver.person === undefined ? null : personId(giver.person),
});

const insertGrounds = (client: pg.Client, world: AccessWorld, key: unknown): Promise<unknown[]> =>
  insert(
    client,
    `insert into grounds (case_id, acl_key, kind, effect, beats_prohibition, statute, from_agency_id, to_agency_id, data_classes,
       evidence, valid, recorded_by, recorded_at, given_by, given_by_relation, capacity, capacity_reason)
     select c, k, kind, effect, beats, '1 §', f, t, classes, 'x', valid, r, now(), gp, gr, capacity, 'x' || left(capacity, 0)
     from jsonb_to_recordset($1) as x (c uuid, k bigint, kind text, gp uuid, gr uuid, capacity text, effect text, beats boolean, f uuid, t uuid, classes text[], valid tstzrange, r uuid)`,
    world.grounds.map((g) => {
      const allow = g.effect === 'allow';
      return {
        c: caseId,
        k: key,
        kind: g.kind,
        ...giverOf(world, g.giver),
        capacity: g.kind === 'child-consent' ? g.capacity : null,
        effect: g.effect,
        beats: allow && g.beats && ['statute', 'vital-interest'].includes(g.kind),
        // Only a prohibition may leave an agency open.
        f: g.from === null && !allow ? null : agencyId(g.from ?? 0),
        t: g.to === null && !allow ? null : agencyId(g.to ?? agencyCount - 1),
        classes: g.classes,
        valid: rangeOf(g.period, g.empty),
        r: affiliationId(0),
      };
    }),
  );

const nth = (table: string): string =>
  `(select id from ${table} where case_id = $1 order by id offset $2 limit 1)`;

/** Changes what a command changes, and has the database derive it anew, as every command does. */
export const applyChange = async (client: pg.Client, world: AccessWorld, change: Change): Promise<void> => {
  switch (change.does) {
    case 'withdraw-ground':
      await client.query(
        `update grounds set valid = valid * tstzrange(null, $3), withdrawn_at = $3 where id = ${nth('grounds')}`,
        [caseId, change.which, day(change.at)],
      );
      break;
    case 'end-membership':
      await client.query(
        `update memberships set ends_at = least(ends_at, $3) where id = ${nth('memberships')} and starts_at < $3`,
        [caseId, change.which, day(change.at)],
      );
      break;
    case 'end-affiliation':
      await client.query(
        `update affiliations set ends_at = least(ends_at, $2) where id = $1 and starts_at < $2`,
        [affiliationId(change.which), day(change.at)],
      );
      break;
    case 'end-custody':
      await client.query(
        `update relations set custody = 'none', power_classes = '{}' where id = $1 and kind = 'guardian'`,
        [relationId(change.which)],
      );
      break;
    case 'record-ground': {
      const { rows } = await client.query<{ acl_key: unknown }>('select acl_key from cases where id = $1', [
        caseId,
      ]);
      await insertGrounds(client, { ...world, grounds: [change.ground] }, rows[0]?.acl_key);
      break;
    }
  }
  await client.query(`select access.derive_case($1)`, [caseId]);
};

/** The first agency is the home agency. To be rolled back by whoever began the transaction. */
export const insertAccessWorld = async (client: pg.Client, world: AccessWorld): Promise<Placed> => {
  await insertPeople(client, world);
  await client.query(
    `insert into cases (id, acl_key, owner_agency_id, number, child_name, child_given_name, birth_date, languages, opened_at, opened_by)
     values ($1, 1, $2, 'R-1', 'x', 'x', '2015-01-01', '{fi}', now(), $3)`,
    [caseId, agencyId(0), affiliationId(0)],
  );
  const [key] = await keys(client, world.audiences, false);
  await client.query(`update cases set acl_key = $2 where id = $1`, [caseId, key]);
  const members = await insertMemberships(client, world);
  await insertRelations(client, world, key);
  await insertGrounds(client, world, key);
  await client.query(`select access.derive_case($1)`, [caseId]);
  return {
    caseId,
    acting: [
      ...Array.from({ length: peopleCount }, (_, n) => ({ personId: personId(n), affiliationId: null })),
      ...world.affiliations.map((a, n) => ({
        personId: personId(a.person),
        affiliationId: affiliationId(n),
      })),
    ],
    opener: members[0] ?? { personId: '', affiliationId: null },
    moments: world.moments.map((half) => new Date(middle + half * 12 * 3_600_000)),
  };
};
