import { Client, escapeLiteral } from 'pg'
import { z } from 'zod'
import { addressAs, type Login } from '#platform/logins.ts'
import { BEGIN_AS } from '#platform/transaction.ts'
import type { Heard } from '#test/heard-statements.ts'

type Node = {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string | undefined
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number | undefined
  readonly 'Rows Removed by Join Filter'?: number | undefined
  readonly Plans?: readonly Node[] | undefined
}

const node: z.ZodType<Node> = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Rows Removed by Filter': z.number().optional(),
  'Rows Removed by Join Filter': z.number().optional(),
  Plans: z.array(z.lazy(() => node)).optional(),
})
const explained = z.tuple([z.object({ Plan: node })])

/** How our connections have it planned: once for all values. */
const MODE = 'force_generic_plan'

/** A table with more rows than this grows with cases; so few rows may be read in vain. */
const ROWS_FEW = 1000
const VAIN_ROWS_MAX = 50

/**
 * What is wrong with the way in which the database answers: it reads a table that grows from one
 * end to the other, or it reads rows of which it throws most away. Nothing that a statement does
 * stays done.
 */
export async function faultsInPlans(
  url: string,
  { role, statements }: { readonly role: Login; readonly statements: readonly Heard[] },
): Promise<readonly string[]> {
  const client = new Client({ connectionString: addressAs(url, role) })
  await client.connect()
  try {
    const large = await largeTables(client)
    const faults = new Set<string>()
    for (const statement of statements) {
      if (!READS.test(statement.text) || ADDS.test(statement.text)) continue
      for (const fault of faultsIn(await planOf(client, statement), large)) {
        faults.add(`${role}: ${fault}: ${statement.text.replace(/\s+/g, ' ')}`)
      }
    }
    return [...faults]
  } finally {
    await client.end()
  }
}

/** What was added already cannot be added again. */
const ADDS = /\b(?:insert into|(?:record|note|save|put|take|begin|add|end|adopt|confirm)_\w+\()/i
const READS = /^\s*(?:select|with|update|delete)\b/i

async function largeTables(client: Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ relname: string }>(
    `select relname from pg_class where relkind = 'r' and reltuples > ${ROWS_FEW}`,
  )
  return new Set(rows.map(({ relname }) => relname))
}

/** As whoever asked it. */
async function planOf(client: Client, { text, values, by }: Heard): Promise<Node> {
  const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`
  await client.query('begin')
  try {
    if (by !== undefined) await client.query(BEGIN_AS, [...by])
    await client.query(`set local plan_cache_mode = ${MODE}`)
    await client.query(`prepare asked as ${text}`)
    const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(
      `explain (analyze, format json) execute asked${given}`,
    )
    return explained.parse(rows[0]?.['QUERY PLAN'])[0].Plan
  } finally {
    await client.query('rollback')
    await client.query('deallocate all')
  }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Buffer.isBuffer(value)) return escapeLiteral(`\\x${value.toString('hex')}`)
  if (Array.isArray(value)) {
    return escapeLiteral(`{${value.map((each) => JSON.stringify(String(each))).join(',')}}`)
  }
  if (typeof value === 'string') return escapeLiteral(value)
  if (typeof value === 'number' || typeof value === 'boolean') return `${value}`
  throw new Error(`a value of the type ${typeof value} was sent`)
}

function* faultsIn(plan: Node, large: ReadonlySet<string>): Generator<string> {
  const table = plan['Relation Name']
  const loops = plan['Actual Loops']
  if (plan['Node Type'].endsWith('Seq Scan') && table !== undefined && large.has(table)) {
    yield `reads all of ${table}`
  }
  const vain = (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Join Filter'] ?? 0)
  const grows = table === undefined || large.has(table)
  if (grows && vain * loops > VAIN_ROWS_MAX && vain > plan['Actual Rows']) {
    yield `reads ${Math.round(vain * loops)} rows in vain in ${table ?? plan['Node Type']}`
  }
  for (const each of plan.Plans ?? []) yield* faultsIn(each, large)
}
