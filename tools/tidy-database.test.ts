import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { Finding } from './sources.ts'
import { checkColumns, checkPolicies } from './tidy-database.ts'

const said = (findings: readonly Finding[]) =>
  findings.map(({ line, message }) => `${line} ${message}`)

test('a table of which no policy says who sees its rows is found', () => {
  const files = (rights: string) =>
    new Map([
      ['db/rights.sql', rights],
      ['db/migrations/0001-x.sql', '-- two\ncreate table one (\n);\ncreate table keys.two (\n);'],
    ])
  const one = 'create policy anybody on one for select using (true);\n'
  deepEqual(said(checkPolicies(files(`${one}create policy nobody on keys.two using (false);`))), [])
  deepEqual(said(checkPolicies(files(one))), [
    '4 no policy in db/rights.sql says who sees rows of keys.two',
  ])
})

test('of every column it is said how far it can be read, and what is sealed is bytes', () => {
  const schema = [
    'create table one (',
    '  id uuid not null,',
    '  name_sealed bytea,',
    '  constraint one_pkey PRIMARY KEY (id)',
    ');',
    'create schema keys;',
    'create table two (',
    '  wrapped text not null',
    ');',
  ].join('\n')
  const files = new Map([['db/schema.sql', schema]])
  const one = { id: 'readable', name_sealed: 'sealed' }

  deepEqual(said(checkColumns(files, { one, 'keys.two': { wrapped: 'hashed' } })), [])
  deepEqual(said(checkColumns(files, { one, 'keys.two': { wrapped: 'sealed' } })), [
    '8 keys.two.wrapped is sealed, and kept as text',
  ])
  deepEqual(said(checkColumns(files, { one: { id: 'readable', gone: 'readable' } })), [
    '3 nobody says who can read one.name_sealed',
    '8 nobody says who can read keys.two.wrapped',
    '0 there is no column one.gone, of which it is said who can read it',
  ])
})
