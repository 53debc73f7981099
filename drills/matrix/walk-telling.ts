// Under turvakielto a text can still tell where the child is. Walks the warning before it is shared, as every author and for
// every audience; the list of texts that tell it already, as everybody; and whom reaches what is shared then.

import { place } from '../../server/testing/case-in-hiding.ts';
import type { Person, World } from '../../server/testing/open-world.ts';
import {
  listTellingTexts,
  previewAudience,
  saveField,
  shareEntry,
  startEntry,
} from '../../shared/entries.ts';
import {
  type AgencyName,
  everybody,
  familyPlaces,
  guestPlaces,
  placeOf,
  takesPartFor,
  teamPlaces,
  type Who,
} from './cast.ts';
import { leavesHome, whereabouts } from './hiding-rules.ts';
import { expectedToKnow } from './knowing-rules.ts';
import type { Region } from './people.ts';
import { type PlacedCase, placeCase } from './place-case.ts';
import { expected } from './reading-rules.ts';
import { type StateName, stateOf } from './states.ts';
import { createTally, look, type Tally } from './tally.ts';
import { everyText, nameOf, type Text } from './texts.ts';
import { snapshot } from './ways-out.ts';

const authors: readonly Who[] = [...teamPlaces, 'homeVisitor', ...guestPlaces, ...familyPlaces];
const everyPlace = ['address', 'municipality', 'school'];
const telling = `Muuttivat: ${place.address}, ${place.municipality}. ${place.school} on lähellä.`;

/** In which class each agency keeps a comment. */
const classOf = { home: 'social', school: 'education', clinic: 'health' } as const;

/** Every audience that the author's agency can give a text of the class in which it keeps it. */
const audiencesOf = (author: Who): Text[] => {
  const owner = placeOf(author).acts ?? 'home';
  const seen = new Map(
    everyText
      .filter((text) => text.owner === owner && text.dataClass === classOf[owner])
      .map((text) => [`${text.scope} ${text.to.join()} ${text.family}`, { ...text, author }]),
  );
  return [...seen.values()];
};

/** An audience names only those of whom the author may know that they take part; a draft is not shared. */
const mayChoose = (author: Who, { scope, to, chosen }: Text, state: StateName): boolean => {
  const known = everybody.filter((who) => expectedToKnow(author, who, stateOf(state)).knows);
  const isNamed = (agency: AgencyName): boolean => known.some((who) => takesPartFor(who) === agency);
  return scope !== 'private' && to.every(isNamed) && (chosen === null || known.includes(chosen));
};

const begin = async (who: Person, { caseId, assessmentId }: PlacedCase): Promise<string> => {
  const about = { parentId: null, about: null, pairId: null };
  const { id: entryId } = await who.do(startEntry, {
    body: { caseId, assessmentId, kind: 'comment', ...about },
  });
  const typed = { base: 0, text: telling, device: 'matrix00' };
  await who.do(saveField, { params: { entryId, field: 'narrative' }, body: typed });
  return entryId;
};

/** The audience as the author sends it. */
const audienceOf = ({ people, agencyIds }: Region, text: Text) => ({
  dataClass: text.dataClass,
  scope: text.scope,
  agencyIds: text.to.map((name) => agencyIds[name]),
  familyScope: text.family,
  familyIds: text.chosen === null ? [] : [people[text.chosen].id],
});

const warn = async (region: Region, placed: PlacedCase, state: StateName, tally: Tally): Promise<void> => {
  for (const author of authors) {
    const who = region.people[author];
    const entryId = await begin(who, placed);
    const mayBeWarned = stateOf(state).hides === true && expected(author, whereabouts, stateOf(state)).reads;
    for (const text of audiencesOf(author)) {
      const audience = audienceOf(region, text);
      const { status, body: preview } = await who.try(previewAudience, {
        params: { entryId },
        body: audience,
      });
      const may = mayChoose(author, text, state);
      look(tally, may, status === 200, () => `${state}: ${author} may choose ${nameOf(text)} (${status})`);
      if (!may || status !== 200) continue;
      look(
        tally,
        String(mayBeWarned && leavesHome(text) ? everyPlace : []),
        String(preview.tellsWhere),
        () => `${state}: ${author} is warned of ${nameOf(text)}`,
      );
    }
  }
};

const list = async (
  { people }: Region,
  placed: PlacedCase,
  state: StateName,
  tally: Tally,
): Promise<void> => {
  const { caseId, texts } = placed;
  for (const who of everybody) {
    const { status, body } = await people[who].try(listTellingTexts, { params: { caseId } });
    const listed = new Set(status === 200 ? body.texts.map((one) => one.entryId) : []);
    const asks = teamPlaces.some((one) => one === who);
    look(tally, asks, status === 200, () => `${state}: ${who} asks which texts tell it (${status})`);
    for (const { text, entryId } of texts) {
      const tells =
        asks &&
        stateOf(state).hides === true &&
        text.scope !== 'private' &&
        leavesHome(text) &&
        expected(who, text, stateOf(state)).reads;
      look(tally, tells, listed.has(entryId), () => `${state}: ${who} is listed ${nameOf(text)}`);
    }
  }
};

const sharing = ['responsible', 'teacher', 'nurse', 'guardian', 'child'] as const;

/** What is shared now reaches exactly whom the table names, also under turvakielto, whatever audience the product makes of it. */
const share = async (region: Region, placed: PlacedCase, state: StateName, tally: Tally): Promise<void> => {
  const shared: { entryId: string; text: Text }[] = [];
  for (const author of sharing)
    for (const text of audiencesOf(author).filter((one) => mayChoose(author, one, state))) {
      const who = region.people[author];
      const entryId = await begin(who, placed);
      const body = { version: 1, audience: audienceOf(region, text) };
      const { status, error } = await who.try(shareEntry, { params: { entryId }, body });
      look(tally, 200, status, () => `${state}: ${author} shares ${nameOf(text)} (${error?.error ?? ''})`);
      if (status === 200) shared.push({ entryId, text });
    }
  for (const who of everybody) {
    const found = await snapshot(region.people[who], placed);
    for (const { entryId, text } of shared) {
      const { reads, says } = expected(who, text, stateOf(state));
      look(
        tally,
        reads,
        found.has(entryId),
        () => `${state}: what is shared now, ${who} reads ${nameOf(text)} (${says})`,
      );
    }
  }
};

/** In a case of its own, in which every text tells where the child is. */
export const walkTelling = async (world: World, region: Region, state: StateName): Promise<Tally> => {
  const tally = createTally();
  const placed = await placeCase(world, region, stateOf(state));
  await world.superuser(
    `update entries set fields = jsonb_set(fields, '{narrative,text}', to_jsonb($2::text)) where case_id = $1`,
    [placed.caseId, telling],
  );
  await list(region, placed, state, tally);
  await warn(region, placed, state, tally);
  await share(region, placed, state, tally);
  return tally;
};
