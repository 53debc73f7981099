-- A request is passed on to another service, which has it once it accepts; experts of other agencies are asked into it; both sides
-- agree on a time. The door of requests learns these acts.
grant create on schema access to rinki_access;
drop function access.step_consultation(uuid, text, text, uuid, jsonb);

-- One act of one person on a request: who may, from which state to which, what changes with it, and its row of the history.
-- Written apart from the server's own table of moves, which stands before it.
-- p_target: whom it is handed on to, who becomes the deputy, who is invited (affiliations), or where it is passed on to (a service).
create function access.step_consultation(p_id uuid, p_act text, p_reason text, p_target uuid, p_message jsonb, p_ground jsonb) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  c consultations;
  v_parts text[];
  v_asking boolean;
  v_alone boolean;
  v_held boolean;
  v_taken boolean;
  v_open boolean;
  v_next text;
  v_to affiliations;
  v_service services;
  v_about consultation_messages;
  v_asks_agency uuid;
  v_new_agency uuid;
  v_stays boolean;
begin
  select * into c from consultations x where x.id = p_id for update;
  if not found then raise exception 'no such request' using errcode = '42501'; end if;
  v_parts := access.consultation_parts(c);
  v_asking := v_parts && '{asker,deputy}';
  -- What only the answering side does is never done to a question of one's own.
  v_alone := not v_asking;
  v_held := access.holder_holds(c);
  v_taken := c.state in ('claimed', 'more-information');
  v_open := v_taken or c.state in ('sent', 'triage');
  v_next := case p_act
    when 'begin-triage' then case when 'member' = any (v_parts) and v_alone and c.state = 'sent' then 'triage' end
    when 'claim' then case when 'member' = any (v_parts) and v_alone then
      case when c.state in ('sent', 'triage') then 'claimed' when v_taken and not v_held then c.state end end
    when 'release' then case when 'holder' = any (v_parts) and v_alone and v_taken then 'triage' end
    when 'hand-on' then case when v_parts && '{holder,lead}' and v_alone then
      case when c.state in ('sent', 'triage') then 'claimed' when v_taken then c.state end end
    when 'ask-more' then case when 'holder' = any (v_parts) and v_alone and v_taken then 'more-information' end
    when 'tell-more' then case when v_asking then
      case when c.state = 'more-information' then 'claimed' when v_open then c.state end end
    when 'answer' then case when 'holder' = any (v_parts) and v_alone and v_taken then 'answered' end
    when 'withdraw' then case when v_asking and v_open then 'withdrawn' end
    when 'close' then case when (v_asking or v_parts && '{holder,lead}') and c.state in ('answered', 'followed-up') then 'closed' end
    when 'reopen' then case when (v_asking or v_parts && '{holder,lead}') and c.state in ('answered', 'followed-up', 'closed') then
      case when v_held then 'claimed' else 'triage' end end
    when 'set-deputy' then case when 'asker' = any (v_parts) and c.state not in ('closed', 'withdrawn') then c.state end
    when 'pass-on' then case when v_parts && '{holder,lead}' and v_alone and v_open and c.offered_service_id is null then c.state end
    when 'take-back-passing' then case when v_parts && '{holder,lead}' and v_alone and v_open and c.offered_service_id is not null then c.state end
    when 'accept-passed' then case when 'offered' = any (v_parts) and v_alone and v_open then 'claimed' end
    when 'decline-passed' then case when 'offered' = any (v_parts) and v_alone and v_open then c.state end
    when 'invite-expert' then case when 'holder' = any (v_parts) and v_alone and v_taken then c.state end
    when 'accept-invitation' then case when 'invited' = any (v_parts) and v_alone and c.state not in ('closed', 'withdrawn') then c.state end
    when 'decline-invitation' then case when v_parts && '{invited,expert}' and v_alone and c.state not in ('closed', 'withdrawn') then c.state end
    when 'advise' then case when 'expert' = any (v_parts) and v_alone and v_taken then c.state end
    when 'propose-times' then case when 'holder' = any (v_parts) and v_alone and (v_taken or c.state in ('answered', 'followed-up')) then c.state end
    when 'note-talk' then case when 'holder' = any (v_parts) and v_alone and (v_taken or c.state in ('answered', 'followed-up')) then c.state end
    when 'choose-time' then case when v_asking and (v_taken or c.state in ('answered', 'followed-up')) then c.state end
  end;
  if v_next is null then raise exception 'not to be done' using errcode = '42501'; end if;

  if p_act = 'hand-on' then
    select a.* into v_to from affiliations a join service_members m on m.affiliation_id = a.id
    where a.id = p_target and m.service_id = c.service_id and tstzrange(m.starts_at, m.ends_at) @> app.now()
      and tstzrange(a.starts_at, a.ends_at) @> app.now() and a.person_id not in (c.asker_id, coalesce(c.deputy_id, c.asker_id))
      for share of m;
  elsif p_act = 'set-deputy' and p_target is not null then
    select b.* into v_to from affiliations a join affiliations b on b.agency_id = a.agency_id
    where a.id = c.asker_affiliation_id and b.id = p_target and b.person_id <> c.asker_id and tstzrange(b.starts_at, b.ends_at) @> app.now()
      for share of b;
  elsif p_act = 'invite-expert' then
    -- Somebody of a service of another agency, who is on no side yet.
    select a.* into v_to from affiliations a join people p on p.id = a.person_id
    where a.id = p_target and tstzrange(a.starts_at, a.ends_at) @> app.now() and (p.ended_at is null or p.ended_at > app.now())
      and a.agency_id <> (select s.agency_id from services s where s.id = c.service_id)
      and a.person_id not in (c.asker_id, coalesce(c.deputy_id, c.asker_id))
      and exists (select from service_members m where m.affiliation_id = a.id and m.service_id <> c.service_id and tstzrange(m.starts_at, m.ends_at) @> app.now())
      and not exists (select from service_members m where m.affiliation_id = a.id and m.service_id = c.service_id and tstzrange(m.starts_at, m.ends_at) @> app.now())
      and not exists (select from consultation_experts e where e.consultation_id = c.id and e.affiliation_id = a.id and e.accepted is not false)
      for share of a;
    v_new_agency := v_to.agency_id;
  elsif p_act = 'pass-on' then
    -- An end of the service waits for this, or this finds it ended.
    select s.* into v_service from services s
    where s.id = p_target and s.id <> c.service_id and s.ended_at is null and (case when c.anonymous then s.takes_anonymous else s.takes_named end) for share;
    if not found then raise exception 'not to that service' using errcode = '42501'; end if;
    v_new_agency := v_service.agency_id;
  elsif p_act = 'choose-time' then
    -- Of the last proposal, once.
    select m.* into v_about from consultation_messages m
    where m.consultation_id = c.id and m.kind = 'times-proposed' order by m.id desc limit 1;
    if v_about.id is distinct from (p_message ->> 'about')::uuid or (p_message ->> 'chosen')::int >= jsonb_array_length(v_about.times)
      or exists (select from consultation_messages m where m.about = v_about.id) then
      raise exception 'no such time' using errcode = '42501';
    end if;
  end if;
  if v_to.id is null and (p_act in ('hand-on', 'invite-expert') or (p_act = 'set-deputy' and p_target is not null)) then
    raise exception 'not to them' using errcode = '42501';
  end if;

  -- What names a child goes to another agency on a ground alone.
  if v_new_agency is not null and not c.anonymous then
    select a.agency_id into v_asks_agency from affiliations a where a.id = c.asker_affiliation_id;
    if p_ground is null and (v_new_agency <> v_asks_agency or coalesce(v_service.kind = 'standing-team', false)) then
      raise exception 'no ground' using errcode = '42501';
    end if;
    if p_ground is not null then
      insert into consultation_grounds (consultation_id, service_id, agency_id, kind, statute, evidence, covers, at, person_id)
      values (c.id, v_service.id, case when v_service.id is null then v_new_agency end, p_ground ->> 'kind', p_ground ->> 'statute', p_ground ->> 'evidence',
        array(select jsonb_array_elements_text(p_ground -> 'covers')), app.now(), app.person());
    end if;
  end if;

  v_stays := v_next in ('sent', 'triage', 'claimed', 'more-information') and p_act not in ('take-back-passing', 'accept-passed', 'decline-passed');
  update consultations x set
    state = v_next,
    service_id = case when p_act = 'accept-passed' then x.offered_service_id else x.service_id end,
    changed_at = app.now(),
    holder_id = case when p_act in ('claim', 'accept-passed') then app.person() when p_act = 'hand-on' then v_to.person_id
      when p_act = 'release' or (p_act = 'reopen' and not v_held) then null else x.holder_id end,
    holder_affiliation_id = case when p_act in ('claim', 'accept-passed') then app.affiliation() when p_act = 'hand-on' then v_to.id
      when p_act = 'release' or (p_act = 'reopen' and not v_held) then null else x.holder_affiliation_id end,
    deputy_id = case when p_act = 'set-deputy' then v_to.person_id else x.deputy_id end,
    deputy_affiliation_id = case when p_act = 'set-deputy' then v_to.id else x.deputy_affiliation_id end,
    answered_at = case when p_act = 'answer' then app.now() else x.answered_at end,
    -- What is answered or withdrawn is passed on to nobody any more.
    offered_service_id = case when p_act = 'pass-on' then v_service.id when v_stays then x.offered_service_id end,
    offered_at = case when p_act = 'pass-on' then app.now() when v_stays then x.offered_at end,
    offer_reason = case when p_act = 'pass-on' then coalesce(p_reason, '') when v_stays then x.offer_reason end
  where x.id = c.id;
  insert into consultation_history (consultation_id, act, from_state, to_state, person_id, affiliation_id, at, reason, to_affiliation_id, to_service_id)
  values (c.id, p_act, c.state, v_next, app.person(), app.affiliation(), app.now(), p_reason, v_to.id,
    case when p_act = 'accept-passed' then c.offered_service_id else v_service.id end);
  if p_message is not null then
    insert into consultation_messages (consultation_id, kind, side, person_id, affiliation_id, at, text, way, times, about, chosen)
    values (c.id, p_message ->> 'kind', case when v_asking then 'asking' when p_act = 'advise' then 'invited' else 'answering' end, app.person(), app.affiliation(),
      app.now(), p_message ->> 'text', p_message ->> 'way', coalesce(p_message -> 'times', '[]'), (p_message ->> 'about')::uuid, (p_message ->> 'chosen')::int);
  end if;
  if p_act = 'invite-expert' then
    -- Whoever said no before is asked anew.
    insert into consultation_experts (consultation_id, person_id, affiliation_id, words, invited_by, invited_at)
    values (c.id, v_to.person_id, v_to.id, coalesce(p_reason, ''), app.affiliation(), app.now())
    on conflict (consultation_id, affiliation_id) do update
    set words = excluded.words, invited_by = excluded.invited_by, invited_at = excluded.invited_at, answered_at = null, accepted = null;
  elsif p_act in ('accept-invitation', 'decline-invitation') then
    update consultation_experts e set answered_at = app.now(), accepted = p_act = 'accept-invitation'
    where e.consultation_id = c.id and e.person_id = app.person() and e.affiliation_id = app.affiliation();
  end if;
  if p_act in ('pass-on', 'invite-expert') then perform access.log_consultation(c.id); end if;
  return v_next;
