import { deepEqual, equal, notEqual, ok, rejects } from 'node:assert/strict'
import { after, test, type TestContext } from 'node:test'
import { assert } from '#core/assert.ts'
import { gapsIn } from '#core/answers/gaps.ts'
import { addDays, dayInBaku, isoMoment, type IsoMoment } from '#core/dated.ts'
import { onOrNextWorkingDay } from '#core/deadlines/working-days.ts'
import { readLeaf } from '#core/ledger/leaf.ts'
import { fold, pointsOf } from '#core/lifecycle/application.ts'
import { decisionRecord, recordBytes } from '#core/lifecycle/decision-record.ts'
import { clockOf, stepDueOn } from '#core/lifecycle/dues.ts'
import { STATES } from '#core/lifecycle/lifecycle.ts'
import { factsOf } from '#core/policy/facts.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { stepOfTime } from '#jobs/watch-terms.ts'
import { furnish } from '#main/demonstration/furnish.ts'
import { STORIES } from '#main/demonstration/stories.ts'
import { inTransaction } from '#platform/database.ts'
import { verifyPassword } from '#platform/passwords.ts'
import { accountSigningIn } from '#records/accounts.ts'
import { readAnswers } from '#records/answers.ts'
import { readCase, type Case } from '#records/cases.ts'
import { lastFiled } from '#core/lifecycle/filed.ts'
import { readDecision } from '#records/decisions.ts'
import { DEMONSTRATION_PASSWORD } from '#records/demonstration-officials.ts'
import { documentsOf, filedDocuments } from '#records/documents.ts'
import { lettersOfCase } from '#records/letters.ts'
import { house, type TestHouse } from '#test/house.ts'

const VISITORS = ['ana', 'recognised', 'refused', 'returned'].map((name) => `${name}@kecid.example`)

const endings: (() => Promise<void>)[] = []
after(async () => {
  for (const end of endings) await end()
})

type Demonstration = TestHouse & { readonly cases: readonly Case[]; readonly took: number }

/** A house that stands until the last test of this file. */
async function furnished(at?: IsoMoment): Promise<Demonstration> {
  const keeper = { after: (end: () => Promise<void>) => void endings.push(end) }
  const made = await house(keeper as unknown as TestContext, at === undefined ? {} : { at })
  const before = performance.now()
  await furnish(made.faces)
  const took = performance.now() - before
  const rows = await made.db.selectFrom('caseFile').select('id').execute()
  const cases: Case[] = []
  for (const { id } of rows) {
    const found = await inTransaction(made.db, (tx) => readCase(tx, made.faces.office.keys, id))
    if (found) cases.push(found)
  }
  return { ...made, cases, took }
}

let monday: Promise<Demonstration> | undefined
const demonstration = () => (monday ??= furnished())

test('a demonstration has a case in every state that leaves a case', async (t) => {
  const { cases, took } = await demonstration()
  t.diagnostic(`${cases.length} cases in ${Math.round(took)} ms`)

  equal(cases.length, STORIES.length)
  const states = cases.map(({ application }) => application.state)
  deepEqual(
    STATES.filter((state) => !states.includes(state)),
    ['discarded'],
  )
})

test('cases wait for their decision just below, at and far above the pass mark', async () => {
  const { cases } = await demonstration()
  const waiting = cases.filter(({ application }) => application.state === 'awaiting-decision')

  const points = waiting.map(({ application }) => pointsOf(application).points)
  deepEqual(
    [69, 70, 88].filter((each) => !points.includes(each)),
    [],
  )
})

test('the row of each case is what its events add up to', async () => {
  const { cases, db, faces } = await demonstration()
  const { policy } = faces.office
  for (const { application, history } of cases) {
    const { id } = application
    const row = await db
      .selectFrom('caseFile')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const sum = fold(id, history)
    const { on } = history.at(-1) ?? {}
    assert(sum !== undefined && on !== undefined, 'a case has events')
    const description = descriptionOf(policy, sum, on)
    assert(description !== undefined, 'the law of a case is kept')
    const { rules, type } = description
    const law = { rules, lifecycle: type.lifecycle, calendars: policy.calendars }
    const ends = type.lifecycle.states.some(({ state, ends }) => state === sum.state && ends)
    const { state, stateSince, version, number, scoringHash, field, filedOn } = row
    deepEqual(
      { state, stateSince, version, number, scoringHash, field, filedOn },
      {
        state: sum.state,
        stateSince: sum.stateSince,
        version: history.length,
        number: sum.number ?? null,
        scoringHash: sum.ruleSet ?? null,
        field: sum.field ?? null,
        filedOn: sum.submittedOn ?? null,
      },
    )
    const due = ends ? [] : [clockOf(sum, law, on)?.dueOn, stepDueOn(sum, law, on)]
    equal(row.dueOn, due[0] ?? null)
    const { stage } = type.lifecycle.states.find((each) => each.state === sum.state) ?? {}
    deepEqual([row.stage, row.endedOn], [stage, ends ? sum.stateSince : null])
    const subjects = await db
      .selectFrom('caseParty')
      .select('state')
      .where('caseId', '=', id)
      .execute()
    const decided = sum.decided === undefined ? 'open' : 'decided'
    const expected = ends ? 'ended' : stage === 'with-person' ? 'returned' : decided
    deepEqual(subjects, [{ state: expected }])
    const tasks = await db
      .selectFrom('task')
      .select(['kind', 'dueOn'])
      .where('caseId', '=', id)
      .where('state', '=', 'open')
      .execute()
    if (ends) deepEqual(tasks, [])
    else if (tasks.every(({ kind }) => kind === 'next-move')) equal(tasks[0]?.dueOn, due[1])
  }
})

