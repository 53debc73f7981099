-- Turvakielto in every way out: decision 17. Where the child is lies always in the class `safety`; and while it is withheld,
-- so does the taking part of every agency that would tell it. Nothing here changes a rule of who may read what: rows go to
-- another audience, and come back.
grant create on schema access to rinki_access;

-- Always the same audience, with and without turvakielto: who sees none learns nothing from that.
alter table whereabouts drop constraint whereabouts_check, drop constraint whereabouts_data_class_check;

-- Which audience a row has once where the child is need not be withheld any more. For the doors alone.
create table withheld_rows (
  case_id uuid not null references cases,
  table_name text not null,
  column_name text not null default 'acl_key',
  row_id uuid not null,
  withheld_key bigint not null references audiences,
  open_key bigint not null references audiences,
  primary key (table_name, column_name, row_id)
);
create index withheld_rows_case on withheld_rows (case_id);
alter table withheld_rows enable row level security;
alter table withheld_rows force row level security;
create policy access_all on withheld_rows to rinki_access using (true) with check (true);
grant select, insert, update, delete on withheld_rows to rinki_access;
grant update (acl_key, data_class) on whereabouts to rinki_access;
grant select on agencies to rinki_access;

-- Does it tell where a child is that this agency takes part? A school has its pupils, a residential unit those who live
-- there; services of families and associations work close to home. Psychiatry and substance services serve a whole region.
create function access.tells_where(p_case uuid, p_agency uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from agencies g, cases c where g.id = p_agency and c.id = p_case and c.owner_agency_id <> g.id
    and g.kind in ('education', 'residential-care', 'family-services', 'ngo'))
$$;

create function access.withholds(p_case uuid) returns boolean
language sql stable set search_path = public, pg_temp as $$
  select exists (select from whereabouts where case_id = p_case and non_disclosure)
$$;

-- Who may know of such an agency besides itself and the home agency: on a ground for `safety` from it, now.
create function access.entitled_agencies(p_case uuid, p_agency uuid) returns uuid[]
language sql stable set search_path = public, pg_temp as $$
  select coalesce(array_agg(x.id order by x.id), '{}') from (
    select distinct a.agency_id as id, c.owner_agency_id as home from memberships m
    join affiliations a on a.id = m.affiliation_id join cases c on c.id = m.case_id where m.case_id = p_case) x
  where x.id <> p_agency and (x.id = x.home or access.covers(p_case, p_agency, x.id, 'safety') @> app.now())
$$;

-- The audience of a row of such an agency while where the child is is withheld; the same key where nothing is to change.
-- Its taking part goes into the class `safety`; its texts keep their class and lose everybody who may not know of it.
create function access.withheld_key(p_key bigint) returns bigint
language plpgsql set search_path = public, pg_temp as $$
declare
  d audiences;
  v_entitled uuid[];
begin
  select * into d from audiences where acl_key = p_key;
  if not access.tells_where(d.case_id, d.owner_agency_id) or d.scope = 'private' then return p_key; end if;
  if d.participation then
    return access.audience_key(d.case_id, d.owner_agency_id, 'safety', d.scope, d.agency_ids, 'none', '{}', d.author_ids, true);
  end if;
  if d.scope not in ('agencies', 'everyone') and d.family_scope = 'none' then return p_key; end if;
  v_entitled := access.entitled_agencies(d.case_id, d.owner_agency_id);
  return access.audience_key(d.case_id, d.owner_agency_id, d.data_class,
    case d.scope when 'everyone' then 'agencies' else d.scope end,
    case d.scope when 'everyone' then v_entitled
      when 'agencies' then array(select unnest(d.agency_ids) intersect select unnest(v_entitled)) else '{}' end,
    'none', '{}', d.author_ids);
end $$;

-- The same of a ground that names such an agency: known to the home agency and to the one that is named, unless two are.
create function access.withheld_ground_key(p_case uuid, p_key bigint, p_from uuid, p_to uuid) returns bigint
language plpgsql set search_path = public, pg_temp as $$
declare
  d audiences;
  v_named uuid[] := array(select x from unnest(array[p_from, p_to]) x where access.tells_where(p_case, x));
begin
  if cardinality(v_named) = 0 then return p_key; end if;
  select * into d from audiences where acl_key = p_key;
  return access.audience_key(p_case, d.owner_agency_id, d.data_class,
    case cardinality(v_named) when 1 then 'agencies' else 'agency' end,
    case cardinality(v_named) when 1 then v_named else '{}' end, 'none', '{}', '{}');
