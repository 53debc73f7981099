// Walks "View as": everybody, as each member of the family and as each agency, in every state; and everybody's own page, by
// the same measure. What is found is compared with the table; that a look changes nothing, is written down, and leaves no
// way to write, is looked at besides.
import { randomUUID } from 'node:crypto';
import type { Person } from '../../server/testing/open-world.ts';
import { getWorkspace, type Workspace } from '../../shared/cases.ts';
import { contracts } from '../../shared/contracts.ts';
import { listViewable, viewAsAgency, viewAsPerson } from '../../shared/sharing.ts';
import { type AgencyName, agencyNames, everybody, familyPlaces, type Who } from './cast.ts';
import type { PlacedCase } from './place-case.ts';
import { type StateName, stateNames, stateOf } from './states.ts';
import { createTally, look, type Tally } from './tally.ts';
import { nameOf } from './texts.ts';
import { type As, expectedSeen, mayLook, ownSight, type Sight } from './viewing-rules.ts';
import type { Prepared } from './walk-reading.ts';

/** The last two are nobody to look as: a professional, and somebody of another family. */
const people: readonly Who[] = [...familyPlaces, 'teacher', 'stranger'];
const everyAs: readonly As[] = [
  ...people.map((person): As => ({ person })),
  ...agencyNames.map((agency): As => ({ agency })),
];
const named = (as: As): string => ('agency' in as ? as.agency : as.person);

type Given = Prepared & { readonly state: StateName; readonly placed: PlacedCase; readonly tally: Tally };
type Page = Omit<Workspace, 'live'> | null;

/** By what a text can be recognized on a page, wherever it stands there: its id, and its own word. */
const ofText = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|kirjoitus\d+x/g;

const comparePage = (given: Given, says: string, page: Page, sight: Sight): void => {
  const { region, state, placed, tally } = given;
  const traces = new Set(JSON.stringify(page).match(ofText));
  for (const { text, entryId, word } of placed.texts) {
    const found = traces.has(entryId) || traces.has(word);
    look(tally, sight.reads(text), found, () => `${says}, ${state}: ${nameOf(text)}`);
  }
  const shown = new Set((page?.members ?? []).map((member) => member.id));
  for (const who of everybody) {
    const id = placed.members[who];
    if (id === undefined) continue;
    look(tally, sight.knows(who), shown.has(id), () => `${says}, ${state}: that ${who} takes part`);
  }
  const nameOfAgency = (id: string | null): AgencyName | null =>
    agencyNames.find((name) => region.agencyIds[name] === id) ?? null;
  for (const [from, to] of groundsOf(state)) {
    const found = page?.grounds.some(
      (one) => nameOfAgency(one.fromAgencyId) === from && nameOfAgency(one.toAgencyId) === to,
    );
    look(
      tally,
      sight.readsGround([from, to]),
      found ?? false,
      () => `${says}, ${state}: a ground from ${String(from)} to ${String(to)}`,
    );
  }
  const where = (page?.whereabouts ?? null) !== null;
  look(tally, sight.readsWhereabouts, where, () => `${says}, ${state}: where the child is`);
};

/** The ways of which a ground was recorded. */
const groundsOf = (state: StateName): (readonly [AgencyName | null, AgencyName | null])[] => {
  const ways = stateOf(state).recorded.map(({ from, to }) => [from, to] as const);
  return [...new Map(ways.map((way) => [way.join(), way])).values()];
};

const ask = (person: Person, { region, placed }: Given, as: As) => {
  const { caseId } = placed;
  return 'agency' in as
    ? person.try(viewAsAgency, { params: { caseId, agencyId: region.agencyIds[as.agency] } })
    : person.try(viewAsPerson, { params: { caseId, personId: region.people[as.person].id } });
};

/** Every list of what one can do, wherever it stands. */
const abilitiesIn = (value: unknown): unknown[] => {
  if (Array.isArray(value)) return value.flatMap(abilitiesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'can' ? (inner as unknown[]) : abilitiesIn(inner),
  );
};

const lookOnce = async (given: Given, viewer: Who, as: As): Promise<boolean> => {
  const { region, state, tally } = given;
  const says = `${viewer} as ${named(as)}`;
  const { status, body } = await ask(region.people[viewer], given, as);
  const seen = mayLook(viewer, stateOf(state)) ? expectedSeen(viewer, as, stateOf(state)) : null;
  look(tally, seen !== null, status === 200, () => `${says}, ${state}: may look (${status})`);
  look(tally, true, status === 200 || status === 403 || status === 404, () => `${says}: answered ${status}`);
  if (status !== 200 || seen === null) return status === 200;
  look(tally, seen.opens, body.opens, () => `${says}, ${state}: would find the case`);
  look(tally, seen.takesPart, body.takesPart, () => `${says}, ${state}: takes part`);
  look(tally, seen.opens, body.workspace !== null, () => `${says}, ${state}: a page`);
  comparePage(given, says, body.workspace, seen);
  look(tally, 0, abilitiesIn(body).length, () => `${says}, ${state}: what can be done there`);
  return true;
};

