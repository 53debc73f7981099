// What of a case somebody could give to a service, with each field as it would be read; and for everything else why it cannot go. Of
// the own agency's register alone. Asked when it is shown, and again when it is sent.
import { sql } from 'kysely';
import type { BundleChoice, BundleContent } from '../../shared/bundles.ts';
import type { Audience } from '../../shared/entries.ts';
import { DataClass, Profession } from '../../shared/vocabulary.ts';
import type { Viewer } from '../access/abilities.ts';
import { coverageOf } from '../access/coverage.ts';
import type { Facts } from '../access/facts.ts';
import { readableKeys } from '../access/rules.ts';
import { isWithheld } from '../access/turvakielto.ts';
import {
  audienceOf,
  childAllows,
  type EntryRow,
  fieldsOf,
  hiddenPlaces,
  isTeamsOwn,
  placesIn,
} from '../entries/index.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { signedParts } from './signed-parts.ts';

/** Kinds of texts that can go along: what is written about the child, not what is said about a text. */
const kinds = ['situation', 'contribution', 'child-view', 'parent-view', 'synthesis', 'dissent'];
/** Of a child's view what was asked about the telling, which is the recorder's own. */
const ownFields = ['mayRead'];

export type Giver = {
  readonly viewer: Viewer;
  readonly facts: Facts;
  readonly at: Date;
  readonly agencyId: string;
};
export type Receiver = { readonly agencyId: string; readonly agencyIds: readonly string[] };
export type Choice = BundleChoice & { readonly agencyIds: readonly string[] };

/** The receiving agencies to which a ground carries the class, why not, and until when. */
const carried = ({ facts, at, agencyId }: Giver, to: Receiver, dataClass: DataClass) => {
  const ways = to.agencyIds.map((id) => ({
    id,
    way: id === agencyId ? null : coverageOf(facts, { from: agencyId, to: id, dataClass }, at.getTime()),
  }));
  const open = ways.filter(({ way }) => way === null || way.sees);
  const owner = ways.find(({ id }) => id === to.agencyId)?.way ?? null;
  const ends = open.flatMap(({ way }) => way?.until ?? []);
  return {
    agencyIds: open.map(({ id }) => id),
    withoutAgencyIds: ways.filter(({ way }) => way !== null && !way.sees).map(({ id }) => id),
    why: owner === null || owner.sees || owner.why === 'ground' ? null : owner.why,
    until: ends.length === 0 ? null : new Date(Math.min(...ends)),
  };
};

const onlyWhy = (why: string | null): BundleChoice['why'] =>
  why === null || why === 'prohibited' || why === 'not-enough' ? why : 'no-ground';

const isForOthers = (facts: Facts, row: EntryRow, who: string, to: Receiver): boolean => {
  const { scope, agencyIds } = audienceOf(facts, row);
  return (
    scope === 'everyone' ||
    (scope === 'agencies' && agencyIds.includes(to.agencyId)) ||
    row.author_ids.includes(who)
  );
};

/** Outside the recorder's agency, as the child was asked about it. */
const outside: Audience = {
  dataClass: 'child-voice',
  scope: 'agencies',
  agencyIds: [],
  familyScope: 'none',
  familyIds: [],
};

type Places = Awaited<ReturnType<typeof hiddenPlaces>>;

/** @param texts what would go, where that is not the text as it stands now */
const whyNot = (
  giver: Giver,
  to: Receiver,
  row: EntryRow,
  where: Places,
  why: string | null,
  texts: readonly string[] = [],
): BundleChoice['why'] => {
  const { facts, viewer, agencyId } = giver;
  const fields = fieldsOf(row);
  const text = [...Object.values(fields).map((field) => field.text), ...texts].join('\n');
  if (isWithheld(facts, agencyId) || (where !== null && placesIn(text, where).length > 0))
    return 'tells-where';
  if (!isForOthers(facts, row, viewer.personId, to)) return 'kept-within';
  if (row.kind === 'child-view' && !childAllows(facts, fields, outside)) return 'child-has-not-allowed';
  return onlyWhy(why);
};

/** As one reads a text: the narrative first, then what is coded, then what it rests on. */
const order =
  'narrative verbatim synthesis strengths worries agreement conclusions proposals heardOn how where absence scale'.split(
    ' ',
  );
const placeOf = (name: string): number => {
  const place = order.indexOf(name.split('.')[0] ?? name);
  return place < 0 ? order.length : place;
};

const inOrder = (a: { name: string }, b: { name: string }): number =>
  placeOf(a.name) - placeOf(b.name) || (a.name < b.name ? 1 : -1);
/** What the recorder’s own team keeps of a text, and what was asked about it, stays. */
const isGiven = (kind: string, name: string, text: string): boolean =>
  text.trim() !== '' && !isTeamsOwn(kind, name) && !ownFields.includes(name);

const day = (at: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Helsinki' }).format(at);

const namesOf = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
};

