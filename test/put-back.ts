import type { Client } from 'pg'

/** What a database held before a test: enough to put it back, and to see what a test has done. */
export type Original = {
  readonly tables: readonly Table[]
  readonly sequences: readonly Sequence[]
  /** Which tables have changed since a transaction, and whether more than rows has. */
  readonly changes: string
}

type Table = { readonly name: string; readonly columns: string; readonly rows: readonly string[] }
type Sequence = { readonly name: string; readonly last: string; readonly called: boolean }
type Named = { readonly name: string }

const OURS = `nspname not like 'pg\\_%' and nspname <> 'information_schema'`

const TABLES = `
  select format('%I.%I', nspname, relname) as name,
    (select string_agg(format('%I', attname), ', ' order by attnum) from pg_attribute
      where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = ''
    ) as columns
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind = 'r' and ${OURS} order by 1`

const SEQUENCES = `
  select format('%I.%I', nspname, relname) as name
  from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where relkind = 'S' and ${OURS} order by 1`

/** What tells of tables, functions, rights and triggers: after a change there, none is put back. */
const CATALOGS = [
  'pg_class',
  'pg_attribute',
  'pg_constraint',
  'pg_index',
  'pg_namespace',
  'pg_policy',
  'pg_proc',
  'pg_trigger',
  'pg_type',
]

/** Reads everything in it, so for databases of tests only. */
export async function originalOf(client: Client): Promise<Original> {
  const tables: Table[] = []
  for (const { name, columns } of (await client.query<Omit<Table, 'rows'>>(TABLES)).rows) {
    const text = `select kept::text as row from only ${name} as kept`
    const { rows } = await client.query<{ readonly row: string }>(text)
    tables.push({ name, columns, rows: rows.map(({ row }) => row) })
  }
  const sequences: Sequence[] = []
  for (const { name } of (await client.query<Named>(SEQUENCES)).rows) {
    const text = `select '${name}' as name, last_value as last, is_called as called from ${name}`
    sequences.push(...(await client.query<Sequence>(text)).rows)
  }
  const counts: (Named & { readonly count: number })[] = []
  for (const name of CATALOGS) {
    const text = `select '${name}' as name, count(*)::integer as count from ${name}`
    counts.push(...(await client.query<(typeof counts)[number]>(text)).rows)
  }
  const all = [...counts, ...tables.map(({ name, rows }) => ({ name, count: rows.length }))]
  const changes = all
    .map(
      ({ name, count }) => `select '${name}' as name
        from (select count(*) as count, max(xmin::text::bigint) as last from only ${name}) as now
        where count <> ${count} or last >= $1::bigint`,
    )
    .join(' union all ')
  return { tables, sequences, changes }
}

/** From here on, whatever is written is of a test. */
export async function sinceNow(client: Client): Promise<string> {
  const asked = 'select pg_current_xact_id()::text as now'
  return (await client.query<{ readonly now: string }>(asked)).rows[0]?.now ?? ''
}

/**
 * Puts back what was written since then; false where somebody is still at work in it, or where more
 * than rows was changed.
 */
export async function putBack(
  client: Client,
  { tables, sequences, changes }: Original,
  since: string,
): Promise<boolean> {
  const busy = await client.query(
    `select from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`,
  )
  if (busy.rowCount !== 0) return false
  const asked = { name: 'changes', text: changes, values: [since] }
  const changed = new Set((await client.query<Named>(asked)).rows.map(({ name }) => name))
  if (CATALOGS.some((name) => changed.has(name))) return false
  const written = tables.filter(({ name }) => changed.has(name))
  await client.query('begin; set local session_replication_role = replica')
  for (const { name, columns, rows } of written) {
    await client.query(`delete from only ${name}`)
    if (rows.length === 0) continue
    await client.query(
      `insert into ${name} (${columns}) overriding system value
      select ${columns} from (select (row::${name}).* from unnest($1::text[]) as row) as kept`,
      [rows],
    )
  }
  const as = sequences.map(({ name, last, called }) => `setval('${name}', ${last}, ${called})`)
  await client.query(`select ${as.join(', ')}; commit`)
  return true
}
