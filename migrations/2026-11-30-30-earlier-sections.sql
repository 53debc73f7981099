-- A shared section of the memo is written on as long as it is for exactly those who are invited. Who else is invited is the team's to read; that a
-- section was left for another one is everybody's who reads it, else a visitor would go on in the one that nobody looks at any more.

create function access.earlier_sections(p_items uuid[]) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  select s.id from memo_sections s join audiences d on d.acl_key = s.acl_key
  where s.item_id = any (p_items) and s.part = 'shared' and access.has_key(s.acl_key)
    and array(select a from unnest(d.agency_ids) a order by a) <> array(
      select distinct f.agency_id from agenda_visits v
        join memberships m on m.id = v.membership_id join affiliations f on f.id = m.affiliation_id
      where v.item_id = s.item_id and v.withdrawn_at is null and f.agency_id <> d.owner_agency_id
      order by f.agency_id)
$$;

grant create on schema access to rinki_access;
alter function access.earlier_sections owner to rinki_access;
revoke all on function access.earlier_sections from public;
grant execute on function access.earlier_sections to rinki_app;
revoke create on schema access from rinki_access;