const readEntries = (
  tx: Tx,
  caseId: string,
  keys: readonly number[],
  agencyId: string,
): Promise<EntryRow[]> =>
  tx
    .selectFrom('entries')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('acl_key', '=', sql<number>`any(${keys}::bigint[])`)
    .where('owner_agency_id', '=', agencyId)
    .where('affiliation_id', 'is not', null)
    .where('state', 'in', ['shared', 'frozen'])
    .where('kind', 'in', kinds)
    .where('data_class', 'not in', ['safety', 'hypothesis'])
    .orderBy('id')
    .execute();

const childOf = async (tx: Tx, giver: Giver, to: Receiver, keys: readonly number[]): Promise<Choice[]> => {
  const { facts, agencyId } = giver;
  if (facts.homeAgencyId !== agencyId || !keys.includes(facts.aclKey)) return [];
  const row = await tx
    .selectFrom('cases')
    .select(['child_name', 'birth_date', 'languages', 'interpreter'])
    .where('id', '=', facts.caseId)
    .executeTakeFirst();
  if (!row) return [];
  const { agencyIds, withoutAgencyIds, why, until } = carried(giver, to, 'coordination');
  const texts = {
    name: row.child_name,
    birthDate: row.birth_date,
    languages: row.languages.join(' '),
    interpreter: row.interpreter ?? '',
  };
  return [
    {
      kind: 'child',
      entryKind: null,
      about: null,
      signed: false,
      writtenOn: null,
      authors: [],
      version: null,
      sourceId: null,
      dataClass: 'coordination',
      fields: Object.entries(texts).map(([name, text]) => ({ name, text, rev: 0 })),
      why: onlyWhy(why),
      agencyIds,
      withoutAgencyIds,
      groundUntil: until?.toISOString() ?? null,
    },
  ];
};

/** Every text of the own agency in the case that the giver reads: the child's head, what is signed, and what is written. */
export const choicesOf = async (tx: Tx, giver: Giver, to: Receiver): Promise<Choice[]> => {
  const { facts, viewer, at, agencyId } = giver;
  const keys = readableKeys(facts, viewer, at.getTime());
  const entries = await readEntries(tx, facts.caseId, keys, agencyId);
  const where = await hiddenPlaces(tx, facts.caseId, keys);
  const names = await namesOf(tx, [...new Set(entries.flatMap((row) => row.author_ids))]);
  const ways = (dataClass: DataClass) => {
    const { agencyIds, withoutAgencyIds, why, until } = carried(giver, to, dataClass);
    return {
      why,
      rest: { dataClass, agencyIds, withoutAgencyIds, groundUntil: until?.toISOString() ?? null },
    };
  };
  const signed = await signedParts(tx, giver, keys, entries);
  const parts = signed.map(({ row, part, entry, version }): Choice => {
    const { why, rest } = ways(audienceOf(facts, row).dataClass);
    const authors = part.authors.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return {
      kind: 'part',
      entryKind: entry.kind as BundleContent['entryKind'],
      about: entry.kind === 'contribution' ? entry.about : null,
      signed: true,
      writtenOn: day(new Date(part.writtenAt)),
      authors: authors.map(({ name }) => name),
      version: {
        ...version,
        authors: authors.map(({ name, profession }) => ({
          name,
          profession: Profession.nullable().parse(profession),
        })),
      },
      sourceId: row.id,
      fields: Object.entries(part.fields)
        .filter(([name, text]) => isGiven(entry.kind, name, text))
        .map(([name, text]) => ({ name, text, rev: 0 }))
        .toSorted(inOrder),
      why: whyNot(giver, to, entry, where, why, Object.values(part.fields)),
      ...rest,
    };
  });
  // What is signed and has not changed since goes as it was signed.
  const inParts = new Set(signed.map(({ entry }) => entry.id));
  const unsigned = entries.filter((row) => row.state !== 'frozen' || !inParts.has(row.id));
  const texts = unsigned.map((row): Choice => {
    const { why, rest } = ways(DataClass.parse(row.data_class));
    return {
      kind: 'entry',
      entryKind: row.kind as BundleContent['entryKind'],
      about: row.kind === 'contribution' ? row.about : null,
      signed: row.state === 'frozen',
      writtenOn: day(row.updated_at),
      authors: row.author_ids.map((id) => names.get(id) ?? '').toSorted((a, b) => (a < b ? -1 : 1)),
      version: null,
      sourceId: row.id,
      fields: Object.entries(fieldsOf(row))
        .filter(([name, { text }]) => isGiven(row.kind, name, text))
        .map(([name, { text, rev }]) => ({ name, text, rev }))
        .toSorted(inOrder),
      why: whyNot(giver, to, row, where, why),
      ...rest,
    };
  });
  return [
    ...(await childOf(tx, giver, to, keys)),
    ...[...parts, ...texts].filter((one) => one.fields.length > 0),
  ];
};
