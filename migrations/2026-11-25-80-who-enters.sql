-- Whoever may not be told that there is such a case reads nothing of it, not even what is for them by itself: a prohibition that
-- shuts the case shuts all of it, here as in the server's own rule.

-- Readers of the audiences of a case (or of one), with the time in which each holds.
create or replace function access.derived(p_case uuid, p_key bigint default null)
returns table (acl_key bigint, person_id uuid, affiliation_id uuid, valid tstzrange)
language sql stable set search_path = public, pg_temp as $$
  with home as (select owner_agency_id as agency_id, acl_key as case_key, '{(,)}'::tstzmultirange as always, '{}'::tstzmultirange as never from cases where id = p_case),
  participants as (
    select m.person_id, m.affiliation_id, m.role, a.agency_id, m.affiliation_id is null as family,
           tstzmultirange(tstzrange(m.starts_at, m.ends_at) * coalesce(tstzrange(a.starts_at, a.ends_at), '(,)')) as active,
           s.owner_agency_id as known_owner, s.data_class as known_class, s.scope as known_scope,
           s.agency_ids as known_agencies, s.family_scope as known_family, s.family_ids as known_family_ids
    from memberships m join audiences s on s.acl_key = m.acl_key left join affiliations a on a.id = m.affiliation_id
    where m.case_id = p_case
  ),
  pairs as (
    select d.acl_key, p.person_id, p.affiliation_id, p.active,
      -- 1. May the reader be addressed at all, and on what ground?
      case
        when p.person_id = any (d.author_ids) and (p.family or p.agency_id = d.owner_agency_id) then always
        when d.scope = 'private' then never
        when p.role = 'break-glass' then case
          when p.agency_id = d.owner_agency_id then always
          when d.scope in ('agency', 'team') or (d.scope = 'agencies' and not p.agency_id = any (d.agency_ids)) then never
          -- That there is the case, and who is around the child, as colleagues of the own agency are told it.
          when d.acl_key = home.case_key then access.covers(p_case, d.owner_agency_id, p.agency_id, d.data_class)
          else access.covers_vitally(p_case, d.owner_agency_id, p.agency_id, d.data_class)
        end
        when p.family then case when d.family_scope = 'all' or (d.family_scope = 'chosen' and p.person_id = any (d.family_ids)) then always else never end
        when d.scope = 'team' then case when p.agency_id = d.owner_agency_id and p.role in ('responsible', 'working-pair', 'team') then always else never end
        when p.agency_id = d.owner_agency_id then always
        when d.scope = 'agency' then never
        when d.participation and p.agency_id = home.agency_id then always
        when d.participation and d.owner_agency_id = home.agency_id and d.scope = 'everyone' then always
        when d.scope = 'agencies' and not p.agency_id = any (d.agency_ids) then never
        else access.covers(p_case, d.owner_agency_id, p.agency_id, d.data_class)
      end as addressed,
      -- 2. May the author know of the reader? Nobody reads a text whose author may not know of them.
      case
        when d.participation or p.person_id = any (d.author_ids) or p.role = 'break-glass' then always
        when exists (select from memberships w where w.case_id = p_case and w.affiliation_id is null and w.person_id = any (d.author_ids))
          then case when p.known_family = 'all' or (p.known_family = 'chosen' and d.author_ids <@ p.known_family_ids) then always else never end
        when d.owner_agency_id = p.known_owner or d.owner_agency_id = home.agency_id then always
        when p.known_owner = home.agency_id and p.known_scope = 'everyone' then always
        when p.known_scope = 'everyone' or (p.known_scope = 'agencies' and d.owner_agency_id = any (p.known_agencies))
          then access.covers(p_case, p.known_owner, d.owner_agency_id, p.known_class)
        else never
      end as known
    from audiences d cross join participants p cross join home
    where d.case_id = p_case and (p_key is null or d.acl_key in (p_key, home.case_key))
  ),
  entering as (
    select pairs.person_id, pairs.affiliation_id, range_agg(pairs.active * pairs.addressed * pairs.known) as entered
    from pairs, home where pairs.acl_key = home.case_key group by 1, 2
  )
  select pairs.acl_key, pairs.person_id, pairs.affiliation_id, span
  from pairs join entering e on e.person_id = pairs.person_id and e.affiliation_id is not distinct from pairs.affiliation_id,
    unnest(active * addressed * known * entered) as span
  where not isempty(span) and (p_key is null or pairs.acl_key = p_key)
$$;