test('every decision is recomputed from its case and gives the same bytes', async () => {
  const { cases, db, faces } = await demonstration()
  let decisions = 0
  for (const { application, history, key } of cases) {
    const { id, submittedOn = '' } = application
    const kept = await inTransaction(db, (tx) => readDecision(tx, id, key))
    const place = history.findIndex(({ event }) => event.type === 'decision-signed')
    equal(kept === undefined, place === -1)
    const signing = history[place]
    const before = fold(id, history.slice(0, place))
    const sent = lastFiled(history)
    const answers = sent?.answers
    const rules = faces.office.policy.ruleSets.get(application.ruleSet ?? '')
    if (!kept || signing?.event.type !== 'decision-signed' || !before || !answers || !rules)
      continue
    const { on, by } = signing
    assert(before.submittedOn !== undefined, `submitted on ${submittedOn}`)
    const facts = factsOf(rules, answers, before.submittedOn)
    const wanted = { caseId: id, ids: sent?.documents ?? [], key }
    const documents = await inTransaction(db, (tx) => filedDocuments(tx, wanted))
    const again = recordBytes(decisionRecord(before, { rules, facts, documents, on, by }))
    deepEqual(again, recordBytes(kept.record))
    equal(kept.hash, signing.event.record)
    decisions += 1
  }
  ok(decisions >= 12, `${decisions} decisions`)
})

test('experts give their reasons in Azerbaijani: they become part of the act', async () => {
  const { cases } = await demonstration()
  const reasons = cases.flatMap(({ application: { scores } }) =>
    Object.values(scores).map(({ reason }) => reason),
  )
  ok(reasons.length > 80)
  deepEqual(
    reasons.filter((reason) => !/meyarı üzrə \d+ baldan \d+ bal verildi\./.test(reason)),
    [],
  )
})

test('a status document stands beside every recognition and goes its way', async () => {
  const { cases, db } = await demonstration()
  const rows = await db.selectFrom('status').select(['caseId', 'endedAs']).execute()
  const expected = cases
    .filter(({ application }) => application.decided?.outcome === 'recognised')
    .map(({ application: { id, state } }) => [
      id,
      ['annulled', 'expired', 'holder-deceased'].includes(state) ? state : 'valid',
    ])
  deepEqual(
    new Map(rows.map(({ caseId, endedAs }) => [caseId, endedAs ?? 'valid'])),
    new Map(expected.map(([id = '', state = '']) => [id, state])),
  )
})

test('a demonstration is furnished once', async () => {
  const { faces, db } = await demonstration()
  const counts = async () => [
    await db.selectFrom('account').select('id').execute(),
    await db.selectFrom('event').select(['caseId', 'seq']).execute(),
    await db.selectFrom('ledgerLeaf').select('id').execute(),
    await db.selectFrom('document').select('id').execute(),
    await db.selectFrom('letter').select(['id', 'sentAt']).execute(),
  ]
  const before = await counts()

  deepEqual(await furnish(faces), { cases: 0 })
  deepEqual(await counts(), before)
})

test('nothing has happened in the future, and the ledger is in the order of time', async () => {
  const { db, clock } = await demonstration()
  const late = await db
    .selectFrom('event')
    .select(['type', 'recordedAt'])
    .where('recordedAt', '>', clock.now())
    .execute()
  deepEqual(late, [])
  const leaves = await db.selectFrom('ledgerLeaf').select('leaf').orderBy('id').execute()
  const moments = leaves.flatMap(({ leaf: bytes }) => {
    const leaf = readLeaf(bytes)
    // Policy and accounts are there before the stories begin.
    return leaf === undefined || ['policy', 'access'].includes(leaf.kind) ? [] : [leaf.at]
  })
  ok(moments.length > 300)
  const looks = 5 * 60_000 // a look may be entered with the act that followed it
  const disorder = moments.filter(
    (at, index) => index > 0 && Date.parse(at) < Date.parse(moments[index - 1] ?? '') - looks,
  )
  deepEqual(disorder, [])
})

test('something is due today, tomorrow and overdue', async () => {
  const { db, clock, faces } = await demonstration()
  const { calendars } = faces.office.policy
  const today = clock.today()
  const rows = await db
    .selectFrom('caseFile')
    .innerJoin('task', 'task.caseId', 'caseFile.id')
    .select(['caseFile.dueOn', 'task.dueOn as stepDueOn'])
    .where('caseFile.state', 'not in', ['draft', 'recognised'])
    .where('task.state', '=', 'open')
    .execute()
  const dues = rows.flatMap(({ dueOn, stepDueOn }) => [dueOn, stepDueOn])
  ok(dues.includes(today))
  ok(dues.includes(onOrNextWorkingDay(addDays(today, 1), calendars)))
  ok(rows.some(({ dueOn }) => dueOn !== null && dueOn < today))
})