end $$;

-- What such an agency's people do is told to whom their taking part is told.
create function access.withheld_activity_key(p_case uuid, p_key bigint, p_person uuid) returns bigint
language sql set search_path = public, pg_temp as $$
  select coalesce((
    select access.withheld_key(m.acl_key) from memberships m join affiliations a on a.id = m.affiliation_id
    where m.case_id = p_case and m.person_id = p_person and access.tells_where(p_case, a.agency_id)
    order by m.starts_at desc, m.id limit 1), access.withheld_key(p_key))
$$;

create function access.remember_open(p_case uuid, p_table text, p_column text, p_row uuid, p_withheld bigint, p_open bigint) returns void
language sql set search_path = public, pg_temp as $$
  insert into withheld_rows (case_id, table_name, column_name, row_id, withheld_key, open_key)
  select p_case, p_table, p_column, p_row, p_withheld, p_open where p_withheld <> p_open
  on conflict (table_name, column_name, row_id) do update set withheld_key = excluded.withheld_key, open_key = excluded.open_key
$$;

-- Who is invited, what is recorded and what happens while it is withheld has the withheld audience from the first moment.
create function access.withhold_new() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_row uuid := coalesce(to_jsonb(new) ->> 'id', to_jsonb(new) ->> 'membership_id');
  v_open bigint := new.acl_key;
  v_second bigint;
begin
  if not access.withholds(new.case_id) then return new; end if;
  case tg_table_name
    when 'grounds' then
      new.acl_key := access.withheld_ground_key(new.case_id, new.acl_key, new.from_agency_id, new.to_agency_id);
    when 'activities' then new.acl_key := access.withheld_activity_key(new.case_id, new.acl_key, new.person_id);
    else new.acl_key := access.withheld_key(new.acl_key);
  end case;
  perform access.remember_open(new.case_id, tg_table_name, 'acl_key', v_row, new.acl_key, v_open);
  -- What is of a pair has the second one's audience besides.
  v_open := (to_jsonb(new) ->> 'pair_acl_key')::bigint;
  if v_open is not null then
    v_second := access.withheld_key(v_open);
    new := jsonb_populate_record(new, jsonb_build_object('pair_acl_key', v_second));
    perform access.remember_open(new.case_id, tg_table_name, 'pair_acl_key', v_row, v_second, v_open);
  end if;
  return new;
end $$;
-- Every table whose rows have an audience of a case, but for those that never tell it: the home agency's own, and what is its
-- authors' alone. The doors below walk over the tables that have this trigger. Of these rows they change the audience alone:
-- what stands in them stays as it was written and signed.
do $$
declare t text;
begin
  for t in select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and exists (select from pg_constraint k where k.conrelid = c.oid and k.confrelid = 'audiences'::regclass)
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'case_id')
      and c.relname not in ('audiences', 'acl_members', 'cases', 'relations', 'whereabouts', 'assessments', 'assessment_versions',
        'entries', 'entry_alternatives', 'entry_history', 'withheld_rows') loop
    execute format('create trigger withhold before insert on %I for each row execute function access.withhold_new()', t);
    execute format('grant select, update on %I to rinki_access', t);
  end loop;
end $$;
grant update (acl_key) on entries to rinki_access;

-- A text that its author gives another audience meanwhile stays where the author put it, and reaches nobody who may not
-- know of its agency. The server chooses so by itself; this is the second look.
create function access.withhold_shared() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from withheld_rows where table_name = 'entries' and row_id = new.id;
  if access.withholds(new.case_id) and access.withheld_key(new.acl_key) <> new.acl_key then
    raise exception 'reaches somebody who may not know of this agency' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger withhold before update of acl_key on entries for each row
  when (new.case_id is not null and new.acl_key <> old.acl_key and new.version <> old.version) execute function access.withhold_shared();

-- The tables, and the columns of audiences in them, whose rows can tell where a child is.
create function access.withheld_columns() returns table (table_name text, row_column text, column_name text)
language sql stable set search_path = public, pg_temp as $$
  select c.relname::text, i.attname::text, a.attname::text from pg_trigger t join pg_class c on c.oid = t.tgrelid
  join pg_attribute a on a.attrelid = c.oid and a.attname in ('acl_key', 'pair_acl_key')
  join pg_index p on p.indrelid = c.oid and p.indisprimary join pg_attribute i on i.attrelid = c.oid and i.attnum = p.indkey[0]
  where t.tgname = 'withhold' order by 1, 3
