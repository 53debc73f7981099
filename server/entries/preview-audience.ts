// Before sharing: who would see it, of those the author may know of, and which grounds are missing. Nothing here tells
// of anybody else, not even in a count.
import type { z } from 'zod';
import type { Audience, previewAudience as contract } from '../../shared/entries.ts';
import type { DataClass } from '../../shared/vocabulary.ts';
import { type Acting, type Actor, actingAs } from '../access/actor.ts';
import { type Rights, read, rightsIn } from '../access/reading.ts';
import { activeMemberships, covers, knowsOf, mayRead, readersOf } from '../access/rules.ts';
import { isEntitled, isWithheld, withinTurvakielto } from '../access/turvakielto.ts';
import { namesOfLacking } from '../cases/index.ts';
import type { Tx } from '../platform/db/transaction.ts';
import { notFound, Refusal } from '../platform/http/refusal.ts';
import type { Server } from '../server.ts';
import { defaultAudience, requireChoosable, targetOf } from './audiences.ts';
import { audienceOf, caseOfEntry, type EntryRow } from './find-entry.ts';
import { shownAudience } from './present.ts';
import { tellsWhere } from './tells-where.ts';

type Preview = z.output<typeof contract.response & z.ZodType>;

const findOwn = async (tx: Tx, rights: Rights, actor: Actor, entryId: string): Promise<EntryRow> => {
  const row = await tx.selectFrom('entries').selectAll().where('id', '=', entryId).executeTakeFirst();
  if (!row || !mayRead(rights.facts, actingAs(actor), audienceOf(rights.facts, row), rights.at.getTime()))
    throw notFound();
  if (!row.author_ids.includes(actor.personId)) throw new Refusal('not-an-author');
  return row;
};

const asAuthor = async <T>(
  server: Server,
  actor: Actor,
  entryId: string,
  work: (tx: Tx, rights: Rights, row: EntryRow) => Promise<T>,
): Promise<T> => {
  const caseId = await caseOfEntry(server, actor, entryId);
  if (caseId === undefined) throw notFound();
  if (caseId === null) throw new Refusal('not-allowed');
  return read(server.context, actor, async (tx, at) => {
    const rights = await rightsIn(tx, server.facts, actor, caseId, at);
    return work(tx, rights, await findOwn(tx, rights, actor, entryId));
  });
};

const namesOf = async (tx: Tx, ids: string[]): Promise<Map<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((p) => [p.id, p.name]));
};

const missingGrounds = async (
  tx: Tx,
  { facts, at }: Rights,
  who: Acting,
  from: string,
  audience: Audience,
): Promise<Preview['missing']> => {
  if (audience.scope !== 'everyone' && audience.scope !== 'agencies') return [];
  const now = at.getTime();
  const known = facts.memberships.filter(
    (m) => activeMemberships(facts, m.personId, now).includes(m) && knowsOf(facts, who, m, now),
  );
  const agencies = new Set(known.flatMap((m) => m.agencyId ?? []));
  // Under turvakielto a text of an agency that tells where the child is needs a ground for that besides.
  const withheld = isWithheld(facts, from);
  const classesTo = (id: string): DataClass[] => [
    ...(covers(facts, from, id, audience.dataClass, now) ? [] : [audience.dataClass]),
    ...(withheld && !isEntitled(facts, from, id, now) ? ['safety' as const] : []),
  ];
  const missing = [...agencies].filter(
    (id) =>
      id !== from &&
      (audience.scope === 'everyone' || audience.agencyIds.includes(id)) &&
      classesTo(id).length > 0,
  );
  if (missing.length === 0) return [];
  const rows = await tx.selectFrom('agencies').selectAll().where('id', 'in', missing).orderBy('id').execute();
  const asked = { facts, who, at: now };
  return Promise.all(
    rows.flatMap((g) =>
      classesTo(g.id).map(async (dataClass) => ({
        toAgencyId: g.id,
        agencyNameFi: g.name_fi,
        agencyNameSv: g.name_sv,
        dataClass,
        guardians: await namesOfLacking(tx, asked, from, g.id, dataClass),
      })),
    ),
  );
};

export const previewAudience = (
  server: Server,
  actor: Actor,
  entryId: string,
  audience: Audience,
): Promise<Preview> =>
  asAuthor(server, actor, entryId, async (tx, rights, row) => {
    const { facts, at } = rights;
    const own = audienceOf(facts, row);
    requireChoosable(facts, actingAs(actor), at.getTime(), own, audience);
    const wanted = targetOf(own.ownerAgencyId, row.author_ids, audience);
    const target = { aclKey: -1, ...withinTurvakielto(facts, wanted, at.getTime()) };
    const readers = readersOf(facts, target, at.getTime()).filter(
      (m) => !row.author_ids.includes(m.personId) && knowsOf(facts, actingAs(actor), m, at.getTime()),
    );
    const names = await namesOf(
      tx,
      readers.map((m) => m.personId),
    );
    const people = readers.flatMap((m) => {
      const name = names.get(m.personId);
      return name === undefined ? [] : [{ personId: m.personId, name, agencyId: m.agencyId, role: m.role }];
    });
    return {
      people,
      agencies: new Set(people.flatMap((p) => p.agencyId ?? [])).size,
      tellsWhere: await tellsWhere(tx, rights, row, target),
      missing: await missingGrounds(tx, rights, actingAs(actor), own.ownerAgencyId, audience),
    };
  });

export const getDefaultAudience = (server: Server, actor: Actor, entryId: string): Promise<Audience> =>
  asAuthor(server, actor, entryId, async (tx, { facts, viewer }, row) => {
    const parent =
      row.parent_id === null
        ? null
        : ((await tx.selectFrom('entries').selectAll().where('id', '=', row.parent_id).executeTakeFirst()) ??
          null);
    // A comment goes where its text went, as far as its author may know.
    return shownAudience(defaultAudience(facts, row, parent), viewer.known);
  });
