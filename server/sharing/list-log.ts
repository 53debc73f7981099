// The log of a case as far as its reader may read it. The database answers only rows whose people the reader may know of and
// whose object they may read (ring 2); the same is asked here once more of the facts (ring 1).
import { sql } from 'kysely';
import type { z } from 'zod';
import type { listLog as contract, LogRow } from '../../shared/sharing.ts';
import { DataClass, EntryKind } from '../../shared/vocabulary.ts';
import { type Actor, actingAs } from '../access/actor.ts';
import type { Membership } from '../access/facts.ts';
import { logView } from '../access/logs.ts';
import { type Rights, read, rightsIn } from '../access/reading.ts';
import { knowsOf } from '../access/rules.ts';
import type { Tx } from '../platform/db/transaction.ts';
import type { Server } from '../server.ts';
import { readNamedAgencies } from './agencies.ts';

type Row = {
  id: string;
  at: Date;
  exact: string;
  what: 'view' | 'disclosure';
  kind: string;
  acl_key: number;
  data_class: string | null;
  entry_kind: string | null;
  about: string | null;
  membership_id: string | null;
  recipient_id: string | null;
  from_agency_id: string | null;
  to_agency_id: string | null;
  to_person_id: string | null;
  basis: 'ground' | 'participation' | 'release' | null;
  ground_ids: string[];
};

const pageSize = 50;

const split = (cursor: string): [string | null, string | null] => {
  const [at = '', id = ''] = cursor.split('_');
  return at === '' ? [null, null] : [at, id];
};

const membersOf = ({ facts }: Rights, row: Row): Membership[] =>
  facts.memberships.filter((m) => m.id === row.membership_id || m.id === row.recipient_id);

const mayReadRow = (actor: Actor, rights: Rights, row: Row): boolean => {
  const named = membersOf(rights, row);
  return (
    rights.keys.includes(row.acl_key) &&
    named.length > 0 &&
    named.every((m) => knowsOf(rights.facts, actingAs(actor), m, rights.at.getTime()))
  );
};

const namesOf = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await tx.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((p) => [p.id, p.name]));
};

const presentAll = async (tx: Tx, actor: Actor, rights: Rights, rows: Row[]): Promise<LogRow[]> => {
  const members = new Map(rights.facts.memberships.map((m) => [m.id, m]));
  const byOf = (row: Row) => (row.membership_id === null ? undefined : members.get(row.membership_id));
  const agencyIds = rows.flatMap((row) => [
    row.from_agency_id,
    row.to_agency_id,
    byOf(row)?.agencyId ?? null,
  ]);
  const people = rows.flatMap((row) => [byOf(row)?.personId ?? null, row.to_person_id]);
  const given = (ids: (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];
  const [agencies, names] = await Promise.all([
    readNamedAgencies(tx, given(agencyIds)),
    namesOf(tx, given(people)),
  ]);
  const agency = (id: string | null) => (id === null ? null : (agencies.get(id) ?? null));
  return rows.flatMap((row): LogRow[] => {
    const by = byOf(row);
    if (!by && row.membership_id !== null) return [];
    // The family reads who by agency and profession; of the family's own rows only the reader's are there.
    const nameless = actor.family && by?.agencyId !== null;
    const from = agency(row.from_agency_id);
    return [
      {
        id: row.id,
        at: row.at.toISOString(),
        what: row.what,
        kind: row.kind,
        by: by
          ? {
              personId: nameless ? null : by.personId,
              name: nameless ? null : (names.get(by.personId) ?? null),
              profession: by.profession,
              role: by.role,
              agency: agency(by.agencyId),
            }
          : null,
        given:
          from === null
            ? null
            : {
                entryKind: row.kind === 'entry' ? EntryKind.parse(row.entry_kind) : null,
                about: row.kind === 'entry' ? row.about : null,
                dataClass: DataClass.parse(row.data_class),
                from,
                toAgency: agency(row.to_agency_id),
                toPerson: row.to_person_id === null ? null : (names.get(row.to_person_id) ?? null),
                basis: row.basis ?? 'ground',
                groundIds: row.ground_ids,
              },
      },
    ];
  });
};

export const listLog = (
  { context, facts }: Server,
  actor: Actor,
  caseId: string,
  before: string,
): Promise<z.output<typeof contract.response>> =>
  read(context, actor, async (tx, at) => {
    const rights = await rightsIn(tx, facts, actor, caseId, at);
    const [moment, id] = split(before);
    const { rows } = await sql<Row>`
      select * from access.read_whole_log(${caseId}, ${moment}::timestamptz, ${id}::uuid, ${pageSize + 1})`.execute(
      tx,
    );
    const page = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? page.at(-1) : undefined;
    const readable = page.filter((row) => mayReadRow(actor, rights, row));
    await logView(tx, actor, at, { kind: 'log', caseId, objectId: caseId, purpose: 'case-work' });
    return {
      rows: await presentAll(tx, actor, rights, readable),
      next: last === undefined ? '' : `${last.exact}_${last.id}`,
    };
  });
