-- One role per process, so that each may do only its work. None can log in: the user of the
-- address takes them on. Roles belong to the whole server, so they may be there already, made by
-- another database or by its administrator. Safe to run again and side by side.

do $$
declare
  wanted text;
  -- Since 16 a maker of roles is a member of them without being allowed to take them on.
  enough text := case when current_setting('server_version_num')::int < 160000
    then 'member' else 'set' end;
begin
  foreach wanted in array array[
    'kecid_migrator', 'kecid_portal', 'kecid_office', 'kecid_jobs', 'kecid_exchange', 'kecid_reader'
  ] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin', wanted);
      exception when duplicate_object or unique_violation then
        null; -- another database of this server was faster
      end;
    end if;
    if not pg_has_role(current_user, wanted, enough) then
      execute format('grant %I to %I', wanted, current_user);
    end if;
  end loop;

  -- The migrator owns what the migrations make, so that no serving role owns a table.
  if not has_database_privilege('kecid_migrator', current_database(), 'create') then
    execute format('grant create on database %I to kecid_migrator', current_database());
  end if;
  if not has_schema_privilege('kecid_migrator', 'public', 'create') then
    grant create on schema public to kecid_migrator;
  end if;
  if has_schema_privilege('kecid_reader', 'public', 'create') then
    revoke create on schema public from public;
  end if;
end
$$;