end $$;

-- Whom whoever has the request could ask into it: people of services of other agencies who are on no side of it. Nobody else may
-- ask who is in which service.
create function access.invitable_experts(p_id uuid)
returns table (affiliation_id uuid, person_id uuid, name text, profession text, agency_id uuid, agency_name_fi text, agency_name_sv text,
  service_name_fi text, service_name_sv text)
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare c consultations;
begin
  select * into c from consultations x where x.id = p_id;
  if not found or not 'holder' = any (access.consultation_parts(c)) then raise exception 'not theirs' using errcode = '42501'; end if;
  return query
  select distinct on (p.name, a.id) a.id, p.id, p.name, a.profession, g.id, g.name_fi, g.name_sv, s.name_fi, s.name_sv
  from service_members m join services s on s.id = m.service_id and s.ended_at is null join affiliations a on a.id = m.affiliation_id
    join people p on p.id = a.person_id join agencies g on g.id = a.agency_id
  where m.service_id <> c.service_id and tstzrange(m.starts_at, m.ends_at) @> app.now() and tstzrange(a.starts_at, a.ends_at) @> app.now()
    and (p.ended_at is null or p.ended_at > app.now())
    and g.id <> (select o.agency_id from services o where o.id = c.service_id)
    and p.id not in (c.asker_id, coalesce(c.deputy_id, c.asker_id))
    and not exists (select from service_members o where o.affiliation_id = a.id and o.service_id = c.service_id and tstzrange(o.starts_at, o.ends_at) @> app.now())
    and not exists (select from consultation_experts e where e.consultation_id = c.id and e.affiliation_id = a.id and e.accepted is not false)
  order by p.name, a.id, s.id;
end $$;

alter function access.step_consultation owner to rinki_access;
alter function access.invitable_experts owner to rinki_access;
revoke all on function access.step_consultation, access.invitable_experts from public;
grant execute on function access.step_consultation, access.invitable_experts to rinki_app;
revoke create on schema access from rinki_access;
