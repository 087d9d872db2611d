import { Client, escapeLiteral, type ClientBase } from 'pg'
import { z } from 'zod'
import type { Login } from '#platform/logins.ts'
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
const explained = z.object({ Plan: node })

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
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const large = await largeTables(client)
    await client.query(TOLD)
    await client.query(`set session authorization ${role}`)
    const faults = new Set<string>()
    for (const statement of statements) {
      if (!READS.test(statement.text) || ADDS.test(statement.text)) continue
      for (const plan of await plansOf(client, statement)) {
        for (const fault of faultsIn(plan, large)) {
          faults.add(`${role}: ${fault}: ${statement.text.replace(/\s+/g, ' ')}`)
        }
      }
    }
    return [...faults]
  } finally {
    await client.end()
  }
}

/** What was added already cannot be added again. */
const ADDS =
  /\b(?:insert into|(?:record|note|save|put|take|leave|begin|add|end|adopt|confirm)_\w+\()/i
const READS = /^\s*(?:select|with|update|delete)\b/i

async function largeTables(client: Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ relname: string }>(
    `select relname from pg_class where relkind = 'r' and reltuples > ${ROWS_FEW}`,
  )
  return new Set(rows.map(({ relname }) => relname))
}

/** The server tells how it answers what its functions ask, too; only a superuser has it do that. */
const TOLD = `
  load 'auto_explain';
  set auto_explain.log_min_duration = 0;
  set auto_explain.log_analyze = on;
  set auto_explain.log_timing = off;
  set auto_explain.log_nested_statements = on;
  set auto_explain.log_format = json;
  set auto_explain.log_level = notice`

/** As whoever asked it, of all that it led to. */
async function plansOf(
  client: ClientBase,
  { text, values, before }: Heard,
): Promise<readonly Node[]> {
  const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`
  const plans: Node[] = []
  const onNotice = ({ message = '' }: { readonly message?: string | undefined }) => {
    const [, plan] = message.split('plan:\n')
    if (plan !== undefined) plans.push(explained.parse(JSON.parse(plan)).Plan)
  }
  await client.query('begin')
  try {
    for (const each of before) await client.query(each.text, [...each.values])
    await client.query(`set local plan_cache_mode = ${MODE}`)
    await client.query(`prepare asked as ${text}`)
    client.on('notice', onNotice)
    await client.query(`execute asked${given}`)
    return plans
  } finally {
    client.off('notice', onNotice)
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

/** All that is read by a node, or by what it joins: a join of small tables stays small. */
const tablesUnder = (plan: Node): readonly string[] => [
  ...(plan['Relation Name'] === undefined ? [] : [plan['Relation Name']]),
  ...(plan.Plans ?? []).flatMap(tablesUnder),
]

function* faultsIn(plan: Node, large: ReadonlySet<string>): Generator<string> {
  const table = plan['Relation Name']
  const loops = plan['Actual Loops']
  if (plan['Node Type'].endsWith('Seq Scan') && table !== undefined && large.has(table)) {
    yield `reads all of ${table}`
  }
  const vain = (plan['Rows Removed by Filter'] ?? 0) + (plan['Rows Removed by Join Filter'] ?? 0)
  const grows = tablesUnder(plan).some((each) => large.has(each))
  if (grows && vain * loops > VAIN_ROWS_MAX && vain > plan['Actual Rows']) {
    yield `reads ${Math.round(vain * loops)} rows in vain in ${table ?? plan['Node Type']}`
  }
  for (const each of plan.Plans ?? []) yield* faultsIn(each, large)
}
