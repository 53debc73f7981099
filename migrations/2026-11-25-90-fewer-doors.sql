-- Doors of the database that wrapped or repeated each other, made one each; and one that nobody used any more, gone.
grant create on schema access to rinki_access;

-- Opens a case for somebody who does not take part in it, with the place it made, for those who may know of it. Decision 13.
create or replace function access.break_glass(p_case uuid, p_affiliation uuid, p_reason text, p_minutes int default 60)
returns table (id uuid, membership_id uuid, at timestamptz, until timestamptz, place jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_agency uuid := access.require_glass_breaker();
  v_home uuid;
  v_membership uuid := uuidv7();
  v_use break_glass_uses;
begin
  -- The case's stream is held from the beginning: whoever opens it so could not read its place in it before.
  perform from streams s where s.id = p_case for update;
  -- A guessed id looks like none, and whoever takes part already needs no hammer. Of two presses the one that began first
  -- may get the stream second: the glass that it then finds begins after its own moment, and is broken all the same.
  if p_affiliation is distinct from app.affiliation() or not access.in_register(p_case, v_agency) or exists (
    select from memberships m where m.case_id = p_case and m.person_id = app.person() and m.affiliation_id = app.affiliation()
      and (m.ends_at is null or m.ends_at > app.now()) and (m.starts_at <= app.now() or m.role = 'break-glass'))
  then
    raise exception 'not a case to be opened so' using errcode = '42501';
  end if;
  select c.owner_agency_id into v_home from cases c where c.id = p_case;
  insert into memberships (id, case_id, acl_key, person_id, affiliation_id, role, starts_at, ends_at, opened_at)
  values (v_membership, p_case, access.audience_key(p_case, v_agency, 'coordination', 'agencies',
      case when v_home = v_agency then '{}' else array[v_home] end, 'none', '{}', '{}', true),
    app.person(), p_affiliation, 'break-glass', app.now(), app.now() + make_interval(mins => least(greatest(p_minutes, 1), 60)), app.now());
  insert into break_glass_uses (case_id, membership_id, person_id, affiliation_id, agency_id, reason, at, until)
  select p_case, m.id, m.person_id, m.affiliation_id, v_agency, p_reason, m.starts_at, m.ends_at from memberships m where m.id = v_membership
  returning * into v_use;
  perform access.derive_case(p_case);
  return query select v_use.id, v_use.membership_id, v_use.at, v_use.until, access.member_row(v_use.membership_id);
end $$;
drop function access.make_glass_use(uuid, uuid, text, int);

-- Ends a membership, and returns what ended with it, for those who may know of each: as the other doors that end one do.
drop function access.end_membership(uuid, text);
create function access.end_membership(p_membership uuid, p_reason text)
returns table (case_id uuid, acl_key bigint, kind text, row_data jsonb)
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_case uuid;
begin
  select m.case_id into v_case from memberships m where m.id = p_membership;
  if not exists (select from memberships m
    where m.id = p_membership and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation()) then
    perform access.require_member(v_case, true);
  end if;
  update memberships m set ends_at = greatest(m.starts_at, app.now()), ended_by = app.person(), end_reason = p_reason
  where m.id = p_membership and (m.ends_at is null or m.ends_at > app.now());
  perform access.rescue_drafts(p_membership);
  perform access.derive_case(v_case);
  return query select * from access.told(array[p_membership]);
end $$;

-- What still waits for somebody's review is found without its whole trail.
create index break_glass_uses_unreviewed on break_glass_uses (at desc, id desc) where finding is null;
create function access.glass_to_review()
returns table (id uuid, number text, person_id uuid, name text, at timestamptz, agency_ids uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  select u.id, c.number, u.person_id, p.name, u.at, access.glass_agencies(u.id)
  from break_glass_uses u join cases c on c.id = u.case_id join people p on p.id = u.person_id
  where u.finding is null and u.person_id <> app.person() and access.reviews_use(u.id)
  order by u.at desc, u.id desc limit 200
$$;

-- As before; one use alone when it is named, and of the others first those that wait for a review: none of them falls out of
-- the list by being old.
drop function access.glass_uses();
create function access.glass_uses(p_use uuid default null) returns table (id uuid, number text, person_id uuid, affiliation_id uuid, name text, profession text,
  agency jsonb, reason text, at timestamptz, until timestamptz, ended_at timestamptz, looked jsonb, opened jsonb,
  finding text, review_note text, reviewer text, reviewed_at timestamptz, agency_ids uuid[], responsible_ids uuid[])
language sql stable security definer set search_path = public, pg_temp as $$
  with listed as (
    select x.* from break_glass_uses x
    where (p_use is null or x.id = p_use)
      and ((x.person_id = app.person() and x.affiliation_id = app.affiliation()) or access.reviews_use(x.id) or access.holds(x.case_id, 'responsible'))
    order by (x.finding is null) desc, x.at desc, x.id desc limit 200)
  select u.id, c.number, u.person_id, u.affiliation_id, p.name, a.profession,
    jsonb_build_object('nameFi', g.name_fi, 'nameSv', g.name_sv), u.reason, u.at, u.until, u.ended_at,
    (select coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'objects', l.objects, 'firstAt', l.first_at) order by l.first_at, l.kind), '[]')
      from (select v.kind, count(distinct coalesce(v.object_id, v.case_id)) as objects, min(v.at) as first_at from access_log v
        where v.case_id = u.case_id and v.person_id = u.person_id and v.affiliation_id = u.affiliation_id
          and v.at >= u.at and v.at <= coalesce(u.ended_at, u.until) group by v.kind) l),
    (select coalesce(jsonb_agg(jsonb_build_object('from', jsonb_build_object('nameFi', f.name_fi, 'nameSv', f.name_sv),
        'dataClasses', d.data_classes, 'evidence', d.evidence, 'at', d.recorded_at) order by d.recorded_at, d.id), '[]')
      from break_glass_grounds b join grounds d on d.id = b.ground_id join agencies f on f.id = b.from_agency_id where b.use_id = u.id),
    u.finding, u.review_note, rp.name, u.reviewed_at, access.glass_agencies(u.id),
    array(select m.affiliation_id from memberships m where m.case_id = u.case_id and m.role = 'responsible' and tstzrange(m.starts_at, m.ends_at) @> app.now())
  from listed u join cases c on c.id = u.case_id join people p on p.id = u.person_id
  join affiliations a on a.id = u.affiliation_id join agencies g on g.id = u.agency_id
  left join affiliations ra on ra.id = u.reviewed_by left join people rp on rp.id = ra.person_id
  order by u.at desc, u.id desc
$$;

-- What has left an audience is followed in the buffer by access.follow_entry and by the doors of turvakielto.
drop function access.retract_events(uuid, bigint, uuid);

do $$
declare f text;
begin
  foreach f in array array['end_membership', 'glass_to_review', 'glass_uses'] loop
    execute format('alter function access.%I owner to rinki_access', f);
    execute format('revoke all on function access.%I from public', f);
  end loop;
end $$;
grant execute on function access.end_membership, access.glass_to_review, access.glass_uses to rinki_app;
revoke create on schema access from rinki_access;
