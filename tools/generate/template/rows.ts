import { sql } from 'kysely'
import type { Database } from '#platform/database.ts'

/** A table of the database, as the catalogue has it. */
export type Table = {
  readonly name: string
  readonly columns: readonly string[]
  readonly types: readonly string[]
}

/** A row as text, bytes as PostgreSQL writes them. */
export type Row = Readonly<Record<string, string | null>>

export const bytesIn = (value: string | null | undefined): Buffer =>
  Buffer.from(value?.slice(BYTES.length) ?? '', 'hex')

const BYTES = '\\x'

/** People who have to do with one another, their cases, and every row of these. */
export type Group = {
  readonly parties: Set<string>
  readonly cases: Set<string>
  readonly rows: Map<string, Row[]>
}

/** Whose a row is is said by the first of these that it has. */
const OWNERS = ['case_id', 'party', 'account', 'decision'] as const

/** Every table whose rows may be somebody's; a new one is found without being named. */
export async function tablesOf(db: Database): Promise<readonly Table[]> {
  const { rows } = await sql<Table>`
    select case n.nspname when 'public' then c.relname else n.nspname || '.' || c.relname end
      as name, array_agg(a.attname::text order by a.attnum) as columns,
      array_agg(format_type(a.atttypid, null) order by a.attnum) as types
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('public', 'keys')
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = ''
    where c.relkind = 'r'
    group by 1
    having array_agg(a.attname::text) && ${[...OWNERS]}::text[]
      or array_agg(c.relname::text) && '{party,case_file}'::text[]
    order by 1`.execute(db)
  return rows
}

/**
 * All that was written of applicants; officials, policy and the rest of the house stay behind.
 * Officials are given by their ids, with their mailboxes.
 */
export async function groupsOf(
  db: Database,
  tables: readonly Table[],
  officials: ReadonlyMap<string, string>,
): Promise<readonly Group[]> {
  const all = new Map<string, readonly Row[]>()
  for (const { name } of tables) all.set(name, await rowsOf(db, name))
  const owners = ownersIn(all)
  for (const [table, rows] of all) {
    for (const row of rows) ownerOf(owners, table, row)?.rows.get(table)?.push(row)
  }
  const groups = [...new Set(owners.values())].filter(({ cases }) => cases.size > 0)
  for (const { rows } of groups) {
    const events = new Map(
      (rows.get('event') ?? []).map(({ id, seq }): [string, string] => [id ?? '', seq ?? '']),
    )
    const known = new Map([...officials, ...events, ...placesOf(rows.get('case_party') ?? [])])
    for (const [table, own] of rows) rows.set(table, inOrder(own, known))
  }
  return groups
}

/** A case and a party are known by when somebody first came into the one, the other into any. */
function placesOf(joined: readonly Row[]): Map<string, string> {
  const inTurn = joined.toSorted(
    (one, other) => Number(one['joined_as']) - Number(other['joined_as']),
  )
  const ids = new Set(inTurn.flatMap(({ case_id: id, party }) => [id ?? '', party ?? '']))
  return new Map(Array.from(ids, (id, place) => [id, String(place).padStart(4, '0')]))
}

/**
 * Alike whenever the same was played, in whichever order the database hands rows out: ids and
 * seals, which are random, do not count, an event is known by its place in its case, a case and a
 * party by their turn, and an official by the name of the mailbox.
 */
const inOrder = (rows: readonly Row[], known: ReadonlyMap<string, string>): Row[] =>
  rows
    .map((row) => ({
      row,
      order: JSON.stringify(row).replace(RANDOM, (random) => known.get(random) ?? ''),
    }))
    .toSorted((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0))
    .map(({ row }) => row)

const RANDOM = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\\\x[0-9a-f]*/g

async function rowsOf(db: Database, table: string): Promise<readonly Row[]> {
  const { rows } = await sql<{ readonly row: Row }>`
    select (
      select json_object_agg(each.key, each.value) from json_each_text(to_json(written)) as each
    ) as row
    from ${sql.table(table)} as written`.execute(db)
  return rows.map(({ row }) => row)
}

type Rows = ReadonlyMap<string, readonly Row[]>

/** The group of each party, case, account and decision. */
function ownersIn(all: Rows): Map<string, Group> {
  const owners = new Map<string, Group>()
  for (const { party, face } of all.get('account') ?? []) {
    if (party !== null && party !== undefined && face === 'portal') {
      owners.set(party, { parties: new Set([party]), cases: new Set(), rows: noRows(all) })
    }
  }
  for (const { party, case_id: id } of all.get('case_party') ?? []) {
    if (typeof party === 'string' && typeof id === 'string') join(owners, party, id)
  }
  for (const table of ['account', 'decision']) {
    for (const row of all.get(table) ?? []) {
      const owner = ownerOf(owners, table, row)
      if (owner && typeof row['id'] === 'string') owners.set(row['id'], owner)
    }
  }
  return owners
}

const noRows = (all: Rows): Map<string, Row[]> =>
  new Map(Array.from(all.keys(), (table) => [table, []]))

/** Those who share a case are copied together. */
function join(owners: Map<string, Group>, party: string, caseId: string): void {
  const [one, other] = [owners.get(party), owners.get(caseId)]
  if (one === undefined) return // an official
  one.cases.add(caseId)
  owners.set(caseId, one)
  if (other === undefined || other === one) return
  for (const id of other.parties) one.parties.add(id)
  for (const id of other.cases) one.cases.add(id)
  for (const id of [...other.parties, ...other.cases]) owners.set(id, one)
}

function ownerOf(owners: ReadonlyMap<string, Group>, table: string, row: Row): Group | undefined {
  if (table === 'party' || table === 'case_file') return owners.get(row['id'] ?? '')
  for (const column of OWNERS) {
    const owner = owners.get(row[column] ?? '')
    if (owner) return owner
  }
  return undefined
}
