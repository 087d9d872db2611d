import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { sequenceLedger } from '#jobs/sequence-ledger.ts'
import { furnish } from '#main/demonstration/furnish.ts'
import { inTransaction } from '#platform/database.ts'
import { rootFromNodes } from '#core/ledger/tree.ts'
import { sha256, treeSize } from '#records/ledger.ts'
import { submitted } from '#test/ana.ts'
import { house, MASTER, type TestHouse } from '#test/house.ts'
import { signedCase } from '#test/signed-case.ts'

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
  'event',
  'look',
  'policy_document',
  'policy_adoption',
  'status',
  'decision',
]

async function dumpOf({ db }: TestHouse): Promise<Dump> {
  const dump: Dump = {}
  for (const table of TABLES) {
    const { rows } = await sql<Row>`select * from ${sql.table(table)}`.execute(db)
    dump[table] = rows.map(snake)
  }
  for (const table of ['data_key', 'house_secret', 'tombstone']) {
    const { rows } = await sql<Row>`select * from ${sql.table(`keys.${table}`)}`.execute(db)
    dump[table] = rows.map(snake)
  }
  return dump
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
    ['event', (row) => (row['happened_on'] = '2020-01-01')],
    ['event', (row) => (row['actor'] = 'somebody')],
    ['event', (row) => (row['body'] = 'other')],
    ['event', (row) => (row['cause'] = row['id'])],
    ['look', (row) => (row['page'] = 'start-page')],
    ['policy_document', (row) => (row['code'] = 'other')],
    ['status', (row) => (row['until_on'] = '2099-01-01')],
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
  for (const table of TABLES) {
    const fewer = { ...dump, [table]: (dump[table] ?? []).slice(1) }
    ok(verify(fewer, keyFile).length > 0, `${table} without a row`)
  }
  ok(verify({ ...dump, data_key: [] }, keyFile).length > 0, 'keys that were not erased are there')
})

test('an outsider finds the ledger whole where somebody was forgotten', async (t) => {
  const { verify } = (await import(VERIFIER)) as Verifier
  const here = await house(t)
  const { keys } = here.faces.office
  const forgotten = await here.signedUpApplicant()
  await signedCase(here, forgotten)
  const { id: caseId } = await submitted(await here.signedUpApplicant())
  await submitted(await here.signedUpApplicant())
  await sequenceLedger(here.faces.jobs.db)

  await keys.erase({ party: forgotten.account.partyId }, here.clock.now())
  await keys.erase({ caseId }, here.clock.now())

  const dump = await dumpOf(here)
  deepEqual(verify(dump, keyFile), [])
  ok(verify({ ...dump, tombstone: [] }, keyFile).length > 0, 'which is said of each')
})
