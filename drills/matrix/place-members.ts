// Who takes part in a case of the matrix, each under the audience by which others may know of it: into the real tables, past
// every rule.
import type { World } from '../../server/testing/open-world.ts';
import { type AgencyName, everybody, placeOf, type Who } from './cast.ts';
import type { Region } from './people.ts';

const day = 24 * 3_600_000;
export const inDays = (days: number): string => new Date(Date.now() + days * day).toISOString();

type Key = {
  owner: AgencyName;
  dataClass: string;
  scope: string;
  to: readonly AgencyName[];
  family: string;
  chosen: readonly Who[];
  authors: readonly Who[];
  participation: boolean;
};

const givenKeys = `jsonb_to_recordset($2) as x (owner uuid, class text, scope text, agencies uuid[], family_scope text,
  family uuid[], authors uuid[], participation boolean)`;
const inOrder = (array: string): string => `array(select distinct y from unnest(${array}) y order by y)`;

const asGiven = (region: Region, keys: readonly Key[]): string =>
  JSON.stringify(
    keys.map((key) => ({
      owner: region.agencyIds[key.owner],
      class: key.dataClass,
      scope: key.scope,
      agencies: key.to.map((name) => region.agencyIds[name]),
      family_scope: key.family,
      family: key.chosen.map((who) => region.people[who].id),
      authors: key.authors.map((who) => region.people[who].id),
      participation: key.participation,
    })),
  );

export const keysOf = async (world: World, region: Region, caseId: string, keys: readonly Key[]) => {
  const { rows } = await world.superuser(
    `select access.audience_key($1, owner, class, scope, agencies, family_scope, family, authors, participation)::int as key
     from ${givenKeys}`,
    [caseId, asGiven(region, keys)],
  );
  return rows.map((row) => Number(row['key']));
};

/** The same for hundreds of them: all are there before the first is asked for, and are derived at once instead of one after another. */
export const manyKeysOf = async (world: World, region: Region, caseId: string, keys: readonly Key[]) => {
  await world.superuser(
    `insert into audiences (case_id, owner_agency_id, data_class, scope, agency_ids, family_scope, family_ids, author_ids, participation)
     select $1, owner, class, scope, ${inOrder('agencies')}, family_scope, ${inOrder('family')}, ${inOrder('authors')}, participation
     from ${givenKeys} on conflict do nothing`,
    [caseId, asGiven(region, keys)],
  );
  await world.superuser('select access.derive_case($1)', [caseId]);
  return keysOf(world, region, caseId, keys);
};

export const theHead: Key = {
  owner: 'home',
  dataClass: 'coordination',
  scope: 'everyone',
  to: [],
  family: 'all',
  chosen: [],
  authors: [],
  participation: false,
};

const participationOf = (who: Who): Key => {
  const { acts, elsewhere, known } = placeOf(who);
  const everyone = known.to === 'everyone';
  return {
    ...theHead,
    participation: true,
    owner: elsewhere?.agency ?? acts ?? 'home',
    dataClass: known.dataClass,
    scope: everyone ? 'everyone' : 'agencies',
    to: everyone ? [] : known.to,
    family: known.family === 'child' ? 'chosen' : known.family,
    chosen: known.family === 'child' ? ['child'] : [],
  };
};

const periods = { now: [-30, null], was: [-30, -1], will: [1, null], never: [0, 0] } as const;
const aMinute = 1 / (24 * 60);
/** Begun a minute ago; over before an hour has passed. */
const inHaste = [-aMinute, 58 * aMinute] as const;

/** What whoever breaks the glass leaves behind, for its review. */
const insertUse = (world: World, membershipId: string) =>
  world.superuser(
    `insert into break_glass_uses (case_id, membership_id, person_id, affiliation_id, agency_id, reason, at, until)
     select m.case_id, m.id, m.person_id, m.affiliation_id, a.agency_id, 'Kukaan ei vastaa', m.starts_at, m.ends_at
     from memberships m join affiliations a on a.id = m.affiliation_id where m.id = $1`,
    [membershipId],
  );

const roleOf = (who: Who) => placeOf(who).elsewhere?.role ?? placeOf(who).role;

export const insertMembers = async (world: World, region: Region, caseId: string) => {
  const members: Partial<Record<Who, string>> = {};
  // The product itself has placed whoever stands in for somebody who is away.
  const taking = everybody.filter((who) => roleOf(who) !== null && who !== 'substitute');
  const keys = await manyKeysOf(world, region, caseId, taking.map(participationOf));
  for (const [n, who] of taking.entries()) {
    const role = roleOf(who);
    const { elsewhere, ...place } = placeOf(who);
    const when = elsewhere ? 'now' : place.when;
    const [from, until] = role === 'break-glass' ? inHaste : periods[when];
    const person = region.people[who];
    const { rows } = await world.superuser(
      `insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at, ends_at)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        caseId,
        keys[n],
        person.id,
        region.others[who] ?? person.affiliationId,
        role,
        inDays(from),
        until === null ? null : inDays(until),
      ],
    );
    members[who] = String(rows[0]?.['id']);
    if (role === 'break-glass') await insertUse(world, members[who]);
  }
  const { rows } = await world.superuser(
    `select id from memberships where case_id = $1 and person_id = $2 and substitutes_for = $3`,
    [caseId, region.people.substitute.id, members.pair],
  );
  members.substitute = String(rows[0]?.['id']);
  return members;
};
