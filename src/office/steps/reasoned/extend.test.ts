import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'

const OFFICER = 'officer@kecid.example'
const LATE = /was 3 working days late when it was extended on (Tuesday )?14 April 2026/

/** A case with the bodies, as an officer has it open to extend the time. */
async function opened(here: TestHouse) {
  const ana = await here.signedUpApplicant()
  const id = await caseIn('in-assessment', here, ana)
  const officer = await here.office(OFFICER)
  const address = `/en/cases/${id}/steps/extend`
  const versionNow = async () =>
    /name="version" value="(\d+)"/.exec(await (await officer.get(address)).text())?.[1] ?? ''
  const send = async (reason: string, version?: string) =>
    officer.post(address, { version: version ?? (await versionNow()), reason })
  return { ana, id, officer, address, send, versionNow }
}

const dueOnOf = ({ db }: TestHouse, id: string) =>
  db.selectFrom('caseFile').select('dueOn').where('id', '=', id).executeTakeFirstOrThrow()

test('with a reason the time grows by what the rules give, and the applicant is told', async (t) => {
  const here = await house(t)
  const { ana, id, officer, address, send } = await opened(here)
  const before = await dueOnOf(here, id)

  const page = await (await officer.get(address)).text()
  const answer = await send('A register has to answer.')

  ok(page.includes('10 working days'))
  match(page, /due on Thursday 9 April 2026; extended, on Thursday 23 April 2026/)
  equal(answer.status, 303)
  deepEqual([before.dueOn, (await dueOnOf(here, id)).dueOn], ['2026-04-09', '2026-04-23'])
  for (const told of [officer.get(`/en/cases/${id}`), ana.get(`/en/applications/${id}`)]) {
    ok((await (await told).text()).includes('A register has to answer.'))
  }
  const letters = await here.db.selectFrom('letter').select('code').execute()
  ok(letters.some(({ code }) => code === 'term-extended'))
})

test('without a reason that can be read nothing is extended, and the text stays', async (t) => {
  const here = await house(t)
  const { id, send } = await opened(here)
  const cases = [
    ['', 'Write the reason'],
    ['  \n ', 'Write the reason'],
    ['x'.repeat(4001), 'Write at most 4,000 characters'],
    ['a\uFFFDb', 'cannot be read'],
    ['\u202E\u200B', 'Write the reason'],
    ['a\u0092b', 'cannot be read'],
  ] as const

  for (const [reason, words] of cases) {
    const answer = await send(reason)
    const page = await answer.text()
    equal(answer.status, 400, words)
    ok(page.includes(words), words)
    ok(page.includes('href="#reason"'), words)
  }
  ok((await (await send('kept \uFFFD text')).text()).includes('kept \uFFFD text'))
  equal((await dueOnOf(here, id)).dueOn, '2026-04-09')
})

test('the time is extended as often as the rules allow and no more', async (t) => {
  const here = await house(t)
  const { id, officer, address, send } = await opened(here)
  const offered = async () => (await officer.get(`/en/cases/${id}`)).text()
  ok((await offered()).includes(`${address}"`))

  equal((await send('A register has to answer.')).status, 303)
  equal((await offered()).includes(`${address}"`), false)
  const again = await send('Once more.')

  equal(again.status, 409)
  ok((await again.text()).includes('as often as the rules allow'))
})

test('a case that was late is told as late however much time it is given, and bodies have time too', async (t) => {
  const here = await house(t)
  const { id, address, ...then } = await opened(here)
  doesNotMatch(await (await then.officer.get(`/en/cases/${id}`)).text(), LATE)
  doesNotMatch(await (await then.officer.get('/en?list=all')).text(), /Was late before/)
  // 9 April was the last day; the 14th is the third day of work after it.
  here.clock.advance((31 + 12) * 24 * 60 * 60 * 1000)
  const officer = await here.office(OFFICER)
  const form = await (await officer.get(address)).text()
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? ''

  equal((await officer.post(address, { version, reason: 'A register.' })).status, 303)

  match(await (await officer.get(`/en/cases/${id}`)).text(), LATE)
  match(await (await officer.get('/en?list=all')).text(), /Was late before/)
  const tasks = await here.db
    .selectFrom('task')
    .select('dueOn')
    .where('state', '=', 'open')
    .execute()
  for (const { dueOn } of tasks) ok((dueOn ?? '') > here.clock.today(), dueOn ?? '')
})

test('a second press of the button extends nothing more', async (t) => {
  const here = await house(t)
  const { send, versionNow } = await opened(here)
  const version = await versionNow()

  const twice = await Promise.all([1, 2].map(() => send('A register has to answer.', version)))

  deepEqual(
    twice.map(({ status }) => status),
    [303, 303],
  )
})
