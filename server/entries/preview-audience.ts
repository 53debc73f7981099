// Before sharing: who would see it, of those the author may know of, and which grounds are missing. Nothing here tells
// of anybody else, not even in a count.
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Audience, previewAudience as contract } from '../../shared/entries.ts';
import type { DataClass } from '../../shared/vocabulary.ts';
import { type Acting, type Actor, actingAs } from '../access/actor.ts';
import { coverageOf } from '../access/coverage.ts';
import type { AudienceFact, Membership } from '../access/facts.ts';
import { type Rights, read, rightsIn } from '../access/reading.ts';
import { knowsOf, mayRead, readersOf } from '../access/rules.ts';
import { knownMembers } from '../access/seen-as.ts';
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
  const agencies = new Set(knownMembers(facts, who, now).flatMap((m) => m.agencyId ?? []));
  // Under turvakielto a text of an agency that tells where the child is needs a ground for that besides.
  const safety = (to: string) =>
    isWithheld(facts, from) && !isEntitled(facts, from, to, now) ? ['safety' as const] : [];
  const missing: { to: string; dataClass: DataClass; why: Preview['missing'][number]['why'] }[] = [];
  for (const to of agencies) {
    if (to === from || (audience.scope === 'agencies' && !audience.agencyIds.includes(to))) continue;
    for (const dataClass of [audience.dataClass, ...safety(to)]) {
      const { why } = coverageOf(facts, { from, to, dataClass }, now);
      if (why !== 'ground') missing.push({ to, dataClass, why });
    }
  }
  if (missing.length === 0) return [];
  const ids = missing.map((one) => one.to);
  const rows = await tx.selectFrom('agencies').selectAll().where('id', 'in', ids).orderBy('id').execute();
  const asked = { facts, who, at: now };
  return Promise.all(
    rows.flatMap((g) =>
      missing
        .filter((one) => one.to === g.id)
        .map(async ({ dataClass, why }) => ({
          fromAgencyId: from,
          toAgencyId: g.id,
          agencyNameFi: g.name_fi,
          agencyNameSv: g.name_sv,
          dataClass,
          why,
          guardians: await namesOfLacking(tx, asked, from, g.id, dataClass),
        })),
    ),
  );
};

/** Memberships of those on whose screen it has been since it was shared. The database answers its author alone. */
const readBy = async (tx: Tx, entryId: string): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ membership_id: string }>`
    select membership_id from access.who_has_read(${entryId})`.execute(tx);
  return new Set(rows.map((row) => row.membership_id));
};

export const previewAudience = (
  server: Server,
  actor: Actor,
  entryId: string,
  audience: Audience,
): Promise<Preview> =>
  asAuthor(server, actor, entryId, async (tx, rights, row) => {
    const { facts, at } = rights;
    const now = at.getTime();
    const who = actingAs(actor);
    const own = audienceOf(facts, row);
    requireChoosable(facts, who, now, own, audience);
    /** Those besides the authors, of whom the author may know. */
    const readers = (target: AudienceFact) =>
      readersOf(facts, target, now).filter(
        (m) => !row.author_ids.includes(m.personId) && knowsOf(facts, who, m, now),
      );
    const wanted = targetOf(own.ownerAgencyId, row.author_ids, audience);
    const target = { aclKey: -1, ...withinTurvakielto(facts, wanted, now) };
    const after = readers(target);
    const before = row.state === 'draft' ? [] : readers(own);
    const without = (some: Membership[], others: Membership[]) =>
      some.filter((m) => !others.some((other) => other.personId === m.personId));
    const [gaining, losing] = [without(after, before), without(before, after)];
    const [names, hasRead] = await Promise.all([
      namesOf(
        tx,
        [...after, ...losing].map((m) => m.personId),
      ),
      losing.length === 0 ? new Set<string>() : readBy(tx, entryId),
    ]);
    const named = (members: Membership[]) =>
      members.flatMap((m) => {
        const name = names.get(m.personId);
        return name === undefined
          ? []
          : [{ m, person: { personId: m.personId, name, agencyId: m.agencyId, role: m.role } }];
      });
    const people = named(after).map(({ m, person }) => ({ ...person, gains: gaining.includes(m) }));
    return {
      people,
      agencies: new Set(people.flatMap((p) => p.agencyId ?? [])).size,
      losing: named(losing).map(({ m, person }) => ({ ...person, hasRead: hasRead.has(m.id) })),
      tellsWhere: await tellsWhere(tx, rights, row, target),
      missing: await missingGrounds(tx, rights, who, own.ownerAgencyId, audience),
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
