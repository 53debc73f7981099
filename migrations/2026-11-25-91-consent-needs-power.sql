-- A guardian's consent carries while that guardian has the power, also where nobody else has it: custody that ends takes what
-- stood on it along. Where nobody with the power is recorded, a consent whose giver is not recorded as a guardian suffices.
create or replace function access.covers(p_case uuid, p_from uuid, p_to uuid, p_class text) returns tstzmultirange
language sql stable set search_path = public, pg_temp as $$
  with matching as materialized (
    select * from grounds
    where case_id = p_case and p_class = any (data_classes)
      and (from_agency_id is null or from_agency_id = p_from)
      and (to_agency_id is null or to_agency_id = p_to)
  ),
  sums as (
    select
      coalesce(range_agg(valid) filter (where effect = 'allow' and beats_prohibition), '{}') as unstoppable,
      coalesce(range_agg(valid) filter (where effect = 'prohibit' and kind = 'child-consent'
        and capacity is distinct from 'does-not-understand'), '{}') as child_prohibits,
      coalesce(range_agg(valid) filter (where effect = 'allow' and kind = 'child-consent' and capacity = 'understands'), '{}') as child_allows,
      coalesce(range_agg(valid) filter (where effect = 'prohibit' and kind <> 'child-consent'), '{}') as prohibited,
      coalesce(range_agg(valid) filter (where effect = 'allow' and kind not in ('child-consent', 'guardian-consent')), '{}') as allowed,
      coalesce(range_agg(valid) filter (where effect = 'allow' and kind = 'guardian-consent' and not exists (
        select from relations r where r.case_id = p_case and r.kind = 'guardian'
          and (r.id = given_by_relation or r.person_id = given_by))), '{}') as consented
    from matching
  ),
  guardians as (
    -- Of each guardian the time in which they have the power, and of that the time without their consent.
    select coalesce(range_agg(g.power), '{}') as empowered,
      coalesce(range_agg(g.power - coalesce((
        select range_agg(m.valid) from matching m where m.effect = 'allow' and m.kind = 'guardian-consent'
          and (m.given_by_relation = g.relation_id or m.given_by = g.person_id)), '{}')), '{}') as lacking
    from access.guardian_powers(p_case, p_class) g
    where exists (select from matching m where m.effect = 'allow' and m.kind = 'guardian-consent')
  )
  select unstoppable + (child_allows + (allowed + (consented - empowered) + (empowered - lacking) - prohibited) - child_prohibits)
  from sums, guardians
$$;

set local role rinki_access;
select access.derive_case(id) from cases;
update streams set access_epoch = access_epoch + 1 where kind = 'case';
reset role;