$$;

-- Gives a row another audience, remembers the one it had, and returns that one.
create function access.move_row(p_case uuid, p_table text, p_row_column text, p_column text, p_row uuid, p_key bigint, p_withheld bigint) returns setof bigint
language plpgsql set search_path = public, pg_temp as $$
begin
  if p_key = p_withheld then return; end if;
  perform access.remember_open(p_case, p_table, p_column, p_row, p_withheld, p_key);
  execute format('update %I set %I = $1 where %I = $2', p_table, p_column, p_row_column) using p_withheld, p_row;
  return next p_key;
end $$;

-- Turvakielto begins: every row that would tell where the child is goes to its withheld audience, and what was on its way
-- under the old one is taken back. Returns the audiences that lost something: their holders read the case anew.
create function access.begin_withholding(p_case uuid) returns setof bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_keys bigint[];
  v_rows text[];
  t record;
begin
  perform access.require_member(p_case, true);
  if not access.withholds(p_case) then raise exception 'nothing is to be withheld' using errcode = '42501'; end if;
  -- Whoever writes in the case at this moment is done before, or begins anew.
  perform from streams where id = p_case for update;
  select coalesce(array_agg(k), '{}') into v_keys from (
    select access.move_row(p_case, 'grounds', 'id', 'acl_key', g.id, g.acl_key, access.withheld_ground_key(p_case, g.acl_key, g.from_agency_id, g.to_agency_id)) as k
    from grounds g where g.case_id = p_case) x;
  select array_agg(row_id::text) into v_rows from withheld_rows where case_id = p_case and table_name = 'grounds';
  -- What was told of these grounds goes with them; then what else such an agency's people did, before their audiences move.
  v_keys := v_keys || array(
    select access.move_row(p_case, 'activities', 'id', 'acl_key', a.id, a.acl_key, g.acl_key)
    from activities a join grounds g on g.id = a.object_id and g.id::text = any (v_rows) where a.case_id = p_case);
  v_keys := v_keys || array(
    select access.move_row(p_case, 'activities', 'id', 'acl_key', a.id, a.acl_key, access.withheld_activity_key(p_case, a.acl_key, a.person_id))
    from activities a where a.case_id = p_case and not coalesce(a.object_id::text = any (v_rows), false));
  for t in select * from access.withheld_columns() w where w.table_name not in ('grounds', 'activities') loop
    execute format('select $1 || array(select access.move_row($2, %1$L, %3$L, %2$L, r.%3$I, r.%2$I, access.withheld_key(r.%2$I)) from %1$I r
        where r.case_id = $2 and r.%2$I is not null)', t.table_name, t.column_name, t.row_column)
      into v_keys using v_keys, p_case;
  end loop;
  perform access.derive_case(p_case);
  select array_agg(row_id::text) into v_rows from withheld_rows where case_id = p_case;
  update events set acl_key = 1, payload = '{"kind": "snapshot.stale"}', kind = 'snapshot.stale'
  where stream_id = p_case and acl_key = any (v_keys) and (
    payload -> 'member' ->> 'id' = any (v_rows) or payload -> 'contribution' ->> 'id' = any (v_rows)
    or payload -> 'signature' ->> 'id' = any (v_rows) or payload -> 'ground' ->> 'id' = any (v_rows)
    or payload -> 'activity' ->> 'id' = any (v_rows) or payload -> 'entry' ->> 'id' = any (v_rows)
    or payload ->> 'entryId' = any (v_rows));
  return query select distinct k from unnest(v_keys) k order by 1;
end $$;

-- Turvakielto ends: every row goes back to the audience it had. What was asked or done meanwhile follows the taking part
-- that it belongs to. Returns the audiences that gained something.
create function access.end_withholding(p_case uuid) returns setof bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_keys bigint[] := '{}';
  t record;
