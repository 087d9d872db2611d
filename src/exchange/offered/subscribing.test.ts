import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { compactVerify, createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { sql } from 'kysely'
import { addDays } from '#core/dated.ts'
import type { Content } from '#exchange/content.ts'
import { askDue } from '#exchange/work.ts'
import { later } from '#platform/calendar.ts'
import { eraseParty } from '#records/erasing.ts'
import { exchangeOf } from '#test/consulting.ts'
import { house, type TestHouse } from '#test/house.ts'
import { envelopeOf, NARROW, offeredBy, saidIn } from '#test/offered.ts'
import { asOwner } from '#test/owner.ts'
import { signedCase } from '#test/signed-case.ts'

const RIGHT = { number: 'HQM-S-2026-000123', birthDate: '1987-03-27' }
const DOCUMENT = { documentNumber: 'CD123456', birthDate: RIGHT.birthDate }

type Change = Readonly<Record<string, string>>
type Subscribed = { readonly result: string; readonly subscription: string; readonly until: string }
type Page = {
  readonly result: string
  readonly more: string
  readonly change?: readonly Change[]
}

/** Ana is recognised; a system asks to be told, and can be down. */
async function housed(t: TestContext) {
  const here = await house(t)
  const ana = await here.signedUpApplicant()
  await signedCase(here, ana)
  await here.runJobs()
  const offered = await offeredBy(t, here)
  const told: Change[] = []
  const receiver = { isDown: false }
  const exchange = exchangeOf(here, (content) => {
    if (receiver.isDown) return 'cut'
    told.push(content as Change)
    return { result: 'taken' }
  })
  const tell = async () => {
    await here.runJobs()
    await askDue(exchange)
  }
  const post = async <Said>(service: string, body: Content, asking = {}): Promise<Said> =>
    saidIn(await offered.rest(`/v1/${service}`, body, asking)) as Said
  const subscribe = (asking = {}) => post<Subscribed>('subscribe-by-number', RIGHT, asking)
  const changes = (body: Content = {}, asking = {}) => post<Page>('status-changes', body, asking)
  return { here, ana, told, receiver, tell, post, subscribe, changes, ...offered }
}

const setTo = (here: TestHouse, state: string) =>
  asOwner(here.db, (tx) =>
    tx
      .updateTable('status')
      .set({ state, endedAs: state === 'ended' ? 'annulled' : null })
      .execute(),
  )

const statesIn = ({ change = [] }: Page) => change.map(({ state }) => state)

test('whoever names a status is told what becomes of it, in order, signed, and of nobody', async (t) => {
  const { here, told, tell, subscribe, url } = await housed(t)
  const { result, subscription, until } = await subscribe()
  equal(result, 'subscribed')
  equal(until, addDays(here.clock.today(), 90))

  await setTo(here, 'suspended')
  await setTo(here, 'in-force')
  await tell()
  await tell()
  await setTo(here, 'ended')
  await tell()
  deepEqual(
    told.map(({ cursor, state }) => `${cursor} ${state}`),
    ['1 suspended', '2 valid', '3 ended'],
  )
  const [first] = told
  equal(first?.['subscription'], subscription)
  equal(first['kind'], 'recognition')
  ok(!/HQM|1987|Ferreira|CD123456/.test(JSON.stringify(told)), 'no number, no name')

  const keys = (await (await fetch(`${url}/v1/keys.json`)).json()) as JSONWebKeySet
  deepEqual(
    keys.keys.map(({ kty, crv, d }) => [kty, crv, d]),
    Array.from({ length: 2 }, () => ['OKP', 'Ed25519', undefined]),
    'a former one too',
  )
  const { signature, ...said } = first
  const { payload } = await compactVerify(signature ?? '', createLocalJWKSet(keys))
  deepEqual(JSON.parse(Buffer.from(payload).toString()), {
    iss: 'TOY/GOV/1/TOY',
    aud: 'TOY/GOV/3/ASKER',
    jti: said['change'],
    ...said,
  })
})

test('what could not be delivered is tried again, in its order, and can be read meanwhile', async (t) => {
  const { here, told, receiver, tell, subscribe, changes } = await housed(t)
  await subscribe()
  receiver.isDown = true
  await setTo(here, 'suspended')
  await tell()
  await setTo(here, 'ended')
  await tell()
  deepEqual(told, [])

  const all = await changes()
  deepEqual(statesIn(all), ['suspended', 'ended'])
  equal(all.more, 'no')
  deepEqual(await changes(), all, 'and again, from any place')
  deepEqual(statesIn(await changes({ after: '1' })), ['ended'])
  deepEqual(await changes({ after: '2' }), { result: 'none', more: 'no' })

  receiver.isDown = false
  here.clock.set(later(here.clock.now(), 3_600_000))
  await tell()
  await tell()
  deepEqual(told, all.change)
})

test('the same is asked once and lasts; it ends on its day, or when nobody wants it', async (t) => {
  const { here, told, tell, post, subscribe, changes } = await housed(t)
  const first = await subscribe({ headers: [['X-Road-Id', 'A-1']] })
  here.clock.set(later(here.clock.now(), 86_400_000))
  const again = await subscribe()
  equal(again.subscription, first.subscription)
  equal(again.until, addDays(first.until as never, 1))
  const byDocument = await post<Subscribed>('subscribe-by-document', DOCUMENT)
  equal(byDocument.subscription, first.subscription)
  const { result, subscription } = await post<Subscribed>('subscribe-by-number', {
    ...RIGHT,
    birthDate: '1987-03-28',
  })
  deepEqual([result, subscription], ['none', undefined])

  await setTo(here, 'suspended')
  await here.runJobs()
  deepEqual(await post('unsubscribe', { subscription: first.subscription }), {
    result: 'unsubscribed',
  })
  await tell()
  deepEqual(told, [], 'what was on its way is not told either')
  deepEqual(await changes(), { result: 'none', more: 'no' })

  await setTo(here, 'in-force')
  const replayed = await subscribe({ headers: [['X-Road-Id', 'A-1']] })
  equal(replayed.result, 'none', 'a message that comes once more begins nothing again')
  const anew = await subscribe()
  notEqual(anew.subscription, first.subscription)
  here.clock.set(later(here.clock.now(), 91 * 86_400_000))
  await asOwner(here.db, (tx) =>
    tx.updateTable('subscription').set({ untilOn: '2020-01-01' }).execute(),
  )
  await setTo(here, 'ended')
  await tell()
  deepEqual(told, [], 'its day has passed')
  equal((await subscribe()).result, 'ended')
})

test('nobody is told of what another named, and whoever is called nowhere reads', async (t) => {
  const { here, told, tell, post, subscribe, changes } = await housed(t)
  const { subscription } = await subscribe({ client: NARROW })
  await setTo(here, 'ended')
  await tell()
  deepEqual(told, [])
  deepEqual(await changes(), { result: 'none', more: 'no' })
  deepEqual(await post('unsubscribe', { subscription }), { result: 'none' })
  deepEqual(statesIn(await changes({}, { client: NARROW })), ['ended'])
})

test('by SOAP a list of one is a list, and what is wrong is named', async (t) => {
  const { here, subscribe, changes, rest, soap } = await housed(t)
  await subscribe()
  await setTo(here, 'ended')
  await here.runJobs()
  const [change] = (await changes()).change ?? []
  const { body } = await soap('statusChanges', envelopeOf('statusChanges', { after: '0' }))
  match(body.toString(), new RegExp(`<change><cursor>1</cursor>.*${change?.['change']}`, 's'))
  for (const [service, wrong, where] of [
    ['status-changes', { after: 'x' }, 'after'],
    ['status-changes', { after: '-1' }, 'after'],
    ['status-changes', { after: '9'.repeat(19) }, 'after'],
    ['unsubscribe', { subscription: 'x' }, 'subscription'],
    ['subscribe-by-number', { number: RIGHT.number }, 'birthDate'],
  ] as const) {
    const said = saidIn(await rest(`/v1/${service}`, wrong)) as { readonly where: string }
    equal(said.where, where, service)
  }
})

test('nobody is told what was before they asked, and a change waits for the one before it', async (t) => {
  const { here, told, tell, subscribe, changes } = await housed(t)
  await setTo(here, 'suspended')
  await setTo(here, 'in-force')
  await subscribe()
  await tell()
  deepEqual(await changes(), { result: 'none', more: 'no' })

  await setTo(here, 'suspended')
  await setTo(here, 'ended')
  const { rows } = await sql<{ id: string }>`
    select id from status_change where not is_left order by changed_at desc`.execute(here.db)
  const last = rows[0]?.id ?? ''
  const { db } = here.faces.jobs
  const { rows: taken } = await sql`select * from take_status_change(${last}::uuid)`.execute(db)
  deepEqual(taken, [], 'not before what came before it')
  await tell()
  await tell()
  deepEqual(
    told.map(({ state }) => state),
    ['suspended', 'ended'],
  )
})

test('what was read is written down once a day, and nobody is told by a right that has gone', async (t) => {
  const { here, told, tell, subscribe, changes } = await housed(t)
  await subscribe()
  await setTo(here, 'suspended')
  await tell()
  for (let times = 0; times < 5; times += 1) await changes()
  const read = () =>
    here.db
      .selectFrom('offeredAnswer')
      .select('id')
      .where('service', '=', 'status-changes')
      .execute()
  equal((await read()).length, 1)
  here.clock.set(later(here.clock.now(), 86_400_000))
  await changes()
  equal((await read()).length, 2)

  equal(told.length, 1)
  const { rows } = await sql<{ is: boolean }>`
    select is_told_of('toy-asker', 'residence-permit') as is`.execute(here.db)
  deepEqual(rows, [{ is: false }])
})

test('whom it is about reads who asked to be told, and who was told', async (t) => {
  const { here, ana, tell, subscribe, changes } = await housed(t)
  await subscribe()
  await setTo(here, 'ended')
  await tell()
  await changes()
  const page = await (await ana.get('/en/who-looked')).text()
  match(page, /Toy asker[\s\S]*To be told of a number\. To try subscriptions/)
  match(page, /What was told\. To try subscriptions/)
  match(page, /Toy registers[\s\S]*Change of a status\. For tests/)
})

test('of whoever was erased nothing is left but the place in an order', async (t) => {
  const { here, ana, subscribe, changes } = await housed(t)
  await subscribe()
  await setTo(here, 'ended')
  await here.runJobs()
  await eraseParty(here.faces.jobs, { partyId: ana.account.partyId, at: here.clock.now() })
  deepEqual(await changes(), { result: 'none', more: 'no' })
  deepEqual(await here.db.selectFrom('subscription').selectAll().execute(), [])
  deepEqual(await here.db.selectFrom('toldChange').selectAll().execute(), [
    { client: 'toy-asker', n: 1, subscription: null, change: null, readOn: null },
  ])
})
