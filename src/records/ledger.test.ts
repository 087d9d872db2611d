import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { canonicalBytes, type Json } from '#core/canonical.ts'
import { readLeaf } from '#core/ledger/leaf.ts'
import { mismatches, readOpening } from '#core/ledger/opening.ts'
import { rootOf } from '#core/ledger/tree.ts'
import { inTransaction } from '#platform/database.ts'
import { open } from '#platform/sealing.ts'
import { readCase } from '#records/read-case.ts'
import { openingPlace, sequenceLeaves, sha256 } from '#records/ledger.ts'
import { submitted } from '#test/ana.ts'
import { caseKey } from '#test/case-rows.ts'
import { house } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'
import { hashesInOrder, rootNow } from '#test/tree.ts'

test('each event has a leaf that opens to it, and to nothing else', async (t) => {
  const { signedUpApplicant, db, faces, owned } = await house(t)
  const ana = await signedUpApplicant()
  const { id } = await submitted(ana)

  const rows = await db
    .selectFrom('ledgerLeaf')
    .selectAll()
    .where('caseId', '=', id)
    .orderBy('id')
    .execute()
  const hmac = (key: Uint8Array, bytes: Uint8Array) =>
    createHmac('sha256', key).update(bytes).digest()
  const key = await caseKey(owned, id)
  const found = await inTransaction(db, (tx) => readCase(tx, faces.office.keys, id))
  const history = [...(found?.history ?? [])]

  deepEqual(
    rows.map(({ leaf }) => readLeaf(leaf)?.type),
    ['begin', 'submit'],
  )
  for (const row of rows) {
    const leaf = readLeaf(row.leaf)
    ok(leaf && row.opening)
    const opening = readOpening(open(key, { place: openingPlace(leaf.id), sealed: row.opening }))
    ok(opening)
    deepEqual([opening.case, opening.subject], [id, ana.account.partyId])
    const recorded = history.shift()
    const { kind, happenedAt } = await db
      .selectFrom('event')
      .select(['kind', 'happenedAt'])
      .where('id', '=', leaf.id)
      .executeTakeFirstOrThrow()
    const filed = recorded?.event.kind === 'file' ? recorded.event.filed : undefined
    const sent = filed && { documents: filed.flatMap((part) => part.documents) }
    const event = { v: 1, ...recorded?.event, ...sent }
    const own = { id: leaf.id, kind, happened_at: happenedAt }
    const written = JSON.stringify({ ...own, ...recorded, event })
    const record = JSON.parse(written) as Json
    const payload = canonicalBytes(record)
    deepEqual(mismatches(leaf, { opening, payload }, hmac), [])
    deepEqual(mismatches(leaf, { opening, payload: Buffer.from('other') }, hmac), ['payload'])
    equal(row.leaf.includes('Ferreira'), false)
    equal(row.leaf.includes(id), false, 'a leaf names no case')
  }
})

test('a policy document that is published has a leaf, once', async (t) => {
  const { db, faces } = await house(t)
  const rows = await db.selectFrom('ledgerLeaf').select('leaf').execute()
  const documents = db.selectFrom('policyDocument').select('hash').orderBy('hash')
  const hashes = (await documents.execute()).map(({ hash }) => hash)
  const leaves = rows.map(({ leaf }) => readLeaf(leaf)).filter((leaf) => leaf?.kind === 'policy')
  deepEqual(
    leaves
      .map((leaf) => [leaf?.type, leaf?.role, leaf?.policy])
      .toSorted(([, , one = ''], [, , other = '']) => ((one ?? '') < (other ?? '') ? -1 : 1)),
    hashes.map((hash) => ['policy-published', 'system', hash]),
  )
  const { procedures, scorings, types } = faces.jobs.policy
  for (const { current } of [procedures, scorings, types]) {
    for (const hash of current.keys()) ok(hashes.includes(hash), hash)
  }
})

test('what a decision brings about names the event of that decision as its cause', async (t) => {
  const here = await house(t)
  const { db, signedUpApplicant, owned } = here
  const id = await caseIn('recognised', here, await signedUpApplicant())

  const key = await caseKey(owned, id)
  const { decidedBy } = await db
    .selectFrom('decision')
    .select('decidedBy')
    .where('caseId', '=', id)
    .executeTakeFirstOrThrow()
  const rows = await db.selectFrom('ledgerLeaf').selectAll().where('caseId', '=', id).execute()
  const causes = rows.flatMap(({ leaf: bytes, opening: sealed }) => {
    const leaf = readLeaf(bytes)
    const opening =
      leaf && sealed && readOpening(open(key, { place: openingPlace(leaf.id), sealed }))
    return leaf && opening ? [[leaf.kind, opening.cause]] : []
  })
  deepEqual(
    causes.filter(([, cause]) => cause !== null),
    [['document', decidedBy]],
  )
  ok(causes.length > 1)
})

test('the sequencer gives every leaf one place, in order, whoever runs it', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  for (const _ of [1, 2, 3]) await submitted(await signedUpApplicant())
  const leaves = db.selectFrom('ledgerLeaf').select(['id', 'index']).orderBy('id')
  ok((await leaves.execute()).every(({ index }) => index === null))

  const runs = await Promise.all([1, 2, 3].map(() => inTransaction(db, sequenceLeaves)))

  const rows = await leaves.execute()
  deepEqual(
    runs.sort((one, other) => one - other),
    [0, 0, rows.length],
  )
  deepEqual(
    rows.map(({ index }) => index),
    rows.map((_, place) => place),
  )
  await inTransaction(db, async (tx) => {
    deepEqual(Buffer.from(await rootNow(tx)), Buffer.from(rootOf(sha256, await hashesInOrder(tx))))
  })
})

test('the tree grows by what is new, and its root is that of all leaves', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  for (const _ of [1, 2, 3]) {
    await submitted(await signedUpApplicant())
    await inTransaction(db, sequenceLeaves)
    await inTransaction(db, async (tx) => {
      const root = Buffer.from(await rootNow(tx))
      deepEqual(root, Buffer.from(rootOf(sha256, await hashesInOrder(tx))))
    })
  }
})

test('nobody changes or removes what the ledger, the events and the looks say', async (t) => {
  const { signedUpApplicant, db } = await house(t)
  await submitted(await signedUpApplicant())
  await inTransaction(db, sequenceLeaves)

  const tampering = [
    `update ledger_leaf set leaf = '\\x00'`,
    `update ledger_leaf set index = index + 10`,
    `update ledger_leaf set index = null`,
    `delete from ledger_leaf`,
    `truncate ledger_leaf cascade`,
    `update ledger_node set hash = hash`,
    `delete from ledger_node`,
    `update event set step = 'withdraw'`,
    `delete from event`,
  ]
  for (const statement of tampering) {
    await rejects(sql.raw(statement).execute(db), /append-only|not changed afterwards/, statement)
  }
})
