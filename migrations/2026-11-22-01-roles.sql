-- Roles own nothing they serve with. The login of the installation is made a member of the serving roles and
-- each pool starts its connections with `role = …`; rinki_access owns the reviewed security-definer functions.
do $$
declare r text;
begin
  foreach r in array array['rinki_app', 'rinki_gateway', 'rinki_jobs', 'rinki_access'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I nologin nobypassrls', r);
    end if;
    execute format('grant %I to current_user', r);
  end loop;
end $$;

create schema app;
create schema access;
grant usage on schema app to rinki_app, rinki_gateway, rinki_jobs, rinki_access;
grant usage on schema access to rinki_app, rinki_gateway, rinki_access;
grant create on schema access to rinki_access;
grant usage on schema public to rinki_app, rinki_gateway, rinki_jobs, rinki_access;

-- The transaction's context. Unset, or reset to '' by a pool, it names nobody.
create function app.person() returns uuid language sql stable parallel safe as
$$ select nullif(current_setting('app.person', true), '')::uuid $$;

-- One clock: database time, settable in tests.
create function app.now() returns timestamptz language sql stable parallel safe as
$$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;