test('time alone changes nothing on the day of the furnishing', async () => {
  const { cases, faces, clock } = await demonstration()
  const { policy } = faces.jobs
  for (const { application, history } of cases) {
    const description = descriptionOf(policy, application, clock.today())
    assert(description !== undefined, 'the law of a case is kept')
    const { rules, type } = description
    const context = {
      by: { id: 'system', roles: ['system'] as const },
      on: clock.today(),
      lifecycle: type.lifecycle,
      rules,
      calendars: policy.calendars,
    }
    const touchedAt = history.at(-1)?.at ?? clock.now()
    notEqual(stepOfTime(application, context, { touchedAt })?.ok, true, application.state)
  }
})

test('every visitor account opens with the password of the demonstration', async () => {
  const { db, secret } = await demonstration()
  for (const email of VISITORS) {
    const account = await inTransaction(db, (tx) => accountSigningIn(tx, secret, email))
    equal(await verifyPassword(DEMONSTRATION_PASSWORD, account?.passwordHash), 'right')
    ok(account?.confirmedAt)
  }
})

test('what a visitor comes for is there', async () => {
  const { cases, db, secret } = await demonstration()
  const caseOf = async (email: string) => {
    const account = await inTransaction(db, (tx) => accountSigningIn(tx, secret, email))
    const found = cases.find(({ partyId }) => partyId === account?.partyId)
    assert(found !== undefined, `${email} has an application`)
    return found
  }

  const [ana, recognised, refused, returned] = await Promise.all(VISITORS.map(caseOf))
  equal(ana?.application.state, 'draft')
  equal(recognised?.application.state, 'recognised')
  equal(refused?.application.state, 'refused')
  equal(refused && pointsOf(refused.application).points, 64)
  deepEqual(
    returned?.application.marks.map(({ kind }) => kind),
    ['field', 'document'],
  )
})

test('one draft lacks nothing, and the others do', async () => {
  const { cases, db, faces, clock } = await demonstration()
  const drafts = cases.filter(({ application }) => application.state === 'draft')
  const gaps: number[] = []
  for (const found of drafts) {
    const { application, key } = found
    const description = descriptionOf(faces.portal.policy, application, clock.today())
    assert(description !== undefined, 'there is a law in force')
    const { answers } = (await inTransaction(db, (tx) => readAnswers(tx, application.id)))(found)
    const documents = (await inTransaction(db, (tx) => documentsOf(tx, application.id)))(key)
    const fields = description.rules.fields.map(({ code }) => code)
    const filled = { answers, documents, on: clock.today(), fields }
    gaps.push(gapsIn(description.type, filled).length)
  }
  equal(gaps.filter((count) => count === 0).length, 1)
  equal(gaps.length, 3)
})

test('of all letters only the newest of those who visit is left to be sent', async () => {
  const { cases, db, faces, mails } = await demonstration()
  let unsent = 0
  for (const { application } of cases) {
    const letters = await inTransaction(db, (tx) =>
      lettersOfCase(tx, faces.office.keys, application.id),
    )
    unsent += letters.filter(({ sentAt }) => sentAt === undefined).length
  }
  equal(unsent, 3)

  const arrived = await mails()
  deepEqual(new Set(arrived.flatMap(({ to }) => to)), new Set(VISITORS.slice(1)))
})

test('a document opens and says that it is invented', async () => {
  const { cases, faces, db } = await demonstration()
  const [some] = cases
  assert(some !== undefined, 'there are cases')
  const documents = await inTransaction(db, (tx) => documentsOf(tx, some.application.id))
  const passport = documents(some.key).find(({ kind }) => kind === 'passport')
  const { vault } = faces.portal
  assert(passport !== undefined, 'there is a passport')
  const stream = await vault.get(passport.stored, some.key)
  const pieces: Buffer[] = []
  for await (const piece of stream ?? []) pieces.push(Buffer.from(piece as Uint8Array))
  const text = Buffer.concat(pieces).toString('latin1')

  equal(text.slice(0, 5), '%PDF-')
  ok(text.includes('Demonstration document'))
  ok(text.includes('invented person'))
})

test('it can be furnished at night in the middle of a holiday', async () => {
  const night = isoMoment('2027-01-01T20:30:00.000Z')
  const { cases } = await furnished(night)

  const states = new Set(cases.map(({ application }) => application.state))
  equal(states.size, STATES.length - 1, 'a draft that was thrown away leaves no case')
  equal(dayInBaku(night), '2027-01-02')
})

test('nobody furnishes a house that is no demonstration', async (t) => {
  const { faces } = await house(t, { demonstration: false })

  await rejects(furnish(faces), /demonstration/)
})
