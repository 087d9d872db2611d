import { deepEqual, equal, match } from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { isoDate, isoMoment } from '#core/dated.ts'
import { reconcile, reconcileDue, tellDue } from '#exchange/payments/work.ts'
import { signed } from '#standins/payments/state.ts'
import type { TestHouse } from '#test/house.ts'
import { asking, given, pays, watched } from '#test/paying.ts'

const DAY_MS = 86_400_000

const invoices = ({ db }: TestHouse) =>
  db
    .selectFrom('invoice')
    .select(['number', 'amount', 'currency', 'tier', 'state', 'told', 'dueOn', 'url', 'code'])
    .orderBy('number')
    .execute()

const stateOf = async ({ db }: TestHouse, id: string) =>
  (await db.selectFrom('caseFile').select('state').where('id', '=', id).executeTakeFirst())?.state

const questions = async ({ db }: TestHouse) =>
  (await db.selectFrom('paymentQuestion').select(['kind', 'answer']).orderBy('kind').execute()).map(
    ({ kind, answer }) => [kind, answer],
  )

const answersIn = async ({ db }: TestHouse, id: string) =>
  db
    .selectFrom('event')
    .select(['actor', 'role', 'happenedOn'])
    .where('caseId', '=', id)
    .where('step', '=', 'record-duty')
    .execute()

const reviews = async ({ db }: TestHouse) =>
  db
    .selectFrom('caseFile')
    .select(['state', 'aboutStatus'])
    .where('type', '=', 'permit-review')
    .execute()

const permit = async ({ db }: TestHouse) =>
  (await db.selectFrom('status').select('state').where('kind', '=', 'permit').execute()).map(
    ({ state }) => state,
  )

test('what was given is invoiced by the row and tier asked for, and can be paid once told', async (t) => {
  const { here, paying } = await given(t, asking('4', 'fast'))
  const [before] = await invoices(here)
  deepEqual(
    [before?.amount, before?.currency, before?.tier, before?.state, before?.told],
    [80, 'AZN', 'fast', 'open', null],
  )

  equal(await tellDue(paying), 1)
  equal(await tellDue(paying), 0, 'it is told once')

  const [after] = await invoices(here)
  deepEqual([after?.told, after?.url], ['open', `http://pay.test/pay/${after?.number}`])
})

test('what is paid answers for the case by itself, and the person and the ledger have it', async (t) => {
  const { here, id, paying, state } = await given(t)
  await tellDue(paying)
  equal(await stateOf(here, id), 'carried-out')

  const paid = await pays(state)
  equal(paid.notice, '204')
  await here.runJobs()

  equal(await stateOf(here, id), 'decided')
  const answers = await answersIn(here, id)
  deepEqual(
    answers.map(({ actor, role }) => [actor, role]),
    [[null, 'system']],
  )
  equal((await invoices(here))[0]?.state, 'paid')
  deepEqual(await questions(here), [])
  const leaves = await here.db.selectFrom('ledgerLeaf').select('leaf').execute()
  const entered = leaves.filter(({ leaf }) => leaf.toString().includes('duty-paid'))
  equal(entered.length, 1)
})

test('a notice that comes twice counts once', async (t) => {
  const { here, id, paying, state } = await given(t)
  await tellDue(paying)
  const { transaction } = await pays(state)
  await state.tellAgain(transaction)
  await here.runJobs()
  await state.tellAgain(transaction)
  await here.runJobs()

  equal((await answersIn(here, id)).length, 1)
  equal((await here.db.selectFrom('payment').select('id').execute()).length, 1)
  deepEqual(await questions(here), [])
})

test('what is paid twice is looked at by an official, and moves nothing', async (t) => {
  const { here, id, paying, state } = await given(t)
  await tellDue(paying)
  await pays(state)
  await pays(state)
  await here.runJobs()

  equal((await answersIn(here, id)).length, 1)
  deepEqual(await questions(here), [['twice', null]])
})

