// What is left of a case for somebody who looks with another's eyes, as ring 1 answers when it is asked directly: the same
// table as for the pages (viewing-rules.ts), and of every pair of people whom a text could name.
import { mayOpen, readableKeys } from '../../server/access/rules.ts';
import { type Seen, seenAsAgency, seenAsPerson } from '../../server/access/seen-as.ts';
import {
  type AgencyName,
  agencies,
  agencyNames,
  everybody,
  familyPlaces,
  placeOf,
  type Who,
} from './cast.ts';
import { mayReadGround } from './hiding-rules.ts';
import { type StateName, stateOf } from './states.ts';
import { look, type Tally } from './tally.ts';
import { nameOf } from './texts.ts';
import { type As, expectedSeen, mayLook, ownSight } from './viewing-rules.ts';
import type { Asked } from './walk-rules.ts';

const everyAs: readonly As[] = [
  ...[...familyPlaces, 'teacher' as const, 'stranger' as const].map((person): As => ({ person })),
  ...agencyNames.map((agency): As => ({ agency })),
];
const named = (as: As): string => ('agency' in as ? as.agency : as.person);

const seenBy = ({ region, facts, at }: Asked, name: StateName, who: Who, as: As): Seen | null => {
  const { people, agencyIds } = region;
  const viewer = { personId: people[who].id, affiliationId: people[who].affiliationId };
  if (!mayOpen(facts[name], viewer, at)) return null;
  const keys = readableKeys(facts[name], viewer, at);
  const asking = { facts: facts[name], viewer, keys, at };
  if ('person' in as) return seenAsPerson(asking, people[as.person].id);
  // Which grounds somebody may read is a matter of their audiences: here the table says so.
  const agencyOf = (id: string | null): AgencyName | null =>
    agencyNames.find((one) => agencyIds[one] === id) ?? null;
  const readable = new Set(
    facts[name].grounds
      .filter((ground) =>
        mayReadGround(stateOf(name), placeOf(who), [
          agencyOf(ground.fromAgencyId),
          agencyOf(ground.toAgencyId),
        ]),
      )
      .map(({ id }) => id),
  );
  return seenAsAgency(asking, { id: agencyIds[as.agency], kind: agencies[as.agency].kind }, readable);
};

type Looking = { readonly viewer: Who; readonly as: Who; readonly seen: Seen; readonly says: string };

/** An agency is named to somebody who looks where both know somebody there, be it not the same one. */
const askAgencies = (
  tally: Tally,
  { region }: Asked,
  name: StateName,
  { viewer, as, seen, says }: Looking,
): void => {
  const names = (agency: AgencyName, who: Who): boolean => {
    const { knows } = ownSight(who, stateOf(name));
    return everybody.some(
      (one) => (placeOf(one).elsewhere?.agency ?? placeOf(one).acts) === agency && knows(one),
    );
  };
  for (const agency of agencyNames) {
    const both = names(agency, viewer) && names(agency, as);
    const found = seen.known.has(region.agencyIds[agency]);
    look(tally, both, found, () => `${says}: an audience names ${agency}`);
  }
};

export const askSeen = (tally: Tally, given: Asked, name: StateName): void => {
  const { people } = given.region;
  const state = stateOf(name);
  for (const viewer of everybody) {
    if (!mayLook(viewer, state)) continue;
    for (const as of everyAs) {
      const says = `rules, ${name}: ${viewer} as ${named(as)}`;
      const expected = expectedSeen(viewer, as, state);
      const seen = seenBy(given, name, viewer, as);
      look(tally, expected !== null, seen !== null, () => `${says} looks`);
      if (!expected || !seen) continue;
      look(tally, expected.takesPart, seen.takesPart, () => `${says} takes part`);
      look(tally, expected.opens, seen.opens, () => `${says} would find the case`);
      if (!expected.opens) continue;
      const keys = new Set(seen.keys);
      for (const { text, aclKey } of given.cases[name].texts)
        look(tally, expected.reads(text), keys.has(aclKey), () => `${says}: ${nameOf(text)}`);
      for (const who of everybody) {
        if (!(who in given.cases[name].members)) continue;
        const known = seen.knownPeople([people[who].id]).length > 0;
        look(tally, expected.knows(who), known, () => `${says}: that ${who} takes part`);
      }
      if ('person' in as) askAgencies(tally, given, name, { viewer, as: as.person, seen, says });
      for (const who of familyPlaces)
        look(
          tally,
          expected.knows(who),
          seen.known.has(people[who].id),
          () => `${says}: an audience names ${who}`,
        );
    }
  }
};

/** An agency whose only people have broken the glass, have left or come later takes no part. */
export const askEmptyAgency = (tally: Tally, given: Asked): void => {
  const { people } = given.region;
  const working = [people.nurse.id, people.nurseAtSchool.id];
  const { agreed } = given.facts;
  const memberships = agreed.memberships.filter((m) => !working.includes(m.personId));
  const facts = { ...given.facts, agreed: { ...agreed, memberships } };
  const seen = seenBy({ ...given, facts }, 'agreed', 'responsible', { agency: 'clinic' });
  look(
    tally,
    false,
    seen?.takesPart,
    () => 'rules: an agency in which nobody works for the child takes part',
  );
};
