import type { Client } from 'pg'

/**
 * Many cases as the product writes them: those that are there, copied with everything that hangs on
 * them, each copy with numbers of its own and on other days. Of what is sealed only the beginning
 * is copied, since it was sealed for another: the pages of a copy cannot be opened. This is quick
 * and suffices for plans; where copies have to open, `tools/generate` makes them.
 */
export async function multiplyCases(
  client: Client,
  { times, wholeEvery = 1 }: { readonly times: number; readonly wholeEvery?: number },
): Promise<void> {
  const { rows } = await client.query<Column>(COLUMNS)
  // Foreign keys and triggers are passed over: what is copied was right already.
  await client.query('set session_replication_role = replica')
  for (const [table, columns] of Map.groupBy(rows, (row) => row.table)) {
    const names = columns.map(({ column }) => `"${column}"`).join(', ')
    const values = columns.map(copied).join(', ')
    await client.query(
      `insert into ${table} (${names}) select ${values}
       from (select * from ${table}) as row, generate_series(1, ${times}) as copy (n)
       where copy.n % ${HISTORY.includes(table) ? wholeEvery : 1} = 0`,
    )
  }
  await client.query('reset session_replication_role')
  await client.query('vacuum analyze')
}

/** Most of all rows: of these, one copy in so many is enough where only plans are looked at. */
const HISTORY: readonly string[] = ['answer', 'document', 'event', 'ledger_leaf', 'letter', 'look']

type Column = {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly unique: boolean
}

/**
 * Every table that belongs to a case or to a party; a new one is copied without being named. Policy
 * is adopted by two, and as many officials work, however many cases there are.
 */
const COLUMNS = `
  select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
    exists (
      select from pg_index i where i.indrelid = c.oid and i.indisunique and i.indnatts = 1
        and i.indkey[0] = a.attnum
    ) as unique
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attidentity = ''
    and a.attgenerated = ''
    and c.relname not in ('policy_adoption', 'membership')
    and (c.relname in ('party', 'case_file') or exists (
      select from pg_attribute owner
      where owner.attrelid = c.oid and owner.attname in ('party', 'case_id', 'holder', 'account')
    ))
  order by c.relname, a.attnum`

/** As long as a hash, which some columns have to be. */
const SEALED_BYTES = 32
const OWNERS = [
  'account',
  'party',
  'case_id',
  'holder',
  'subject',
  'about_status',
  'about_decision',
  'about_party',
  'decided_by',
  'given_by',
  'ended_by',
  'opened_by',
  'closed_by',
]

function copied({ column, type, unique }: Column): string {
  const value = `row."${column}"`
  const day = `(copy.n % 60 - 45)`
  if (type === 'date') return `${value} + ${day}`
  if (type === 'timestamp with time zone') return `${value} + make_interval(days => ${day})`
  if (type === 'keyed_hash') return `sha256(${value} || copy.n::text::bytea)`
  if (type === 'bytea' && !unique) return `substring(${value} from 1 for ${SEALED_BYTES})`
  if (!unique && !OWNERS.includes(column)) return value
  switch (type) {
    case 'uuid':
      return `md5(${value}::text || copy.n)::uuid`
    case 'bytea':
      return `sha256(${value} || copy.n::text::bytea)`
    case 'text':
      return `${value} || '-' || copy.n`
    case 'bigint':
      return `${value} + 1000000 * copy.n::bigint`
    default:
      throw new Error(`${column} of the type ${type} cannot be copied`)
  }
}