test('too little waits for the rest', async (t) => {
  const { here, id, paying, state } = await given(t)
  await tellDue(paying)
  await pays(state, { amount: '39.99' })
  await here.runJobs()
  equal(await stateOf(here, id), 'carried-out')
  deepEqual(await questions(here), [['too-little', null]])

  await pays(state, { amount: '0.01' })
  await here.runJobs()
  equal(await stateOf(here, id), 'decided')
})

test('the last day is in time and the next is late: it is taken, and an official decides', async (t) => {
  const inTime = await given(t)
  await tellDue(inTime.paying)
  const due = (await invoices(inTime.here))[0]?.dueOn ?? ''
  await pays(inTime.state, { at: isoMoment(`${due}T19:59:59.000Z`) })
  await inTime.here.runJobs()
  deepEqual(await questions(inTime.here), [])

  const late = await given(t)
  await tellDue(late.paying)
  await pays(late.state, { at: isoMoment(`${due}T20:00:00.000Z`) })
  await late.here.runJobs()
  equal(await stateOf(late.here, late.id), 'decided')
  deepEqual(await questions(late.here), [['late', null]])
})

test('nothing is opened on the last day; the day after a case is, once, and the permit stays', async (t) => {
  const { here, id, paying, state } = await given(t)
  await tellDue(paying)
  const due = (await invoices(here))[0]?.dueOn ?? ''
  const days = (Date.parse(due) - Date.parse(here.clock.today())) / DAY_MS
  here.clock.advance(days * DAY_MS)
  equal(here.clock.today(), due)
  await here.runJobs()
  await watched(here)
  deepEqual(await reviews(here), [])

  here.clock.advance(DAY_MS)
  await here.runJobs()
  await watched(here)
  await watched(here)

  const opened = await reviews(here)
  deepEqual(
    opened.map(({ state: at }) => at),
    ['opened'],
  )
  deepEqual(await permit(here), ['in-force'])
  equal(await stateOf(here, id), 'carried-out', 'it can still be paid')

  await pays(state)
  await here.runJobs()
  equal(await stateOf(here, id), 'decided')
  deepEqual(await questions(here), [['late', null]])
  equal((await reviews(here)).length, 1)
})

test('a forged notice is not believed, nor one for somebody else, and nothing is noted', async (t) => {
  const { here, paying, notices, key, state } = await given(t)
  await tellDue(paying)
  const [invoice] = state.invoices()
  const claims = {
    aud: 'TOY',
    jti: 'GPP-1',
    kind: 'payment',
    invoice: invoice?.number,
    amount: '40.00',
    currency: 'AZN',
    paidAt: here.clock.now(),
    receipt: 'Q-1',
  }
  const post = async (body: string) => (await fetch(notices, { method: 'POST', body })).status
  const { privateKey: another } = generateKeyPairSync('ed25519')
  const good = signed(claims, key)
  const [head = '', , tail = ''] = good.split('.')
  const other = Buffer.from(JSON.stringify({ ...claims, amount: '1.00' })).toString('base64url')

  equal(await post(signed(claims, another)), 401)
  equal(await post(`${head}.${other}.${tail}`), 401)
  equal(await post('paid'), 401)
  equal(await post(signed({ ...claims, aud: 'OTHER' }, key)), 422)
  equal(await post(signed({ ...claims, amount: '-40.00' }, key)), 422)
  equal(await post(signed({ ...claims, amount: '0.00' }, key)), 422)
  equal((await here.db.selectFrom('payment').select('id').execute()).length, 0)
  equal(await post(good), 204)
})

test('a notice of what nobody owes is kept, for an official to look at', async (t) => {
  const { here, notices, key } = await given(t)
  const claims = { aud: 'TOY', jti: 'GPP-9', kind: 'payment', invoice: 'PRM-2020-000001-1' }
  const more = { amount: '40.00', currency: 'AZN', paidAt: here.clock.now(), receipt: 'Q-9' }
  const body = signed({ ...claims, ...more }, key)
  equal((await fetch(notices, { method: 'POST', body })).status, 204)
  await here.runJobs()
  deepEqual(await questions(here), [['unknown', null]])
})

