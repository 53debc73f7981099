-- What goes along with a request can be what was signed: a text as it stands in a signed version, with who wrote it as what, when it was
-- signed, and the version's hash. It goes on the ground for its own class, and only while the text that it was could go, too.
grant select on version_parts, assessment_versions to rinki_access;

-- p_items: [{kind, sourceId, until, fields: [{name, rev}]}]; of a part of a version the revision is 0.
create or replace function access.send_bundle(p_case uuid, p_consultation uuid, p_days int, p_items jsonb, p_agencies uuid[]) returns uuid
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c consultations;
  s services;
  k cases;
  e entries;
  r version_parts;
  v assessment_versions;
  d audiences;
  i jsonb;
  f jsonb;
  v_id uuid := uuidv7();
  v_own uuid;
  v_until timestamptz;
  v_agencies uuid[];
  v_to uuid[];
  v_fields jsonb;
  v_content jsonb;
  v_labels jsonb := '[]';
  v_class text;
  v_kind text;
  v_object uuid;
  v_keys bigint[];
  v_texts jsonb;
  v_n int := 0;
begin
  select * into c from consultations x where x.id = p_consultation for share;
  if not found or c.anonymous or c.state in ('withdrawn', 'closed') or not 'asker' = any (access.consultation_parts(c)) then
    raise exception 'no request of theirs' using errcode = '42501';
  end if;
  select * into s from services x where x.id = c.service_id and x.kind in ('hospital-school', 'standing-team') and x.ended_at is null for share;
  if not found then raise exception 'no such centre' using errcode = '42501'; end if;
  select * into k from cases x where x.id = p_case and (x.closed_at is null or x.closed_at > app.now());
  if not found or not access.holds(p_case, 'professional') or access.breaks_glass(p_case) then
    raise exception 'not one''s case' using errcode = '42501';
  end if;
  v_agencies := access.bundle_agencies(p_consultation);
  if p_days not between 1 and 90 or jsonb_array_length(p_items) not between 1 and 100
    or v_agencies is distinct from (select array_agg(distinct x order by x) from unnest(p_agencies) x) then
    raise exception 'other readers' using errcode = '42501';
  end if;
  select a.agency_id into v_own from affiliations a where a.id = app.affiliation();
  v_until := app.now() + make_interval(days => p_days);
  insert into bundles (id, case_id, consultation_id, service_id, from_agency_id, person_id, affiliation_id, sent_at, until, labels)
  values (v_id, p_case, c.id, s.id, v_own, app.person(), app.affiliation(), app.now(), v_until, '[]');
  for i in select * from jsonb_array_elements(p_items) loop
    v_n := v_n + 1;
    if i ->> 'kind' = 'child' then
      v_class := 'coordination'; v_kind := 'case'; v_object := k.id; v_keys := array[k.acl_key];
      if k.owner_agency_id <> v_own then raise exception 'another register' using errcode = '42501'; end if;
      v_content := jsonb_build_object('kind', 'child', 'entryKind', null, 'about', null, 'signed', false, 'writtenOn', null, 'authors', '[]'::jsonb,
        'fields', jsonb_build_array(jsonb_build_object('name', 'name', 'text', k.child_name),
          jsonb_build_object('name', 'birthDate', 'text', to_char(k.birth_date, 'YYYY-MM-DD')),
          jsonb_build_object('name', 'languages', 'text', array_to_string(k.languages, ' ')),
          jsonb_build_object('name', 'interpreter', 'text', coalesce(k.interpreter, ''))));
    else
      -- Of a signed text what was signed, where the text that it was is still one that could go.
      r := null;
      v := null;
      if i ->> 'kind' = 'part' then
        select * into r from version_parts x where x.id = (i ->> 'sourceId')::uuid and x.case_id = p_case;
        select * into v from assessment_versions x where x.id = r.version_id;
      end if;
      select * into e from entries x
      where x.id = case when i ->> 'kind' = 'part' then r.entry_id else (i ->> 'sourceId')::uuid end and x.case_id = p_case for share;
      if not found or r.kind <> e.kind or e.state not in ('shared', 'frozen') or e.kind not in ('situation', 'contribution', 'child-view', 'parent-view', 'synthesis', 'dissent')
        or e.data_class in ('safety', 'hypothesis') or e.owner_agency_id <> v_own or e.affiliation_id is null then
        raise exception 'not to be given' using errcode = '42501';
      end if;
      v_class := e.data_class; v_kind := 'entry'; v_object := e.id; v_keys := array[e.acl_key]; v_texts := e.fields;
      if r.id is not null then
        v_kind := 'version-part'; v_object := r.id; v_keys := array[e.acl_key, r.acl_key, v.acl_key];
        select x.data_class into v_class from audiences x where x.acl_key = r.acl_key;
        select coalesce(jsonb_object_agg(t.key, jsonb_build_object('text', t.value, 'rev', 0)), '{}') into v_texts
        from jsonb_each_text(r.content -> 'fields') t;
      end if;
      select * into d from audiences x where x.acl_key = e.acl_key;
      -- What its authors keep within the agency goes out by their own hand alone.
      if not (d.scope = 'everyone' or (d.scope = 'agencies' and s.agency_id = any (d.agency_ids)) or app.person() = any (e.author_ids)) then
        raise exception 'kept within' using errcode = '42501';
      end if;
      if e.kind = 'child-view' and coalesce(e.fields -> 'mayRead' ->> 'text', '') not in ('professionals', 'both') then
        raise exception 'the child has not allowed' using errcode = '42501';
      end if;
      -- Of an agency that would tell where the child is nothing goes.
      if e.owner_agency_id <> k.owner_agency_id and exists (
        select from memberships m join affiliations a on a.id = m.affiliation_id join audiences w on w.acl_key = m.acl_key
        where m.case_id = p_case and a.agency_id = e.owner_agency_id and w.participation and w.data_class = 'safety') then
        raise exception 'withheld' using errcode = '42501';
      end if;
      v_fields := '[]';
      for f in select * from jsonb_array_elements(i -> 'fields') loop
        if v_texts -> (f ->> 'name') is null or (v_texts -> (f ->> 'name') ->> 'rev')::int is distinct from (f ->> 'rev')::int
          or (e.kind = 'child-view' and f ->> 'name' in ('safetyCheck', 'asked', 'mayRead')) then
          raise exception 'not the text that was looked at' using errcode = '42501';
        end if;
        v_fields := v_fields || jsonb_build_object('name', f ->> 'name', 'text', v_texts -> (f ->> 'name') ->> 'text');
      end loop;
      if v_fields = '[]' then raise exception 'nothing chosen' using errcode = '42501'; end if;
      v_content := jsonb_build_object('kind', 'entry', 'entryKind', e.kind, 'about', case when e.kind = 'contribution' then e.about end,
        'signed', e.state = 'frozen', 'writtenOn', to_char(e.updated_at at time zone 'Europe/Helsinki', 'YYYY-MM-DD'),
        'authors', (select coalesce(jsonb_agg(p.name order by p.name), '[]') from people p where p.id = any (e.author_ids)), 'fields', v_fields);
      if r.id is not null then
        v_content := v_content || jsonb_build_object('kind', 'part', 'signed', true,
          'writtenOn', to_char((r.content ->> 'writtenAt')::timestamptz at time zone 'Europe/Helsinki', 'YYYY-MM-DD'),
          'authors', (select coalesce(jsonb_agg(a ->> 'name' order by a ->> 'name'), '[]') from jsonb_array_elements(r.content -> 'authors') a),
          'version', jsonb_build_object('number', v.version, 'signedAt', to_char(v.signed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'hash', v.hash, 'authors', (select coalesce(jsonb_agg(jsonb_build_object('name', a ->> 'name', 'profession', a -> 'profession') order by a ->> 'name'), '[]')
              from jsonb_array_elements(r.content -> 'authors') a)));
      end if;
    end if;
    if v_class in ('safety', 'hypothesis') or exists (
      select from unnest(v_keys) key where not exists (
        select from acl_members m where m.acl_key = key and m.person_id = app.person() and m.affiliation_id is not distinct from app.affiliation()
          and m.valid @> app.now())) then
      raise exception 'not readable' using errcode = '42501';
    end if;
    select coalesce(array_agg(a order by a), '{}') into v_to from unnest(v_agencies) a
    where a = v_own or access.covers(p_case, v_own, a, v_class) @> app.now();
    if not s.agency_id = any (v_to) then raise exception 'no ground' using errcode = '42501'; end if;
    insert into bundle_items (bundle_id, n, data_class, agency_ids, until, content)
    values (v_id, v_n, v_class, v_to, least(v_until, (i ->> 'until')::timestamptz), v_content);
    v_labels := v_labels || (v_content - 'fields');
    insert into disclosure_log (at, case_id, object_kind, object_id, data_class, from_agency_id, to_agency_id, ground_id, person_id, affiliation_id, basis,
      ground_ids, since)
    select app.now(), p_case, v_kind, v_object, v_class, v_own, a, g.ids[1], app.person(), app.affiliation(), 'ground', g.ids, app.now()
    from unnest(v_to) a, lateral (select access.carrying_grounds(p_case, v_own, a, v_class) as ids) g where a <> v_own
    on conflict do nothing;
  end loop;
  update bundles b set labels = v_labels where b.id = v_id;
  -- Of what nobody may read any more the words go.
  delete from bundle_items x using bundles b where b.id = x.bundle_id and b.until <= app.now();
  return v_id;
end $$;
