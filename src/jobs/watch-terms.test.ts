import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { addDays, isoDate, isoMoment, type IsoDate } from '#core/dated.ts'
import type { Block } from '#core/policy/case-type.ts'
import { termOf } from '#core/policy/procedure.ts'
import { nextWorkingMorning } from '#core/deadlines/working-days.ts'
import { dueOn } from '#core/deadlines/terms.ts'
import { dueCases, pastStatuses, type DueCase, type PastStatus } from '#jobs/queries.ts'
import { releaseLetters } from '#jobs/release-letters.ts'
import { watchTerms } from '#jobs/watch-terms.ts'
import { later } from '#platform/calendar.ts'
import { inTransaction, type Tx } from '#platform/database.ts'
import { descriptionInForce } from '#core/policy/policy.ts'
import { saveBlock } from '#records/answers.ts'
import { addDocument, removeDocument } from '#records/documents.ts'
import { caseKey, setStepDue, stepDueIn } from '#test/case-rows.ts'
import { signInAgain } from '#test/days-later.ts'
import { wholeDatabase } from '#test/dump.ts'
import { house, type TestHouse } from '#test/house.ts'
import { asOwner } from '#test/owner.ts'
import { caseIn } from '#test/played-case.ts'
import { somewhere } from '#test/stored.ts'

const MORNING = 'T06:00:00.000Z'
const silentIn = z.object({ silent: z.array(z.string()) })

async function watch(kecid: TestHouse, on: IsoDate) {
  kecid.clock.set(isoMoment(`${on}${MORNING}`))
  const mailer = { send: () => Promise.reject(new Error('a watch sends nothing by itself')) }
  await watchTerms.work({ house: kecid.faces.jobs, mailer }, {})
}

/** The first morning on which the Service works, with the e-mails that waited for it. */
async function nextMorning(kecid: TestHouse) {
  const { clock, faces } = kecid
  clock.set(nextWorkingMorning(clock.now(), faces.jobs.policy.calendars))
  await releaseNow(kecid)
}

const releaseNow = ({ faces }: TestHouse) => {
  const mailer = { send: () => Promise.reject(new Error('a release sends nothing by itself')) }
  return releaseLetters.work({ house: faces.jobs, mailer }, {})
}

const stateOf = async ({ db }: TestHouse, id: string): Promise<string> => {
  const row = await db
    .selectFrom('caseFile')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.state
}

const stepDue = async ({ db }: TestHouse, id: string): Promise<IsoDate> =>
  isoDate(await stepDueIn(db, id))

function lawOf({ faces, clock }: TestHouse) {
  const law = descriptionInForce(faces.portal.policy, 'recognition', clock.today())
  if (!law) throw new Error('the law of recognition is in force')
  return law
}

test('a correction is awaited through its last day, and closing is proposed after it', async (t) => {
  const kecid = await house(t)
  const id = await caseIn('returned', kecid, await kecid.signedUpApplicant())
  const due = await stepDue(kecid, id)

  for (const on of [addDays(due, -1), due]) {
    await watch(kecid, on)
    equal(await stateOf(kecid, id), 'returned', on)
  }
  await watch(kecid, addDays(due, 1))
  equal(await stateOf(kecid, id), 'closing-proposed')
})

test('bodies may object through the last day, and are silent after it', async (t) => {
  const kecid = await house(t)
  const id = await caseIn('in-assessment', kecid, await kecid.signedUpApplicant())
  const silent = async () => {
    const rows = await kecid.db
      .selectFrom('event')
      .select('readable')
      .where('caseId', '=', id)
      .where('step', '=', 'note-silence')
      .execute()
    return rows.flatMap(({ readable }) => silentIn.parse(readable).silent).length
  }
  const term = termOf(lawOf(kecid).procedure, 'objection')
  if (!term) throw new Error('a procedure names all terms')
  const due = dueOn(term, kecid.clock.today(), kecid.faces.jobs.policy.calendars)

  for (const on of [addDays(due, -1), due]) {
    await watch(kecid, on)
    equal(await silent(), 0, on)
  }
  await watch(kecid, addDays(due, 1))
  equal(await silent(), 3)
  await watch(kecid, addDays(due, 2))
  equal(await silent(), 3)
})

