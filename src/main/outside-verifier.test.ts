import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { sequenceLedger } from '#jobs/sequence-ledger.ts'
import { furnish } from '#main/demonstration/furnish.ts'
import { inTransaction } from '#platform/database.ts'
import { rootFromNodes } from '#core/ledger/tree.ts'
import { sha256, treeSize } from '#records/ledger.ts'
import { lookAtTime } from '#records/trusted-time.ts'
import { submitted } from '#test/ana.ts'
import { decided, family, htmlOf, sentIn } from '#test/ferreiras.ts'
import { hired } from '#test/hired.ts'
import { house, MASTER } from '#test/house.ts'
import { ledgerDump, outsideVerifier, TABLES, type Dump, type Row } from '#test/outside-verifier.ts'
import { signedCase } from '#test/signed-case.ts'

const keyFile = `kecid-master-key ${MASTER.id}\n${MASTER.key.export().toString('base64url')}\n`

/** Nobody is signed in to a demonstration yet, and its time was never in doubt. */
const MAY_BE_EMPTY = [
  'session',
  'time_confirmation',
  'system_switch',
  'event_part',
  'payment',
  'payment_question',
  'appointment',
  'repayment',
  'party_link',
  'party_link_act',
]
/** Not every row of these has a leaf that speaks of it. */
const MAY_BE_FEWER = ['case_file', 'effect']

type Tampering = readonly [table: string, change: (row: Row) => unknown]

function tampered(dump: Dump, [table, change]: Tampering): Dump {
  const rows = dump[table] ?? []
  const row = rows[3] ?? rows[0]
  const changed = { ...row }
  change(changed)
  return { ...dump, [table]: [...rows.filter((each) => each !== row), changed] }
}

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

  const tampering: readonly Tampering[] = [
    ['event', (row) => (row['happened_on'] = '2020-01-01')],
    ['event', (row) => (row['happened_at'] = '2020-01-01T00:00:00.000Z')],
    ['event', (row) => (row['kind'] = 'say')],
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
  for (const each of tampering) ok(verify(tampered(dump, each), keyFile).length > 0, String(each))
  const each = TABLES.filter((table) => ![...MAY_BE_EMPTY, ...MAY_BE_FEWER].includes(table))
  for (const table of each) {
    const fewer = { ...dump, [table]: (dump[table] ?? []).slice(1) }
    ok(verify(fewer, keyFile).length > 0, `${table} without a row`)
  }
  ok(verify({ ...dump, data_key: [] }, keyFile).length > 0, 'keys that were not erased are there')
})

test('an outsider finds what is kept of each of several, and every tampering with it', async (t) => {
  const { verify } = await outsideVerifier()
  const all = await family(t)
  await sentIn(all)
  await decided(all)
  await htmlOf(all.ana, `/en/applications/${all.id}~1/decision`)
  await sequenceLedger(all.here.faces.jobs.db)
  const dump = await ledgerDump(all.here.db)

  deepEqual(verify(dump, keyFile), [])
  ok((dump['event_part']?.length ?? 0) > 5)
  const parts = dump['event_part'] ?? []
  ok(verify({ ...dump, event_part: parts.slice(1) }, keyFile).length > 0)
  const [one, other] = parts
  const swapped = [{ ...one, sealed: other?.['sealed'] }, ...parts.slice(1)]
  ok(verify({ ...dump, event_part: swapped }, keyFile).length > 0)
})

test('an outsider finds the ledger whole where somebody was forgotten', async (t) => {
  const { verify } = await outsideVerifier()
  const here = await house(t)
  const { keys } = here.faces.office
  const forgotten = await here.signedUpApplicant()
  await signedCase(here, forgotten)
  const { id: caseId } = await submitted(await here.signedUpApplicant())
  const partly = await here.signedUpApplicant()
  const { id: part } = await submitted(partly)
  await submitted(await here.signedUpApplicant())
  await sequenceLedger(here.faces.jobs.db)

  await keys.erase({ party: forgotten.account.partyId }, here.clock.now())
  await keys.erase({ caseId }, here.clock.now())
  await keys.erase({ party: partly.account.partyId, caseId: part }, here.clock.now())

  const dump = await ledgerDump(here.db)
  deepEqual(verify(dump, keyFile), [])
  ok(verify({ ...dump, tombstone: [] }, keyFile).length > 0, 'which is said of each')
})

