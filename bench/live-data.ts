// On top of the region: cases of ten members each, with one shared text, and a session for everybody in them. As many
// people as cases; each is a member of ten. A few outsiders are of the same agency and of no case.
import type { Copy } from './region.ts';
import { withClient } from './region.ts';

export const membersOfCase = 10;

export type LiveCase = { readonly caseId: string; readonly entryId: string; readonly author: number };
export type LiveData = {
  readonly cases: readonly LiveCase[];
  readonly sessions: ReadonlyMap<number, string>;
  readonly people: number;
  readonly outsiders: number;
};

export const liveToken = (person: number): string => `live-${person}`;

const statements = (cases: number, outsiders: number): string => `
  set session_replication_role = replica;
  create temp table g as select id from agencies where kind = 'child-protection' limit 1;
  create temp table p as select n, uuidv7() as id, uuidv7() as affiliation_id from generate_series(0, ${cases + outsiders - 1}) n;
  insert into people (id, sign_in_name, name, given_name, local_key) select id, 'live.' || n, 'Henkilö ' || n, 'Henkilö', sha256(id::text::bytea) from p;
  insert into affiliations (id, person_id, agency_id, profession, starts_at)
  select affiliation_id, p.id, g.id, 'social-worker', now() - interval '1 year' from p, g;
  insert into sessions (person_id, affiliation_id, token_hash, created_at, active_at, expires_at)
  select id, affiliation_id, sha256(convert_to('live-' || n, 'UTF8')), now(), now() + interval '1 hour', now() + interval '11 hours' from p;
  create temp table c as select n, uuidv7() as id, uuidv7() as entry_id, nextval(pg_get_serial_sequence('audiences', 'acl_key')) as open_key,
    nextval(pg_get_serial_sequence('audiences', 'acl_key')) as member_key, nextval(pg_get_serial_sequence('audiences', 'acl_key')) as text_key
  from generate_series(0, ${cases - 1}) n;
  create index on c (n); create index on p (n); analyze c; analyze p;
  insert into audiences (acl_key, case_id, owner_agency_id, data_class, scope, family_scope, participation, author_ids) overriding system value
  select open_key, c.id, g.id, 'coordination', 'everyone', 'all', false, '{}'::uuid[] from c, g
  union all select member_key, c.id, g.id, 'coordination', 'everyone', 'all', true, '{}' from c, g
  union all select text_key, c.id, g.id, 'social', 'everyone', 'none', false, array[p.id] from c join p on p.n = c.n, g;
  insert into cases (id, acl_key, owner_agency_id, number, child_name, child_given_name, birth_date, languages, opened_at, opened_by)
  select c.id, open_key, g.id, 'R-2025-' || lpad(c.n::text, 6, '0'), 'Lapsi L' || c.n, 'Lapsi', '2014-01-01', '{fi}', now() - interval '30 days', p.affiliation_id
  from c join p on p.n = c.n, g;
  insert into streams (id, kind) select id, 'case' from c;
  insert into memberships (case_id, acl_key, person_id, affiliation_id, role, starts_at, opened_at)
  select c.id, c.member_key, p.id, p.affiliation_id, case j when 0 then 'responsible' else 'team' end, now() - interval '30 days', now()
  from c cross join generate_series(0, ${membersOfCase - 1}) j join p on p.n = (c.n + j) % ${cases};
  insert into entries (id, case_id, acl_key, owner_agency_id, data_class, kind, state, author_ids, affiliation_id, created_at, updated_at, shared_at)
  select entry_id, c.id, text_key, g.id, 'social', 'situation', 'shared', array[p.id], p.affiliation_id, now(), now(), now() from c join p on p.n = c.n, g;
  reset session_replication_role;
  analyze cases; analyze audiences; analyze memberships;
  do $$ declare v uuid; begin for v in select id from c loop perform access.derive_case(v); end loop; end $$;
  create table floor_events (id bigint generated always as identity primary key, case_id uuid not null, entry_id uuid not null, rev int not null, body text not null);
  vacuum analyze entries`;

/** @param cases at least as many as a case has members */
export const addLiveCases = (copy: Copy, cases: number, outsiders: number): Promise<LiveData> =>
  withClient(copy.superuserUrl, async (client) => {
    for (const statement of statements(cases, outsiders).split(/;\n/)) await client.query(statement);
    const found = await client.query<{ caseId: string; entryId: string; author: number }>(
      `select c.id as "caseId", c.entry_id as "entryId", c.n as author from c order by n`,
    );
    const sessions = await client.query<{ n: number; id: string }>(
      `select p.n, s.id from p join sessions s on s.person_id = p.id`,
    );
    return {
      cases: found.rows,
      sessions: new Map(sessions.rows.map((row) => [row.n, row.id])),
      people: cases,
      outsiders,
    };
  });
