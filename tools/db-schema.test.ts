import { equal, match, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { Client } from 'pg'
import { emptyDatabase, sharedDatabase } from '#test/house-database.ts'
import { schemaText } from '#tools/db-schema.ts'
import { typesText } from '#tools/db-types.ts'

const PLANTED = `
  create extension pg_trgm;
  create type size as enum ('small', 'large');
  create table "order" (
    id bigint generated always as identity primary key,
    "group" size not null default 'small',
    name text collate "C" not null check (name <> ''),
    folded text generated always as (lower(name)) stored,
    parent_id bigint references "order" (id) on delete cascade
  );
  create index order_name on "order" using gin (name gin_trgm_ops) where name > 'a';
  create view small_order as select id from "order" where "group" = 'small';
  create function twice(number int) returns int language sql immutable as 'select number * 2';
  create function refuse() returns trigger language plpgsql as 'begin return null; end';
  create trigger refused before delete on "order" for each row execute function refuse();
  alter table "order" enable row level security;
  alter table "order" force row level security;
  create policy own on "order" as restrictive for select to kecid_portal using (id > 0);
  grant select, insert on "order" to kecid_portal;
  grant update (name, "group") on "order" to kecid_office;
  revoke execute on function twice from public;
  grant execute on function twice to kecid_jobs;`

test('the printed schema tells everything that a migration can make', async () => {
  const url = await emptyDatabase()
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(PLANTED)
  await client.end()

  const text = await schemaText(url)

  const expected = [
    'create extension pg_trgm;',
    "create type size as enum ('small', 'large');",
    'create table "order" (\n  id bigint not null generated always as identity,',
    `  "group" size not null default 'small'::size,`,
    '  name text collate "C" not null,',
    '  folded text generated always as (lower(name)) stored,',
    '  constraint order_pkey PRIMARY KEY (id),',
    '  constraint order_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES "order"(id) ON DELETE',
    "  constraint order_name_check CHECK ((name <> ''::text))\n);",
    'create view small_order as\n',
    'CREATE INDEX order_name ON "order" USING gin (name gin_trgm_ops) WHERE',
    'CREATE OR REPLACE FUNCTION public.twice(number integer)',
    'CREATE TRIGGER refused BEFORE DELETE ON "order" FOR EACH ROW EXECUTE FUNCTION refuse();',
    'alter table "order" enable row level security;\n',
    'alter table "order" force row level security;\n',
    'create policy own on "order" as restrictive for select to kecid_portal using ((id > 0));',
    'grant insert, select on "order" to kecid_portal;',
    'grant update ("group", name) on "order" to kecid_office;',
    'grant execute on function refuse() to public;',
    'grant execute on function twice(number integer) to kecid_jobs;',
  ]
  for (const line of expected) ok(text.includes(line), `${line}\n is not in\n${text}`)
  equal(/show_limit|similarity|twice\(number integer\) to public/.test(text), false)
  equal(await schemaText(url), text)
})

test('db/schema.sql and the types of the tables are what the migrations make', async () => {
  const url = await sharedDatabase()

  equal(readFileSync('db/schema.sql', 'utf8'), await schemaText(url))
  const types = await typesText(url)
  equal(readFileSync('src/platform/schema.gen.ts', 'utf8'), types)
  match(types, /export interface DB \{/)
})
