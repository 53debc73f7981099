// The own cases, written as JSON by the database. Ring 1 names for each case the keys it opened; row-level security asks again.
import { CompiledQuery } from 'kysely';
import type { Acting } from '../access/actor.ts';

const text = `
  with own as materialized (select o.case_id, o.keys::bigint[] as keys from rows from
    (unnest($1::uuid[]), unnest($2::text[]), generate_series(1, cardinality($1::uuid[]))) as o (case_id, keys, n))
  select count(*) as count, coalesce(string_agg(row_to_json(r)::text, ','), '') as json from (
    select c.id, c.number, c.child_name as "childName", c.child_given_name as "childGivenName", c.birth_date as "birthDate", m.role,
      to_char(c.opened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "openedAt", 
      (select min(s.ready_due_on) from assessments s where s.case_id = c.id and s.status = 'open' and s.acl_key = any(own.keys)) as "readyDueOn",
      (select count(*) from contributions k where k.case_id = c.id and k.status = 'asked' and k.acl_key = any(own.keys)) as waiting
    from own join cases c on c.id = own.case_id and c.acl_key = any(own.keys) join memberships m on m.case_id = c.id
    where m.person_id = $3::uuid and m.affiliation_id is not distinct from $5::uuid and m.starts_at <= $4::timestamptz and (m.ends_at is null or m.ends_at > $4::timestamptz)
    order by c.child_name) r`;

export type WrittenCases = { readonly count: number; readonly json: string };

/** `ids` and `keys` are arrays as PostgreSQL writes them, in the same order; each of `keys` is such an array itself. */
export const casesOf = (
  own: { readonly ids: string; readonly keys: string },
  { personId, affiliationId }: Acting,
  at: Date,
): CompiledQuery<WrittenCases> =>
  CompiledQuery.raw(text, [own.ids, own.keys, personId, at, affiliationId]) as CompiledQuery<WrittenCases>;
