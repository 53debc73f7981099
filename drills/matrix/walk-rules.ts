// Ring 1 asked directly, with the facts of the matrix's cases: no database, no app. What goes out of the app by these
// rules is walked elsewhere; here every question is asked that the ways out ask, so a rule that is missing shows at once.
import { viewerOf } from '../../server/access/abilities.ts';
import type { Acting } from '../../server/access/actor.ts';
import { Facts } from '../../server/access/facts.ts';
import { mayWithdrawOwn } from '../../server/access/granting.ts';
import {
  audienceAsKnown,
  guardiansMissing,
  knownTo,
  knowsOf,
  readableKeys,
  readersOf,
} from '../../server/access/rules.ts';
import { askEmptyAgency, askSeen } from './ask-seen.ts';
import { agencyNames, everybody, familyPlaces, placeOf, type Who } from './cast.ts';
import { grantingLines } from './granting-rules.ts';
import { expectedToKnow } from './knowing-rules.ts';
import { mayRows, ownConsents } from './may-rules.ts';
import type { Named } from './people.ts';
import type { PlacedCase } from './place-case.ts';
import { expected, mayEnter } from './reading-rules.ts';
import { type StateName, stateNames, stateOf } from './states.ts';
import { createTally, look, type Tally } from './tally.ts';
import { nameOf } from './texts.ts';
import type { Prepared } from './walk-reading.ts';

export type Asked = {
  readonly region: Named;
  readonly cases: Readonly<Record<StateName, PlacedCase>>;
  readonly facts: Readonly<Record<StateName, Facts>>;
  /** When it is asked: milliseconds since 1970. */
  readonly at: number;
};

/** The facts of every case, as the server reads them for one of its people. */
export const factsOf = async ({ world, region, cases }: Prepared): Promise<Record<StateName, Facts>> => {
  const facts = {} as Record<StateName, Facts>;
  for (const name of stateNames) {
    const query = 'select access.case_facts($1) as facts';
    const [row] = await world.write(region.people.responsible.id, query, [cases[name].caseId]);
    facts[name] = Facts.parse(row?.['facts']);
  }
  return facts;
};

/** What is asked of the rules about a region that was prepared. */
export const asked = async (prepared: Prepared): Promise<Asked> => ({
  region: prepared.region,
  cases: prepared.cases,
  facts: await factsOf(prepared),
  at: Date.now(),
});

const actingAs = ({ region }: Asked, who: Who): Acting => ({
  personId: region.people[who].id,
  affiliationId: region.people[who].affiliationId,
});

const askReading = (tally: Tally, given: Asked, name: StateName): void => {
  const { texts } = given.cases[name];
  for (const who of everybody) {
    const keys = new Set(readableKeys(given.facts[name], actingAs(given, who), given.at));
    for (const { text, aclKey } of texts) {
      const { reads, says } = expected(who, text, stateOf(name));
      look(tally, reads, keys.has(aclKey), () => `rules, ${name}: ${who} reads ${nameOf(text)} (${says})`);
    }
  }
};

/** Whoever takes part in another affiliation than the one in which they act counts in the place in which they take part. */
const countsAs = (who: Who): Who => (placeOf(who).elsewhere ? 'team' : who);

/** Somebody who has come twice, and a guest of the own agency who was of the team once, count as they do now. */
const withPast = ({ facts, region, at }: Asked, name: StateName): Facts => {
  const { memberships, ...rest } = facts[name];
  const of = (who: Who) => memberships.filter((m) => m.personId === region.people[who].id);
  const once = of('homeVisitor').map((m) => ({ ...m, role: 'team' as const, endsAt: at - 1 }));
  return { ...rest, memberships: [...memberships, ...of('pair'), ...once] };
};

const askReaders = (tally: Tally, given: Asked, name: StateName): void => {
  const facts = withPast(given, name);
  const audiences = new Map(facts.audiences.map((audience) => [audience.aclKey, audience]));
  for (const { text, aclKey } of given.cases[name].texts) {
    const audience = audiences.get(aclKey);
    if (!audience) continue;
    const listed = readersOf(facts, audience, given.at).map(({ personId }) => personId);
    look(tally, new Set(listed).size, listed.length, () => `rules, ${name}: readers of ${nameOf(text)} once`);
    for (const who of everybody) {
      const { reads } = expected(countsAs(who), text, stateOf(name));
      const counted = listed.includes(given.region.people[who].id);
      look(tally, reads, counted, () => `rules, ${name}: ${who} counts among readers of ${nameOf(text)}`);
    }
  }
};

