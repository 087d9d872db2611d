import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { giveBack } from '#core/cases/examining.ts'
import { askDue, type Exchange } from '#exchange/work.ts'
import { inTransaction } from '#platform/database.ts'
import { eraseParty } from '#records/erasing.ts'
import { systemStates, takeInquiries } from '#records/exchange-log.ts'
import {
  anaAsked,
  askNow,
  before,
  clear,
  confirmedIn,
  inquiriesOf,
  messagesOf,
  statesOf,
  takeAnswers,
  questionsLeft,
} from '#test/asking.ts'
import { exchangeOf, policyRemembering } from '#test/consulting.ts'
import { everyValue } from '#test/dump.ts'
import type { Applicant, TestHouse } from '#test/house.ts'
import { play } from '#test/played-case.ts'
import { asOwner } from '#test/owner.ts'

const SECOND_MS = 1000
/** The time that the toy register has, and what the exchange adds. */
const LEASE_MS = 35 * SECOND_MS
const OFFICER = { id: '00000000-0000-4000-8000-00000000000f', roles: ['case-officer'] } as const

const ROOM = [{ system: 'toy-registers', services: ['entry-restrictions'], places: 9 }]

/** An officer marks the diploma, and the person says that it is right. */
async function returnedAndBack(here: TestHouse, ana: Applicant, id: string): Promise<void> {
  const mark = { kind: 'document', document: 'diploma', note: 'Please look again.' } as const
  await play(here.owned, id, {
    by: OFFICER,
    decide: (standing, context) =>
      giveBack(standing, context, {
        step: 'return',
        marks: [{ subject: ana.account.partyId, ...mark }],
        explanation: 'One thing.',
      }),
  })
  const path = `/en/applications/${id}/correct`
  const version = /name="version" value="([^"]*)"/.exec(await (await ana.get(path)).text())?.[1]
  const form = { 'right.document.diploma': 'yes', press: 'send', version: version ?? '' }
  equal((await ana.post(path, form)).status, 303)
  await questionsLeft(here)
}

test('whoever is killed at a question holds it until its lease ends, and no longer', async (t) => {
  const { here, id } = await anaAsked(t)
  const take = () =>
    takeInquiries(here.faces.exchange, { at: here.clock.now(), room: ROOM, leaseSeconds: 35 })
  const [one, other] = await Promise.all([take(), take()])
  equal(one.length + other.length, 1, 'of two that take at once, one has it')

  equal(await askNow(here, clear), 0)
  here.clock.advance(LEASE_MS - 1)
  equal(await askNow(here, clear), 0)
  here.clock.advance(1)
  equal(await askNow(here, clear), 1)
  await here.runJobs()
  equal(await confirmedIn(here, id), 1)
})

test('what was logged and not settled before a crash is neither lost nor doubled', async (t) => {
  const { here, id } = await anaAsked(t)
  const exchange = exchangeOf(here, clear)
  const dying: Exchange = {
    ...exchange,
    now: async (db) => {
      const [message] = await messagesOf(here)
      if (message?.outcome === 'answered') throw new Error('killed')
      return exchange.now(db)
    },
  }

  await rejects(askDue(dying), /killed/)
  deepEqual(await statesOf(here), ['waiting'])
  equal((await messagesOf(here)).length, 1)
  await here.runJobs()
  equal(await confirmedIn(here, id), 0, 'nothing is believed that was not settled')

  here.clock.advance(LEASE_MS)
  equal(await askDue(exchange), 1)
  await here.runJobs()
  equal(await confirmedIn(here, id), 1)
  equal((await messagesOf(here)).length, 2)
  equal(await askDue(exchange), 0)
})

test('an answer that arrives twice is one event', async (t) => {
  const { here, id } = await anaAsked(t)
  const slow = before(exchangeOf(here, clear), async () => {
    here.clock.advance(LEASE_MS)
    equal(await askNow(here, clear), 1, 'another asks the same meanwhile')
    await here.runJobs()
    equal(await confirmedIn(here, id), 1)
  })

  await askDue(slow)
  await Promise.all([takeAnswers(here), takeAnswers(here)])

  deepEqual(
    (await messagesOf(here)).map(({ outcome }) => outcome),
    ['answered', 'answered'],
  )
  deepEqual(await statesOf(here), ['taken'])
  equal(await confirmedIn(here, id), 1)
})

