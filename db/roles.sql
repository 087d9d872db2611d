-- One login for each kind of process, so that each may do only its work, and the migrator, who owns
-- the tables and cannot log in while the house is at work. Passwords are not set here.
--
-- A superuser runs this before our own PostgreSQL starts, an administrator once on another server.
-- Logins belong to the whole server, so they may be there already. Safe to run again and side by
-- side: what is as it should be is left alone.

do $$
declare
  logins constant text[] := array[
    'kecid_door', 'kecid_portal', 'kecid_office', 'kecid_jobs', 'kecid_exchange', 'kecid_reader',
    'kecid_keys'
  ];
  wanted text;
  joined text;
  place text;
  -- Since 16 a maker of roles is a member of them without being allowed to take them on.
  enough text := case when current_setting('server_version_num')::int < 160000
    then 'member' else 'set' end;
begin
  foreach wanted in array logins || array['kecid_migrator'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I noinherit', wanted);
      exception when duplicate_object or unique_violation then
        null; -- another database of this server was faster
      end;
    end if;
    if exists (
      select from pg_roles
      where rolname = wanted and rolcanlogin is distinct from (wanted = any (logins))
    ) then
      execute format(
        'alter role %I %s', wanted, case when wanted = any (logins) then 'login' else 'nologin' end
      );
    end if;

    -- Who belongs to nothing gains nothing by set_config('role', …).
    for joined in
      select pg_get_userbyid(roleid) from pg_auth_members where member = wanted::regrole
    loop
      execute format('revoke %I from %I', joined, wanted);
    end loop;

    -- A login may set what its own connections begin with; that ends here.
    for place in
      select case when datname is null then '' else format(' in database %I', datname) end
      from pg_db_role_setting left join pg_database on pg_database.oid = setdatabase
      where setrole = wanted::regrole
    loop
      execute format('alter role %I%s reset all', wanted, place);
    end loop;
  end loop;

  if not pg_has_role(current_user, 'kecid_migrator', enough) then
    execute format('grant kecid_migrator to %I', current_user);
  end if;

  -- Without temporary tables nobody puts one before ours.
  if exists (
    select from pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba))) as granted
    where datname = current_database() and granted.grantee = 0
  ) then
    execute format('revoke all on database %I from public', current_database());
  end if;
  foreach wanted in array logins || array['kecid_migrator'] loop
    if not has_database_privilege(wanted, current_database(), 'connect') then
      execute format('grant connect on database %I to %I', current_database(), wanted);
    end if;
  end loop;

  -- The migrator owns what the migrations make, so that no login owns a table.
  if not has_database_privilege('kecid_migrator', current_database(), 'create') then
    execute format('grant create on database %I to kecid_migrator', current_database());
  end if;
  if not has_schema_privilege('kecid_migrator', 'public', 'create') then
    grant create on schema public to kecid_migrator;
  end if;
  if has_schema_privilege('kecid_reader', 'public', 'create') then
    revoke create on schema public from public;
  end if;

  -- What a statement could leave behind for whoever has the connection next, or hold up others by:
  -- where we are the superuser we may forbid it.
  if (select rolsuper from pg_roles where rolname = current_user) then
    for wanted in
      select format('%s', oid::regprocedure) from pg_proc
      where pronamespace = 'pg_catalog'::regnamespace
        and proname ~ '^(pg_(try_)?advisory_|lo_|loread$|lowrite$|pg_sleep|pg_notify$)'
        and has_function_privilege('kecid_reader', oid, 'execute')
    loop
      execute format('revoke execute on function %s from public', wanted);
      execute format(
        'grant execute on function %s to kecid_migrator, kecid_jobs, kecid_keys', wanted
      );
    end loop;
    grant execute on function pg_advisory_xact_lock(bigint) to kecid_door;
  end if;
end
$$;
