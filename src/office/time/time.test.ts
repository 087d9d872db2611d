import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { inTransaction } from '#platform/database.ts'
import { enqueue } from '#records/jobs.ts'
import { house, type TestHouse } from '#test/house.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

async function watch({ db, runJobs }: TestHouse) {
  await inTransaction(db, (tx) => enqueue(tx, { task: 'watch-terms', payload: {} }))
  await runJobs()
}

/** A house whose jobs last ran on 2 March and find that it is 2 June. */
async function jumped(t: Parameters<typeof house>[0]) {
  const kecid = await house(t)
  await watch(kecid)
  kecid.clock.advance(92 * DAY_MS)
  await watch(kecid)
  return { kecid, administrator: await kecid.office('administrator@kecid.example') }
}

const shownIn = (page: string) => ({
  at: /name="at" value="([^"]+)"/.exec(page)?.[1] ?? '',
  ahead: /name="ahead" value="([^"]+)"/.exec(page)?.[1] ?? '',
})

const confirmations = ({ db }: TestHouse) =>
  db.selectFrom('timeConfirmation').select(['actor', 'doubt', 'foundAt']).execute()

test('while the time is trusted there is nothing to confirm', async (t) => {
  const kecid = await house(t)
  const administrator = await kecid.office('administrator@kecid.example')
  match(await (await administrator.get('/en/time')).text(), /Automatic steps have not run yet/)

  await watch(kecid)
  const page = await (await administrator.get('/en/time')).text()
  match(page, /Automatic steps are being taken.*2 March 2026, 10:00/s)
  doesNotMatch(page, /method="post" action="\/en\/time"/)
  deepEqual(await confirmations(kecid), [])
})

test('an administrator sees why jobs wait and both clocks, and confirms in their own name', async (t) => {
  const { kecid, administrator } = await jumped(t)
  kecid.databaseAhead.milliseconds = 60 * MINUTE_MS
  await watch(kecid)

  const page = await (await administrator.get('/en/time')).text()
  match(page, /on hold until you confirm.*different times.*11:00.*10:00.*2 March 2026, 10:00/s)
  match(await (await administrator.get('/az/time')).text(), /avtomatik addımlar dayandırılıb/)
  equal((await administrator.post('/en/time', shownIn(page))).status, 303)

  const told = await (await administrator.get('/en/time?done=time-confirmed')).text()
  match(told, /Your confirmation of the time is recorded/)
  match(told, /Automatic steps are being taken/)
  const by = administrator.official?.id
  deepEqual(await confirmations(kecid), [{ actor: by, doubt: 'apart', foundAt: shownIn(page).at }])
  await watch(kecid)
  match(await (await administrator.get('/en/time')).text(), /Automatic steps are being taken/)
})

test('a time is not confirmed where the clocks went on since it was shown, nor twice', async (t) => {
  const { kecid, administrator } = await jumped(t)
  const shown = shownIn(await (await administrator.get('/en/time')).text())

  kecid.clock.advance(4 * DAY_MS)
  const again = await kecid.office('administrator@kecid.example')
  const late = await again.post('/en/time', shown)
  equal(late.status, 409)
  const page = await late.text()
  match(page, /The clocks have changed since/)
  deepEqual(await confirmations(kecid), [])

  equal((await again.post('/en/time', shownIn(page))).status, 303)
  equal((await again.post('/en/time', shownIn(page))).status, 409)
  equal((await confirmations(kecid)).length, 1)
})

test('what is no time confirms nothing', async (t) => {
  const { kecid, administrator } = await jumped(t)
  const { at } = shownIn(await (await administrator.get('/en/time')).text())

  for (const typed of [{}, { at }, { at: 'now', ahead: '0' }, { at, ahead: '1e3' }]) {
    equal((await administrator.post('/en/time', typed)).status, 409, JSON.stringify(typed))
  }
  deepEqual(await confirmations(kecid), [])
})

test('nobody else finds the page, nor confirms', async (t) => {
  const { kecid, administrator } = await jumped(t)
  const shown = shownIn(await (await administrator.get('/en/time')).text())

  for (const email of ['officer@kecid.example', 'head@kecid.example', 'auditor@kecid.example']) {
    const official = await kecid.office(email)
    equal((await official.get('/en/time')).status, 404, email)
    equal((await official.post('/en/time', shown)).status, 404, email)
    doesNotMatch(await (await official.get('/en/looks')).text(), /href="\/en\/time"/)
  }
  match(await (await administrator.get('/en/time')).text(), /href="\/en\/time"/)
  deepEqual(await confirmations(kecid), [])
})
