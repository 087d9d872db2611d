import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { sequenceLedger } from '#jobs/sequence-ledger.ts'
import { furnish } from '#main/demonstration/furnish.ts'
import { inTransaction } from '#platform/database.ts'
import { rootFromNodes } from '#core/ledger/tree.ts'
import { sha256, treeSize } from '#records/ledger.ts'
import { house, MASTER, type TestHouse } from '#test/house.ts'

type Row = Record<string, unknown>
type Dump = Record<string, Row[]>
type Verifier = {
  readonly verify: (dump: Dump, masterKeyFile: string) => readonly string[]
  readonly rootOf: (dump: Dump) => string
}

/** Written by somebody who had read the specification and nothing else. */
const VERIFIER = new URL('../../docs/specs/verify-ledger.mjs', import.meta.url).href

const TABLES = [
  'ledger_leaf',
  'ledger_node',
  'application_event',
  'look',
  'policy_document',
  'policy_adoption',
  'status_document',
  'decision',
  'person',
]

async function dumpOf({ db }: TestHouse): Promise<Dump> {
  const dump: Dump = {}
  for (const table of TABLES) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(db)
    dump[table] = rows.map(snake)
  }
  const secret = await sql<Row>`select * from keys.house_secret`.execute(db)
  return { ...dump, house_secret: secret.rows.map(snake) }
}

/** Columns by the names that the tables give them. */
const snake = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  )

const keyFile = `kecid-master-key ${MASTER.id}\n${MASTER.key.export().toString('base64url')}\n`

test('an outsider finds the ledger of the demonstration whole, and every tampering', async (t) => {
  const { verify, rootOf } = (await import(VERIFIER)) as Verifier
  const here = await house(t)
  await furnish(here.faces)
  await sequenceLedger(here.faces.jobs.db)
  const dump = await dumpOf(here)

  deepEqual(verify(dump, keyFile), [])
  ok((dump['ledger_leaf']?.length ?? 0) > 300)
  const root = await inTransaction(here.db, async (tx) => {
    const nodes = new Map(
      (await tx.selectFrom('ledgerNode').selectAll().execute()).map((each) => [
        `${each.level}/${each.index}`,
        each.hash,
      ]),
    )
    const read = (level: number, index: number) => nodes.get(`${level}/${index}`) ?? Buffer.of()
    return Buffer.from(rootFromNodes(sha256, await treeSize(tx), read)).toString('hex')
  })
  equal(rootOf(dump), root)

  const tampering: readonly (readonly [string, (row: Row) => unknown])[] = [
    ['application_event', (row) => (row['happened_on'] = '2020-01-01')],
    ['application_event', (row) => (row['actor_id'] = 'somebody')],
    ['look', (row) => (row['page'] = 'start-page')],
    ['policy_document', (row) => (row['code'] = 'other')],
    ['status_document', (row) => (row['valid_until'] = '2099-01-01')],
    ['ledger_leaf', (row) => (row['leaf_hash'] = Buffer.alloc(32))],
    ['ledger_node', (row) => (row['hash'] = Buffer.alloc(32))],
    ['ledger_leaf', (row) => (row['index'] = 7)],
  ]
  for (const [table, change] of tampering) {
    const rows = dump[table] ?? []
    const changed = { ...(rows[3] ?? rows[0]) }
    change(changed)
    const other = {
      ...dump,
      [table]: [...rows.filter((row) => row !== (rows[3] ?? rows[0])), changed],
    }
    ok(verify(other, keyFile).length > 0, `${table}: ${String(change)}`)
  }
  for (const table of TABLES.slice(0, 8)) {
    const fewer = { ...dump, [table]: (dump[table] ?? []).slice(1) }
    ok(verify(fewer, keyFile).length > 0, `${table} without a row`)
  }
})