test('two who take what was answered at the same time make one event of it', async (t) => {
  const { here, id } = await anaAsked(t)
  await askNow(here, clear)

  await Promise.all([takeAnswers(here), takeAnswers(here), takeAnswers(here)])

  equal(await confirmedIn(here, id), 1)
  ok(!here.logged.some((line) => line.includes('could not be taken')))
})

test('a case that ended meanwhile drops its questions, and takes no answer', async (t) => {
  const { here, ana, id } = await anaAsked(t)
  const bo = await here.signedUpApplicant()
  const withdraw = async () => {
    equal((await ana.post(`/en/applications/${id}/withdraw`)).status, 303)
  }
  // While the question is on its way.
  await askDue(before(exchangeOf(here, clear), withdraw))

  deepEqual(await statesOf(here, id), ['dropped'])
  await here.runJobs()
  equal(await confirmedIn(here, id), 0)
  equal(await askNow(here, clear), 0)
  equal((await bo.get(`/en/applications/${id}`)).status, 404)
})

test('an answer that waits for a case that ended is put away', async (t) => {
  const { here, ana, id } = await anaAsked(t)
  await askNow(here, clear)
  equal((await ana.post(`/en/applications/${id}/withdraw`)).status, 303)

  await here.runJobs()

  equal(await confirmedIn(here, id), 0)
  ok(!(await statesOf(here, id)).includes('answered'), 'it is not looked at for ever')
})

test('what was answered before a case came back is not taken, and asked anew', async (t) => {
  const { here, ana, id } = await anaAsked(t)
  await askNow(here, clear)
  here.clock.advance(SECOND_MS)
  await returnedAndBack(here, ana, id)

  const [first, second] = await inquiriesOf(here)
  deepEqual([first?.state, second?.state], ['dropped', 'waiting'])
  await here.runJobs()
  equal(await confirmedIn(here, id), 0)

  equal(await askNow(here, clear), 1)
  await here.runJobs()
  equal(await confirmedIn(here, id), 1)
})

test('an answer to a question of before is not taken where it comes late either', async (t) => {
  const { here, ana, id } = await anaAsked(t)
  let comes = 0
  const slow = before(exchangeOf(here, clear), async () => {
    comes += 1
    if (comes === 1) await returnedAndBack(here, ana, id)
  })

  equal(await askDue(slow), 2)
  await here.runJobs()

  deepEqual(new Set(await statesOf(here, id)), new Set(['dropped', 'taken']))
  equal(await confirmedIn(here, id), 1)
})

test('an answer taken before a case came back counts no more after it', async (t) => {
  const { here, ana, id } = await anaAsked(t)
  await askNow(here, clear)
  await here.runJobs()
  here.clock.advance(SECOND_MS)
  await returnedAndBack(here, ana, id)

  const officer = await here.office('officer@kecid.example')
  match(await (await officer.get(`/en/cases/${id}`)).text(), /No answer yet/)
  deepEqual(await statesOf(here, id), ['taken', 'waiting'])
})

/** What is sealed in the log of messages and among the questions. */
async function sealedIn(here: TestHouse): Promise<readonly string[]> {
  const values = await everyValue(here.db)
  return values
    .filter(({ column }) => /^(inquiry|exchange_message)\.\w+_sealed$/.test(column))
    .filter(({ text }) => text !== 'null')
    .map(({ column }) => column)
}

test('whoever is erased leaves no question, and nothing sealed in the log', async (t) => {
  const { here, ana } = await anaAsked(t)
  await askNow(here, clear)
  equal((await sealedIn(here)).length, 4)

  const { partyId } = ana.account
  await eraseParty(here.faces.jobs, { partyId, at: here.clock.now() })
  await here.runJobs()

  deepEqual(await inquiriesOf(here), [])
  deepEqual(await sealedIn(here), [])
  const [message] = await messagesOf(here)
  deepEqual([message?.system, message?.ground], ['toy-registers', 'provisional'])
})

