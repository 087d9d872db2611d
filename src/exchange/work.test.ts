import { deepEqual, doesNotMatch, equal, match, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { askDue } from '#exchange/work.ts'
import { later } from '#platform/calendar.ts'
import { submitted } from '#test/ana.ts'
import {
  anaAsked,
  before,
  clear,
  confirmedIn,
  inquiriesOf,
  messagesOf,
  questionsLeft,
  statesOf,
} from '#test/asking.ts'
import { exchangeOf, policyAskingRegisters, type Saying } from '#test/consulting.ts'
import { everyValue } from '#test/dump.ts'
import { house, type TestHouse } from '#test/house.ts'
import { signInAgain } from '#test/days-later.ts'

const SECOND_MS = 1000
const DAY_MS = 86_400_000

/** Asks what is due, and how often a message left. */
async function asked(here: TestHouse, says: Saying): Promise<number> {
  let sent = 0
  const counting: Saying = (content, service) => {
    sent += 1
    return says(content, service)
  }
  await askDue(exchangeOf(here, counting))
  return sent
}

const cut: Saying = () => 'cut'

test('that registers are to be asked is noted in the transaction of the event', async (t) => {
  const here = await house(t, { policy: policyAskingRegisters(t) })
  await submitted(await here.signedUpApplicant())

  const { rows } = await sql<{ together: boolean }>`
    select consultation.xmin = event.xmin as together from consultation
    join event on event.id = consultation.event and event.kind = 'file'`.execute(here.db)
  deepEqual(rows, [{ together: true }])
  deepEqual(await statesOf(here), [])
  await questionsLeft(here)
  await questionsLeft(here)
  deepEqual(await statesOf(here), ['waiting'], 'once')
})

test('a question is left sealed, for as long as it has to be asked', async (t) => {
  const { here, ana, id } = await anaAsked(t)

  const [inquiry] = await inquiriesOf(here)
  ok(inquiry)
  const { state, party, caseId, service, ground, tries, nextAt, outcome } = inquiry
  deepEqual(
    { state, party, caseId, service, ground, tries, nextAt, outcome },
    {
      state: 'waiting',
      party: ana.account.partyId,
      caseId: id,
      service: 'entry-restrictions',
      ground: 'provisional',
      tries: 0,
      nextAt: here.clock.now(),
      outcome: null,
    },
  )
  equal(await asked(here, clear), 1)
  await here.runJobs()
  const values = await everyValue(here.db)
  const dump = values
    .filter(({ column }) => /^(inquiry|exchange_message|event)\./.test(column))
    .map(({ text }) => text)
    .join()
  ok(dump.includes('entry-restrictions'))
  for (const told of ['Ferreira', 'CD123456', 'Ana Lu', '1987-03-27', 'clear']) {
    for (const text of [told, Buffer.from(told).toString('hex')]) ok(!dump.includes(text), text)
  }
})

test('a submission that is not taken leaves no question', async (t) => {
  const { here } = await anaAsked(t)
  const bo = await here.signedUpApplicant()
  await sql`create function refuse() returns trigger language plpgsql as $$
    begin raise exception 'not now'; end $$`.execute(here.db)
  await sql`create trigger refusing after insert on consultation
    for each row execute function refuse()`.execute(here.db)

  await rejects(submitted(bo), /submit: 5\d\d/)

  const rows = await here.db.selectFrom('caseFile').select('state').execute()
  deepEqual(new Set(rows.map(({ state }) => state)), new Set(['draft', 'submitted']))
  await questionsLeft(here)
  deepEqual(await statesOf(here), ['waiting'])
})

test('nobody leaves a question beside the event that asks it', async (t) => {
  const { here } = await anaAsked(t)
  const [inquiry] = await inquiriesOf(here)
  ok(inquiry)
  const leave = sql`select leave_inquiries(${inquiry.openedBy}::uuid, '[]')`

  const { portal, office, jobs } = here.faces
  for (const { db } of [portal, office, jobs, here.owned]) {
    await rejects(leave.execute(db), /only what an event asks|permission denied/)
  }
})

test('what a register answers is an event of the case once it is taken there', async (t) => {
  const { here, id } = await anaAsked(t)

  equal(await asked(here, clear), 1)
  deepEqual(await statesOf(here), ['answered'])
  equal(await confirmedIn(here, id), 0, 'the exchange touches no case')
  await here.runJobs()

  deepEqual(await statesOf(here), ['taken'])
  const event = await here.db
    .selectFrom('event')
    .select(['step', 'role', 'actor', 'toState', 'audience'])
    .where('caseId', '=', id)
    .where('kind', '=', 'confirm')
    .executeTakeFirstOrThrow()
  deepEqual(event, {
    step: 'take-register-answer',
    role: 'system',
    actor: null,
    toState: 'submitted',
    audience: 'office',
  })
  const officer = await here.office('officer@kecid.example')
  const page = await (await officer.get(`/en/cases/${id}`)).text()
  match(page, /What registers say/)
  doesNotMatch(page, /No answer yet/)
})

test('a message is in the log before it leaves, and its reply before it is believed', async (t) => {
  const { here } = await anaAsked(t)
  const seen: unknown[] = []
  const exchange = before(exchangeOf(here, clear), async () => {
    const rows = await messagesOf(here)
    seen.push(rows.map(({ outcome, requestSealed }) => [outcome, requestSealed !== null]))
  })
  // Stands still between the reply and the believing of it.
  const heard: unknown[] = []
  await askDue({
    ...exchange,
    now: async (db) => {
      const [message] = await messagesOf(here)
      heard.push([message?.outcome ?? null, (await statesOf(here))[0]])
      return exchange.now(db)
    },
  })

  deepEqual(seen, [[[null, true]]])
  ok(JSON.stringify(heard).includes(JSON.stringify(['answered', 'waiting'])))
  const [message] = await messagesOf(here)
  deepEqual(
    [message?.outcome, message?.requestId, message?.ground, message?.driver],
    ['answered', 'r-1', 'provisional', 'xroad-rest'],
  )
  ok(message?.answerSealed)
})

test('one that cannot be reached is asked again at its time, by the same message', async (t) => {
  const { here, id } = await anaAsked(t)
  const ids: string[] = []
  const ask = async (says: Saying) =>
    askDue(before(exchangeOf(here, says), async (messageId) => ids.push(messageId)))

  equal(await ask(cut), 1)
  for (const waits of [5, 10]) {
    here.clock.advance(waits * SECOND_MS - 1)
    equal(await ask(cut), 0, `${waits} s are not over`)
    here.clock.advance(1)
    equal(await ask(waits === 10 ? clear : cut), 1)
  }

  const [inquiry] = await inquiriesOf(here)
  deepEqual(ids, [inquiry?.id, inquiry?.id, inquiry?.id])
  deepEqual([inquiry?.state, inquiry?.tries], ['answered', 3])
  deepEqual(
    (await messagesOf(here)).map(({ outcome, code }) => [outcome, code]),
    [
      ['unreachable', 'broken'],
      ['unreachable', 'broken'],
      ['answered', null],
    ],
  )
  await here.runJobs()
  equal(await confirmedIn(here, id), 1)
})

test('a system that fails again and again is left alone, and then asked once', async (t) => {
  const { here } = await anaAsked(t)
  await submitted(await here.signedUpApplicant())
  await submitted(await here.signedUpApplicant())
  await questionsLeft(here)

  equal(await asked(here, cut), 3, 'each of them once')
  here.clock.advance(30 * SECOND_MS - 1)
  equal(await asked(here, cut), 0, 'all are due, and it rests')
  here.clock.advance(1)
  equal(await asked(here, cut), 1)
  here.clock.advance(30 * SECOND_MS - 1)
  equal(await asked(here, clear), 0)
  here.clock.advance(1)
  equal(await asked(here, clear), 3, 'one that answers is asked the rest')
  deepEqual(await statesOf(here), ['answered', 'answered', 'answered'])
})

test('what is no answer about that person is never believed, and the case stays', async (t) => {
  const { here, ana, id } = await anaAsked(t)
  const somebody = { surname: 'Other', birthDate: '1990', documentNumber: 'X1' }
  const saying: readonly (readonly [Saying, string, string])[] = [
    [() => 'refused', 'refused', 'as-told'],
    [() => 'unintelligible', 'unintelligible', 'as-told'],
    [
      () => ({ result: 'clear', person: { ...somebody, documentIssuer: 'PRT' } }),
      'unintelligible',
      'other-person',
    ],
    [() => ({ result: 'perhaps' }), 'unintelligible', 'schema'],
    [cut, 'unreachable', 'broken'],
  ]
  for (const [says, outcome, code] of saying) {
    equal(await asked(here, says), 1, code)
    const [inquiry] = await inquiriesOf(here)
    deepEqual([inquiry?.state, inquiry?.outcome], ['waiting', outcome])
    equal((await messagesOf(here)).at(-1)?.code, code)
    await here.runJobs()
    here.clock.advance(DAY_MS)
  }
  equal(await confirmedIn(here, id), 0)
  await signInAgain(here, ana)
  equal((await ana.get(`/en/applications/${id}`)).status, 200)
  const warned = here.logged.filter((line) => line.includes('a register refused'))
  equal(warned.length, 1)
  doesNotMatch(here.logged.join(''), /Ferreira|CD123456/)
})

test('what the protocol cannot carry is not sent, and asked again only the next day', async (t) => {
  const { here } = await anaAsked(t)
  const exchange = exchangeOf(here, clear)
  const { 'xroad-rest': way } = exchange.ways
  const unwritten = {
    ...way,
    write: () => ({ ok: false, reason: 'identifier-forbidden', where: 'userId' }) as const,
  }
  const ways = { 'xroad-rest': unwritten, 'xroad-soap': unwritten, bridge: unwritten }

  equal(await askDue({ ...exchange, ways }), 1)

  deepEqual(await messagesOf(here), [])
  const [inquiry] = await inquiriesOf(here)
  deepEqual([inquiry?.state, inquiry?.outcome], ['waiting', 'refused'])
  equal(inquiry?.nextAt, later(here.clock.now(), DAY_MS))
})

test('what no clause allows is not asked where a clause is needed', async (t) => {
  const { here } = await anaAsked(t)
  const exchange = exchangeOf(here, clear)

  equal(await askDue({ ...exchange, groundNeeded: true }), 0)
  deepEqual(await messagesOf(here), [])
  equal(await askDue(exchange), 1)
})