/** Who is told that who takes part; and of an audience, whom it names to them. */
const askKnowing = (tally: Tally, given: Asked, name: StateName): void => {
  const facts = given.facts[name];
  const { people, agencyIds } = given.region;
  const members = everybody.filter((who) => facts.memberships.some((m) => m.personId === people[who].id));
  for (const who of everybody) {
    const acting = actingAs(given, who);
    const told = members.filter((other) => expectedToKnow(who, other, stateOf(name)).knows);
    for (const other of members) {
      const member = facts.memberships.find((m) => m.personId === people[other].id);
      const knows = member !== undefined && knowsOf(facts, acting, member, given.at);
      look(tally, told.includes(other), knows, () => `rules, ${name}: ${who} knows that ${other} takes part`);
    }
    const pair = viewerOf(facts, acting, given.at).knownPeople(everybody.map((one) => people[one].id));
    for (const other of everybody) {
      const named = other === who || told.includes(other);
      look(
        tally,
        named,
        pair.includes(people[other].id),
        () => `rules, ${name}: of a pair ${who} is told ${other}`,
      );
    }
    const known = audienceAsKnown(
      { agencyIds: Object.values(agencyIds), familyIds: familyPlaces.map((one) => people[one].id) },
      knownTo(facts, acting, given.at),
    );
    for (const agency of agencyNames) {
      const named = told.some(
        (other) => (placeOf(other).elsewhere?.agency ?? placeOf(other).acts) === agency,
      );
      const found = known.agencyIds.includes(agencyIds[agency]);
      look(tally, named, found, () => `rules, ${name}: an audience names ${agency} to ${who}`);
    }
    for (const one of familyPlaces) {
      const found = known.familyIds.includes(people[one].id);
      look(tally, told.includes(one), found, () => `rules, ${name}: an audience names ${one} to ${who}`);
    }
  }
};

const askWhatTheyMay = (tally: Tally, given: Asked, name: StateName, closedAt?: number): void => {
  const facts = closedAt === undefined ? given.facts[name] : { ...given.facts[name], closedAt };
  for (const row of mayRows) {
    for (const who of everybody) {
      const enters = mayEnter({ place: placeOf(who), state: stateOf(name) });
      // Where somebody is not told of the case, what is asked is whether they are in it at all.
      if (!enters && !row.inIt) continue;
      const may = enters && row.may.includes(who) && (name !== 'closed' || row.closedToo === true);
      const found = row.ask({ facts, region: given.region, who: actingAs(given, who), at: given.at });
      look(tally, may, found, () => `rules, ${name}: ${who} ${row.says}`);
    }
  }
  for (const { says, may, ground, facts: withIt } of ownConsents(facts, given.region)) {
    for (const who of everybody) {
      const found = mayWithdrawOwn(withIt, actingAs(given, who), ground.id);
      look(tally, may.includes(who), found, () => `rules: ${who} withdraws ${says}`);
      const another = mayWithdrawOwn(withIt, actingAs(given, who), 'another');
      look(tally, false, another, () => `rules: ${who} withdraws what is not there, beside ${says}`);
    }
  }
};

const askGranting = (tally: Tally, given: Asked): void => {
  for (const [says, isSo, ask] of grantingLines)
    look(tally, isSo, ask(given.facts.agreed, given.at), () => `rules: ${says}`);
};

/** Whose consent is missing still, of those who have the power: named only where somebody has consented. */
const askMissing = (tally: Tally, given: Asked): void => {
  for (const name of stateNames) {
    const facts = given.facts[name];
    const { missing = [], guardians = [] } = stateOf(name);
    for (const dataClass of [
      'coordination',
      'social',
      'health',
      'education',
      'hypothesis',
      'safety',
    ] as const) {
      const found = guardiansMissing(
        facts,
        given.region.agencyIds.home,
        given.region.agencyIds.school,
        dataClass,
        given.at,
      );
      const named = missing.find(([one]) => one === dataClass)?.[1] ?? 0;
      look(
        tally,
        guardians.length === 0 ? 0 : named,
        found.length,
        () => `rules, ${name}: missing for ${dataClass}`,
      );
    }
  }
};

/** @param enough to stop at the first difference */
export const walkRules = (given: Asked, enough = false): Tally => {
  const tally = createTally();
  const parts = [
    ...stateNames.flatMap((name) => [
      () => askReading(tally, given, name),
      () => askKnowing(tally, given, name),
      () => askReaders(tally, given, name),
      () => askSeen(tally, given, name),
    ]),
    () => askWhatTheyMay(tally, given, 'agreed'),
    () => askWhatTheyMay(tally, given, 'closed'),
    () => askWhatTheyMay(tally, given, 'bare'),
    // Not closed yet.
    () => askWhatTheyMay(tally, given, 'agreed', given.at + 3_600_000),
    () => askGranting(tally, given),
    () => askEmptyAgency(tally, given),
    () => askMissing(tally, given),
  ];
  for (const part of parts) {
    part();
    if (enough && tally.mismatches > 0) break;
  }
  return tally;
};