test('a notice that comes before the portal was told is taken as any other', async (t) => {
  const { here, id, notices, key } = await given(t)
  const [invoice] = await invoices(here)
  const claims = { aud: 'TOY', jti: 'GPP-3', kind: 'payment', invoice: invoice?.number }
  const more = { amount: '40.00', currency: 'AZN', paidAt: here.clock.now(), receipt: 'Q-3' }
  const body = signed({ ...claims, ...more }, key)
  equal((await fetch(notices, { method: 'POST', body })).status, 204)
  await here.runJobs()
  equal(await stateOf(here, id), 'decided')
})

test('a portal that is down is told later, and holds nobody up', async (t) => {
  const { here, paying, state } = await given(t)
  state.setDown(true)
  equal(await tellDue(paying), 0)
  const [down] = await invoices(here)
  deepEqual([down?.told, down?.code], [null, '503'])
  match(here.logged.join(''), /the portal of payments was not told/)

  state.setDown(false)
  equal(await tellDue(paying), 0, 'not before its time')
  here.clock.advance(6000)
  equal(await tellDue(paying), 1)
})

test('days are held against each other: what was not told is taken, and each difference is told', async (t) => {
  const { here, id, paying, state } = await given(t)
  await tellDue(paying)
  const day = here.clock.today()
  await pays(state, { isSilent: true })
  equal(await stateOf(here, id), 'carried-out')

  here.clock.advance(DAY_MS)
  state.setDown(true)
  equal(await reconcileDue(paying), 0, 'it is asked again')
  state.setDown(false)
  equal(await reconcileDue(paying), 1)
  equal(await reconcileDue(paying), 0)
  await here.runJobs()

  equal(await stateOf(here, id), 'decided')
  deepEqual(await questions(here), [['only-there', null]])
  const rows = await here.db.selectFrom('reconciliation').selectAll().execute()
  deepEqual(
    rows.map((row) => [row.day, row.here, row.there, row.differing]),
    [[day, 0, 1, 1]],
  )
})

test('what is here and not in the book of the portal is told', async (t) => {
  const { here, paying, notices, key } = await given(t)
  const [invoice] = await invoices(here)
  const claims = { aud: 'TOY', jti: 'GPP-4', kind: 'payment', invoice: invoice?.number }
  const more = { amount: '40.00', currency: 'AZN', paidAt: here.clock.now(), receipt: 'Q-4' }
  await fetch(notices, { method: 'POST', body: signed({ ...claims, ...more }, key) })
  await reconcile(paying, isoDate(here.clock.today()))
  await here.runJobs()
  deepEqual(await questions(here), [['only-here', null]])
})

test('a receipt on paper is recorded by an official, and the portal is told that no more is owed', async (t) => {
  const { here, id, paying, state } = await given(t)
  await tellDue(paying)
  const officer = await here.office('officer@kecid.example')
  const page = `/en/cases/${id}/steps/record-duty`
  const version = /name="version" value="(\d+)"/.exec(await (await officer.get(page)).text())?.[1]
  const [year, month, day] = here.clock.today().split('-').map(Number)
  const on = { 'on-day': String(day), 'on-month': String(month), 'on-year': String(year) }
  const answer = await officer.post(page, { version: version ?? '', option: 'paid', ...on })
  equal(answer.status, 303, await answer.text())

  equal((await invoices(here))[0]?.state, 'recorded')
  here.clock.advance(DAY_MS)
  equal(await tellDue(paying), 1)
  equal(state.invoices()[0]?.withdrawn, true)
  await pays(state)
  await here.runJobs()
  deepEqual(await questions(here), [['twice', null]])
})