/** What a look must not move: nothing in the case, no visit of anybody, nothing done in anybody's name. */
const tracesOf = async ({ world, placed }: Given): Promise<string> => {
  const { rows } = await world.superuser(
    `select (select head_seq from streams where id = $1) as head, (select count(*) from command_log where case_id = $1) as commands,
       (select count(*) from activities where case_id = $1) as activities, (select jsonb_agg(v order by v.person_id) from visits v where case_id = $1) as visits`,
    [placed.caseId],
  );
  return JSON.stringify(rows);
};

const compareLog = async (given: Given, looked: ReadonlySet<string>): Promise<void> => {
  const { world, region, placed, state, tally } = given;
  const { rows } = await world.superuser(
    `select person_id, coalesce(detail ->> 'agencyId', detail ->> 'personId') as whom from access_log where kind = 'view-as' and case_id = $1`,
    [placed.caseId],
  );
  const times = new Map<string, number>();
  for (const row of rows) {
    const key = `${String(row['person_id'])} ${String(row['whom'])}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  for (const viewer of everybody)
    for (const as of everyAs) {
      const whom = 'agency' in as ? region.agencyIds[as.agency] : region.people[as.person].id;
      const found = times.get(`${region.people[viewer].id} ${whom}`) ?? 0;
      const expected = looked.has(`${viewer} ${named(as)}`);
      look(
        tally,
        expected,
        found > 0,
        () => `${viewer} as ${named(as)}, ${state}: a row in the log (${found})`,
      );
    }
};

const writing = ['POST', 'PUT', 'PATCH', 'DELETE'] as const;
/** Every writing route of a case, tried where one looks with somebody else's eyes. */
const writingRoutes = contracts.filter(
  ({ path, method }) => method !== 'GET' && path.startsWith('/api/cases/:caseId/'),
);

/** Nothing can be written through the eyes of another: there is no such path, whatever is asked there. */
const tryToWrite = async (given: Given, viewer: Who, as: As): Promise<void> => {
  const { world, region, placed, tally } = given;
  const person = region.people[viewer];
  const whom =
    'agency' in as ? `agencies/${region.agencyIds[as.agency]}` : `people/${region.people[as.person].id}`;
  const eyes = `/api/cases/${placed.caseId}/as/${whom}`;
  const attempts = [
    ...writing.map((method) => ({ method, url: eyes })),
    ...writingRoutes.map(({ method, path }) => ({
      method,
      url: path.replace('/api/cases/:caseId', eyes).replace(/:[a-zA-Z]+/g, randomUUID()),
    })),
  ];
  for (const { method, url } of attempts) {
    const { statusCode } = await world.app.inject({
      method,
      url,
      headers: {
        origin: 'http://localhost:3000',
        cookie: person.cookie,
        'x-rinki-token': person.session.csrfToken,
        'idempotency-key': randomUUID(),
      },
      payload: {},
    });
    look(
      tally,
      true,
      statusCode === 404 || statusCode === 405,
      () => `${viewer}: ${method} ${url} (${statusCode})`,
    );
  }
};

/** The choices name those of whom the viewer may know, and no others. */
const compareChoices = async (given: Given, viewer: Who): Promise<void> => {
  const { region, placed, state, tally } = given;
  const params = { caseId: placed.caseId };
  const { status, body } = await region.people[viewer].try(listViewable, { params, query: { q: '' } });
  const may = mayLook(viewer, stateOf(state));
  look(tally, may, status === 200, () => `${viewer}, ${state}: may choose as whom to look (${status})`);
  for (const as of everyAs) {
    const seen = may ? expectedSeen(viewer, as, stateOf(state)) : null;
    const found =
      status === 200 &&
      ('agency' in as
        ? body.agencies.some((one) => one.id === region.agencyIds[as.agency] && one.takesPart)
        : body.people.some((one) => one.personId === region.people[as.person].id));
    look(tally, seen?.takesPart ?? false, found, () => `${viewer}, ${state}: may choose ${named(as)}`);
  }
};

const ownPage = async (given: Given, who: Who): Promise<void> => {
  const { region, placed, state } = given;
  const { status, body } = await region.people[who].try(getWorkspace, { params: { caseId: placed.caseId } });
  comparePage(given, `${who}’s own page`, status === 200 ? body : null, ownSight(who, stateOf(state)));
};

/** @param enough stops soon after the first difference */
export const walkViewing = async (
  prepared: Prepared,
  states: readonly StateName[] = stateNames,
  enough = false,
): Promise<Tally> => {
  const tally = createTally();
  for (const state of states) {
    if (enough && tally.mismatches > 0) break;
    const given: Given = { ...prepared, state, placed: prepared.cases[state], tally };
    const before = await tracesOf(given);
    const looked = new Set<string>();
    for (const viewer of everybody) {
      if (enough && tally.mismatches > 0) break;
      for (const as of everyAs) if (await lookOnce(given, viewer, as)) looked.add(`${viewer} ${named(as)}`);
      await compareChoices(given, viewer);
    }
    for (const as of [{ person: 'guardian' }, { agency: 'school' }] as const)
      await tryToWrite(given, 'responsible', as);
    look(tally, before, await tracesOf(given), () => `${state}: what the looks left behind`);
    await compareLog(given, looked);
    for (const who of everybody) await ownPage(given, who);
  }
  return tally;
};