test('a status is valid through its last day, and expires after it', async (t) => {
  const kecid = await house(t)
  const id = await caseIn('recognised', kecid, await kecid.signedUpApplicant())
  const held = () =>
    kecid.db.selectFrom('status').select(['untilOn', 'state', 'endedAs']).executeTakeFirstOrThrow()
  const untilOn = '2031-03-01'

  for (const on of ['2031-02-28', untilOn] as const) {
    await watch(kecid, isoDate(on))
    deepEqual(await held(), { untilOn, state: 'in-force', endedAs: null }, on)
  }
  await watch(kecid, isoDate('2031-03-02'))
  deepEqual(await held(), { untilOn, state: 'ended', endedAs: 'expired' })
  equal(await stateOf(kecid, id), 'decided', 'the case that gave it is as it was')
})

test('what has had its time is looked at page by page, each of it once', async (t) => {
  const kecid = await house(t)
  const cases: string[] = []
  for (const reached of ['returned', 'recognised', 'returned', 'recognised'] as const) {
    cases.push(await caseIn(reached, kecid, await kecid.signedUpApplicant()))
  }
  const [, second, , fourth] = cases
  const on = isoDate('2031-05-01')
  const { db } = kecid

  const due: string[] = []
  const past: string[] = []
  await inTransaction(db, async (tx) => {
    for (let after: DueCase | undefined; ;) {
      const [each] = await dueCases(tx, { on, ...(after ? { after } : {}) })
      if (!each) break
      due.push(each.id)
      after = each
    }
    for (let after: PastStatus | undefined; ;) {
      const [each] = await pastStatuses(tx, { on, ...(after ? { after } : {}) })
      if (!each) break
      past.push(each.caseId)
      after = each
    }
  })
  deepEqual(new Set(due), new Set(cases), 'what nobody was told of is due as well')
  deepEqual(new Set(past), new Set([second, fourth]))
  deepEqual([due.length, past.length], [4, 2])
})

test('the owner of a draft left alone is told, and a month later it goes', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant({ email: 'ana@example.org', language: 'tr' })
  const [idle, written] = [await caseIn('draft', kecid, ana), await caseIn('draft', kecid, ana)]
  const block: Block | undefined = lawOf(kecid).type.blocks[0]
  if (!block) throw new Error('a type asks something')
  const key = await caseKey(kecid.owned, written)
  await inTransaction(kecid.db, (tx) =>
    saveBlock(tx, {
      caseId: written,
      partyId: ana.account.partyId,
      block,
      items: [],
      version: 0,
      key,
      at: later(kecid.clock.now(), 31 * 86_400_000),
    }),
  )
  const kept = async () => {
    const rows = await kecid.db.selectFrom('caseFile').select('id').execute()
    return [idle, written].filter((id) => rows.some((row) => row.id === id))
  }
  const mailed = async () => (await kecid.mails('ana@example.org')).map(({ subject }) => subject)
  const toldFrom = await stepDue(kecid, idle)

  await watch(kecid, toldFrom)
  deepEqual(await mailed(), [])
  await watch(kecid, addDays(toldFrom, 1))
  const goesAfter = await stepDue(kecid, idle)
  deepEqual(await mailed(), [], 'an automatic step is told in the morning')
  await nextMorning(kecid)
  equal(goesAfter, dueOn({ length: 1, unit: 'months' }, addDays(toldFrom, 1), new Map()))
  const [mail, ...others] = await mailed()
  match(mail ?? '', /^Tanıtım: Taslağınız silinecek/)
  equal(others.length, 0)
  await ana.post('/tr/sign-in', { email: ana.email, password: ana.password })
  const pageOf = async (id: string) => (await ana.get(`/tr/applications/${id}`)).text()
  match(await pageOf(idle), /taslak belgeleriyle birlikte silinecek/)
  doesNotMatch(await pageOf(written), /birlikte silinecek/)

  await watch(kecid, goesAfter)
  deepEqual(await kept(), [idle, written])
  await watch(kecid, addDays(goesAfter, 1))
  deepEqual(await kept(), [written])
  ok(!(await wholeDatabase(kecid.db)).includes(idle), 'nor does anything else speak of it')
  await watch(kecid, addDays(goesAfter, 30))
  deepEqual(await kept(), [written], 'it was told later, and has its month')
  await watch(kecid, addDays(goesAfter, 40))
  deepEqual(await kept(), [])
})