begin
  perform access.require_member(p_case, true);
  if access.withholds(p_case) then raise exception 'turvakielto has not ended' using errcode = '42501'; end if;
  perform from streams where id = p_case for update;
  -- Asked of, signed by and marked of somebody meanwhile: where their taking part goes.
  insert into withheld_rows (case_id, table_name, row_id, withheld_key, open_key)
  select p_case, x.name, x.id, x.acl_key, w.open_key from (
      select 'contributions' as name, c.id, c.acl_key, c.affiliation_id from contributions c where c.case_id = p_case
      union all select 'signatures', s.id, s.acl_key, s.affiliation_id from signatures s where s.case_id = p_case
      union all select 'version_parts', v.id, v.acl_key, c.affiliation_id from version_parts v
        join contributions c on c.id::text = v.content ->> 'contributionId' where v.case_id = p_case and v.kind = 'mark'
    ) x join memberships m on m.case_id = p_case and m.affiliation_id = x.affiliation_id and m.acl_key = x.acl_key
    join withheld_rows w on w.table_name = 'memberships' and w.row_id = m.id and w.withheld_key = x.acl_key
  on conflict do nothing;
  insert into withheld_rows (case_id, table_name, row_id, withheld_key, open_key)
  select p_case, 'activities', a.id, a.acl_key, w.open_key from activities a
    join withheld_rows w on w.row_id = a.object_id and w.case_id = p_case and w.withheld_key = a.acl_key
  where a.case_id = p_case
  on conflict do nothing;
  -- What else somebody did meanwhile in their own name.
  insert into withheld_rows (case_id, table_name, row_id, withheld_key, open_key)
  select distinct on (a.id) p_case, 'activities', a.id, a.acl_key, w.open_key from activities a
    join memberships m on m.case_id = p_case and m.person_id = a.person_id and m.acl_key = a.acl_key
    join withheld_rows w on w.table_name = 'memberships' and w.row_id = m.id and w.withheld_key = a.acl_key
  where a.case_id = p_case order by a.id, m.id
  on conflict do nothing;
  for t in select * from access.withheld_columns() loop
    -- What is left: the narrower one of what members of that agency have.
    execute format('insert into withheld_rows (case_id, table_name, column_name, row_id, withheld_key, open_key)
      select $1, %1$L, %2$L, r.%3$I, r.%2$I, w.open_key from %1$I r cross join lateral (
        select w.open_key from withheld_rows w join audiences o on o.acl_key = w.open_key
        where w.case_id = $1 and w.table_name = ''memberships'' and w.withheld_key = r.%2$I order by o.family_scope = ''all'', o.acl_key limit 1) w
      where r.case_id = $1 on conflict do nothing', t.table_name, t.column_name, t.row_column) using p_case;
    execute format('with moved as (update %1$I r set %2$I = w.open_key from withheld_rows w
        where w.case_id = $2 and w.table_name = %1$L and w.column_name = %2$L and w.row_id = r.%3$I and w.withheld_key = r.%2$I returning r.%2$I as k)
      select $1 || array(select k from moved)', t.table_name, t.column_name, t.row_column)
      into v_keys using v_keys, p_case;
  end loop;
  delete from withheld_rows where case_id = p_case;
  perform access.derive_case(p_case);
  return query select distinct k from unnest(v_keys) k order by 1;
end $$;

do $$
declare f text;
begin
  foreach f in array array['tells_where', 'withholds', 'entitled_agencies', 'withheld_key', 'withheld_ground_key', 'withheld_activity_key',
    'remember_open', 'withheld_columns', 'withhold_new', 'withhold_shared', 'move_row', 'begin_withholding', 'end_withholding'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.begin_withholding, access.end_withholding to rinki_app;

-- What is there already: the class of every child's whereabouts, and the audiences of children under turvakielto.
set local role rinki_access;
update activities a set acl_key = access.audience_key(w.case_id, w.owner_agency_id, 'safety', 'everyone', '{}', 'none', '{}', '{}')
  from whereabouts w where w.case_id = a.case_id and a.kind = 'whereabouts-changed';
update whereabouts w set data_class = 'safety',
  acl_key = access.audience_key(w.case_id, w.owner_agency_id, 'safety', 'everyone', '{}', 'none', '{}', '{}');
update events set acl_key = 1, payload = '{"kind": "snapshot.stale"}', kind = 'snapshot.stale' where kind like 'whereabouts.%';
update streams set access_epoch = access_epoch + 1 where kind = 'case';
reset role;
alter table whereabouts add check (data_class = 'safety');
revoke create on schema access from rinki_access;