test('an outsider finds every way into the house in the ledger, and every tampering', async (t) => {
  const { verify } = await outsideVerifier()
  const here = await house(t)
  const { jobs } = here.faces
  await lookAtTime(jobs)
  here.clock.advance(92 * DAY_MS)
  await lookAtTime(jobs)
  const administrator = await here.office('administrator@kecid.example')
  const page = await (await administrator.get('/en/time')).text()
  const [at = '', ahead = ''] = ['at', 'ahead'].map(
    (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1],
  )
  equal((await administrator.post('/en/time', { at, ahead })).status, 303)
  const ana = await here.signedUpApplicant()
  equal(
    (await here.visitor().post('/en/sign-in', { email: ana.email, password: ana.password })).status,
    303,
  )
  for (const roles of [['head'], ['signer']] as const) {
    await hired(here, { ...HIRED, roles })
  }
  await sequenceLedger(jobs.db)
  const dump = await ledgerDump(here.db)
  deepEqual(verify(dump, keyFile), [])

  const nobody = '00000000-0000-4000-8000-000000000000'
  const ended = (dump['membership'] ?? []).filter((row) => row['until_on'] !== null)
  equal(ended.length, 1)
  const changes: readonly Tampering[] = [
    ['session', (row) => (row['account'] = nobody)],
    ['session', (row) => (row['started_at'] = '2026-01-01T00:00:00.000Z')],
    ['credential', (row) => (row['kind'] = 'passkey')],
    ['credential', (row) => (row['added_at'] = '2026-01-01T00:00:00.000Z')],
    ['credential', (row) => (row['account'] = dump['account']?.at(-1)?.['id'])],
    ['credential', (row) => (row['id'] = nobody)],
    ['membership', (row) => (row['role'] = 'auditor')],
    ['membership', (row) => (row['body'] = 'other')],
    ['membership', (row) => (row['from_on'] = '2000-01-01')],
    ['membership', (row) => (row['until_on'] = '2026-01-01')],
    ['membership', (row) => (row['party'] = nobody)],
    ['time_confirmation', (row) => (row['actor'] = nobody)],
    ['time_confirmation', (row) => (row['doubt'] = 'backward')],
    ['time_confirmation', (row) => (row['found_ahead_ms'] = 1)],
  ]
  for (const each of changes) ok(verify(tampered(dump, each), keyFile).length > 0, String(each))
  const more = { ...dump['session']?.[0] }
  const planted = { ...dump, session: [...(dump['session'] ?? []), more] }
  ok(verify(planted, keyFile).length > 0, 'a session that nobody began')
  const undone = dump['membership']?.map((row) => ({ ...row, until_on: null })) ?? []
  ok(verify({ ...dump, membership: undone }, keyFile).length > 0, 'a role that did not end')

  const { party } = ended[0] ?? {}
  const ids = dump['account']?.filter((row) => row['party'] === party).map((row) => row['id'])
  const without = (table: string) => dump[table]?.filter((row) => !ids?.includes(row['account']))
  const gone = { opening: null, party: null }
  const erased: Dump = {
    ...dump,
    credential: without('credential') ?? [],
    ledger_leaf:
      dump['ledger_leaf']?.map((row) => (row['party'] === party ? { ...row, ...gone } : row)) ?? [],
  }
  ok((erased['credential']?.length ?? 0) < (dump['credential']?.length ?? 0))
  deepEqual(verify(erased, keyFile), [], 'whoever was forgotten leaves the rest whole')
  const one = { ...erased, membership: [...(erased['membership'] ?? []), ...ended] }
  ok(verify(one, keyFile).length > 0, 'and hides no other end')
})

const DAY_MS = 86_400_000

const HIRED = {
  email: 'new@example.gov',
  name: 'New',
  language: 'az',
  passwordHash: 'none',
  isDemonstration: false,
} as const