test('an answer that comes after its person was erased is not kept', async (t) => {
  const { here, ana } = await anaAsked(t)
  const { partyId } = ana.account
  await askDue(
    before(exchangeOf(here, clear), () =>
      eraseParty(here.faces.jobs, { partyId, at: here.clock.now() }),
    ),
  )
  await here.runJobs()

  deepEqual(await inquiriesOf(here), [])
  deepEqual(await sealedIn(here), [])
})

test('of whoever was erased nothing is asked that a restored row still asks', async (t) => {
  const { here, ana, id } = await anaAsked(t)
  const { partyId } = ana.account
  await here.faces.jobs.keys.erase({ party: partyId, caseId: id }, here.clock.now())

  await askNow(here, clear)

  deepEqual(await messagesOf(here), [])
})

const PLACE = '/en/registers'
const SWITCH = { system: 'toy-registers' } as const

test('a system that is switched off is asked what waited once it is on again', async (t) => {
  const { here, id } = await anaAsked(t)
  const administrator = await here.office('administrator@kecid.example')
  const off = { ...SWITCH, act: 'off', reason: 'It is being moved.' }
  equal((await administrator.post(PLACE, off)).status, 303)

  here.clock.advance(60 * SECOND_MS)
  equal(await askNow(here, clear), 0)
  deepEqual(await messagesOf(here), [])
  equal((await administrator.post(PLACE, { ...SWITCH, act: 'on' })).status, 303)

  equal(await askNow(here, clear), 1)
  await here.runJobs()
  equal(await confirmedIn(here, id), 1)
})

test('one that was left alone begins anew once it is switched on', async (t) => {
  const { here } = await anaAsked(t)
  for (const waits of [5, 10, 0]) {
    await askNow(here, () => 'cut')
    here.clock.advance(waits * SECOND_MS)
  }
  const states = () => systemStates(here.faces.exchange)
  equal((await states()).get('toy-registers')?.failures, 3)
  const administrator = await here.office('administrator@kecid.example')
  await administrator.post(PLACE, { ...SWITCH, act: 'off', reason: 'Fails.' })
  here.clock.advance(1)
  await administrator.post(PLACE, { ...SWITCH, act: 'on' })

  deepEqual((await states()).get('toy-registers'), {
    failures: 0,
    openUntil: undefined,
    isOff: false,
  })
  equal(await askNow(here, clear), 1)
  const taken = await inTransaction(here.db, (tx) =>
    tx.selectFrom('systemSwitch').selectAll().execute(),
  )
  equal(taken.length, 2)
})

test('an answer that is good still is taken again, with where it is from, and nobody is asked', async (t) => {
  const { here, ana, id } = await anaAsked(t, policyRemembering(t, 2))
  equal(await askNow(here, clear), 1)
  await here.runJobs()
  const [asked] = await messagesOf(here)

  await returnedAndBack(here, ana, id)
  equal(await askNow(here, clear), 0)
  await here.runJobs()

  equal(await confirmedIn(here, id), 2)
  deepEqual(await statesOf(here, id), ['taken', 'taken'])
  equal((await messagesOf(here)).length, 1)
  const officer = await here.office('officer@kecid.example')
  const page = await (await officer.get(`/en/cases/${id}`)).text()
  match(page, new RegExp(`message ${asked?.inquiry.slice(0, 8)}`))
})

test('one that is older than it is good for is asked anew, and so is another question', async (t) => {
  const { here, ana, id } = await anaAsked(t, policyRemembering(t, 2))
  await askNow(here, clear)
  await here.runJobs()
  await here.db.updateTable('inquiry').set({ answeredAt: '2026-02-27T00:00:00Z' }).execute()

  await returnedAndBack(here, ana, id)

  equal(await askNow(here, clear), 1)
})

test('a case that is entered again asks what it waited for, and nothing that was answered', async (t) => {
  const { here, id } = await anaAsked(t)
  const stage = (to: string) =>
    asOwner(here.db, (tx) =>
      tx.updateTable('caseFile').set({ stage: to }).where('id', '=', id).execute(),
    )
  await stage('ended')
  deepEqual(await statesOf(here), ['dropped'])
  await stage('examined')
  deepEqual(await statesOf(here), ['waiting'])
  equal(await askNow(here, clear), 1)
  await takeAnswers(here)
  await stage('ended')
  await stage('examined')
  deepEqual(await statesOf(here), ['taken'])
  equal(await askNow(here, clear), 0)
})