test('a document that is added or taken away shows that a draft is not left alone', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant()
  const id = await caseIn('draft', kecid, ana)
  const started = kecid.clock.now()
  const file = { kind: 'photo', name: 'photo.jpg', media: 'jpeg', bytes: 9 } as const
  const [{ partyId }, key] = [ana.account, await caseKey(kecid.owned, id)]
  const added = { ...file, stored: somewhere(), caseId: id, partyId, key }
  const toldFrom = await stepDue(kecid, id)
  const inTx = <Value>(work: (tx: Tx) => Promise<Value>) => inTransaction(kecid.db, work)
  const isTold = async (on: IsoDate) => {
    await watch(kecid, on)
    return (await stepDue(kecid, id)) !== toldFrom
  }

  const document = await inTx((tx) =>
    addDocument(tx, { ...added, addedAt: later(started, 30 * 86_400_000) }),
  )
  equal(await isTold(addDays(toldFrom, 20)), false)
  const at = later(started, 60 * 86_400_000)
  await inTx((tx) => removeDocument(tx, { caseId: id, id: document, at }))
  equal(await isTold(addDays(toldFrom, 50)), false)
  equal(await isTold(addDays(toldFrom, 62)), true)
})

test('a case that cannot be dealt with does not keep the next one waiting', async (t) => {
  const kecid = await house(t)
  const [broken, sound] = [
    await caseIn('returned', kecid, await kecid.signedUpApplicant()),
    await caseIn('returned', kecid, await kecid.signedUpApplicant()),
  ]
  await setStepDue(kecid.db, broken, '2026-03-02')
  await asOwner(kecid.db, (tx) =>
    tx.updateTable('event').set({ readable: '{}' }).where('caseId', '=', broken).execute(),
  )

  await watch(kecid, isoDate('2026-05-01'))
  equal(await stateOf(kecid, sound), 'closing-proposed')
  equal(kecid.logged.filter((line) => line.includes('a term could not be watched')).length, 1)
})

test('two watches at once take each step once', async (t) => {
  const kecid = await house(t)
  const id = await caseIn('returned', kecid, await kecid.signedUpApplicant())
  const on = isoDate('2026-05-01')

  await Promise.all([watch(kecid, on), watch(kecid, on)])
  const events = await kecid.db
    .selectFrom('event')
    .select('step')
    .where('caseId', '=', id)
    .where('step', '=', 'propose-closing')
    .execute()
  equal(events.length, 1)
})

test('the letter of an automatic step waits for a working morning, and says so', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant({ email: 'ana@example.org' })
  const id = await caseIn('returned', kecid, ana)
  const before = (await kecid.mails('ana@example.org')).length
  await setStepDue(kecid.db, id, '2026-03-17')
  const newLetters = async () => {
    await releaseNow(kecid)
    return (await kecid.mails('ana@example.org')).length - before
  }

  // From Friday 20 to Monday 30 March nobody works: Novruz with Ramazan in it.
  await watch(kecid, isoDate('2026-03-20'))
  equal(await stateOf(kecid, id), 'closing-proposed')
  await signInAgain(kecid, ana)
  const page = await (await ana.get(`/en/applications/${id}/letters`)).text()
  const morning = isoMoment('2026-03-31T05:00:00.000Z')
  match(page, /Goes to your email address on: 31 March 2026, 09:00/)
  equal(await newLetters(), 0)

  kecid.clock.set(later(morning, -1))
  equal(await newLetters(), 0)
  kecid.clock.set(morning)
  equal(await newLetters(), 1)
  equal(await newLetters(), 1, 'once')
  await signInAgain(kecid, ana)
  const after = await (await ana.get(`/en/applications/${id}/letters`)).text()
  doesNotMatch(after, /Goes to your email address/)
})

test('an automatic step is written as such, on both sides', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant()
  const id = await caseIn('returned', kecid, ana)
  await watch(kecid, isoDate('2026-05-01'))

  const event = await kecid.db
    .selectFrom('event')
    .select(['role', 'actor'])
    .where('step', '=', 'propose-closing')
    .executeTakeFirst()
  deepEqual(event, { role: 'system', actor: null })
  await signInAgain(kecid, ana)
  const officer = await kecid.office('officer@kecid.example')
  for (const page of [
    await ana.get(`/en/applications/${id}`),
    await officer.get(`/en/cases/${id}`),
  ]) {
    equal((await page.text()).match(/Automatic step: no person took it/g)?.length, 1)
  }
})
