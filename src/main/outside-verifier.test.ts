import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { sequenceLedger } from '#jobs/sequence-ledger.ts'
import { furnish } from '#main/demonstration/furnish.ts'
import { inTransaction } from '#platform/database.ts'
import { rootFromNodes } from '#core/ledger/tree.ts'
import { sha256, treeSize } from '#records/ledger.ts'
import { house, MASTER } from '#test/house.ts'
import { ledgerDump, outsideVerifier, TABLES, type Row } from '#test/outside-verifier.ts'

const keyFile = `kecid-master-key ${MASTER.id}\n${MASTER.key.export().toString('base64url')}\n`

test('an outsider finds the ledger of the demonstration whole, and every tampering', async (t) => {
  const { verify, rootOf } = await outsideVerifier()
  const here = await house(t)
  await furnish(here.faces)
  await sequenceLedger(here.faces.jobs.db)
  const dump = await ledgerDump(here.db)

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
