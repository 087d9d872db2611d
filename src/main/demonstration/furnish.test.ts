import { deepEqual, equal, notEqual, ok, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { assert } from '#core/assert.ts'
import { gapsIn } from '#core/answers/gaps.ts'
import { addDays, dayInBaku } from '#core/dated.ts'
import { onOrNextWorkingDay } from '#core/deadlines/working-days.ts'
import { readLeaf } from '#core/ledger/leaf.ts'
import { recordBytes } from '#core/cases/decision-record.ts'
import { countsOf } from '#core/cases/dues.ts'
import { stepOfTime } from '#core/cases/examining.ts'
import { hasEnded, stateOf } from '#core/cases/life.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import { pointsOf, scoresOf } from '#core/cases/answers-given.ts'
import { fold } from '#core/cases/folding.ts'
import { outcomeIn } from '#core/cases/standing.ts'
import { descriptionOf } from '#core/policy/policy.ts'
import { fieldsOf } from '#core/policy/scoring.ts'
import { typeBegunBy } from '#main/demonstration/about.ts'
import { furnish } from '#main/demonstration/furnish.ts'
import type { Act } from '#main/demonstration/story.ts'
import { STORIES } from '#main/demonstration/stories.ts'
import { inTransaction } from '#platform/database.ts'
import { verifyPassword } from '#platform/passwords.ts'
import { dayCounted } from '#records/counted.ts'
import { accountSigningIn } from '#records/accounts.ts'
import { readAnswers } from '#records/answers.ts'
import { contextIn } from '#records/cases.ts'
import { readDecision } from '#records/decisions.ts'
import { DEMONSTRATION_PASSWORD } from '#records/demonstration-officials.ts'
import { documentsOf } from '#records/documents.ts'
import { lettersOfCase } from '#records/letters.ts'
import { recordsNow } from '#records/records-now.ts'
import { demonstration, type Demonstration } from '#test/furnished.ts'
import { house } from '#test/house.ts'
import { played } from '#test/policies.ts'

const VISITORS = ['ana', 'recognised', 'refused', 'returned'].map((name) => `${name}@kecid.example`)

/** What is thrown away leaves no case; what is opened is reported in the same moment. */
const NOBODY_IN = [
  'recognition: discarded',
  'death-report: opened',
  'complaint: discarded',
  'data-access: discarded',
  'data-erasure: discarded',
  'data-restriction: discarded',
  'interim-protection: discarded',
  'interim-protection: draft',
  'legal-hold: dropped',
  'legal-hold: opened',
  'delay-complaint: discarded',
  'delay-complaint: proposed',
  'delay-complaint: voted',
  'delay-complaint: withdrawn',
  'data-rectification: discarded',
]

const NEVER_DECIDED = 'delay-complaint: dismissed'

/** Every state of every type that no case is in. */
function emptyStates({ faces, cases }: Demonstration): readonly string[] {
  const there = new Set(cases.map(({ standing: { type, state } }) => `${type}: ${state}`))
  return played(faces.office.policy).flatMap(({ code, states }) =>
    states.map((state) => `${code}: ${state.code}`).filter((state) => !there.has(state)),
  )
}

const begins = (act: Act): boolean => act.act === 'begin' || typeBegunBy(act) !== undefined

test('a demonstration has a case in every state that leaves a case', async (t) => {
  const made = await demonstration()
  const { cases, took } = made
  t.diagnostic(`${cases.length} cases in ${Math.round(took)} ms`)
  equal(cases.length, STORIES.flatMap(({ life }) => life.filter(begins)).length)
  deepEqual(emptyStates(made).toSorted(), NOBODY_IN.toSorted())
})

test('everything that can be decided of a case was decided of one', async () => {
  const { cases, faces } = await demonstration()
  const decided = cases.map(({ standing }) => `${standing.type}: ${outcomeIn(standing)}`)
  for (const { code, outcomes } of played(faces.office.policy)) {
    for (const outcome of outcomes) {
      const said = `${code}: ${outcome.code}`
      ok(decided.includes(said) || said === NEVER_DECIDED, said)
    }
  }
})

test('cases wait for their decision just below, at and far above the pass mark', async () => {
  const { cases } = await demonstration()
  const waiting = cases.filter(({ standing }) => standing.state === 'awaiting-decision')

  const points = waiting.map(({ standing }) => pointsOf(standing).points)
  deepEqual(
    [69, 70, 88].filter((each) => !points.includes(each)),
    [],
  )
})

test('the row of each case is what its events add up to', async () => {
  const { cases, db, faces } = await demonstration()
  const { policy } = faces.office
  for (const { standing, history } of cases) {
    const { id } = standing
    const file = db.selectFrom('caseFile').selectAll()
    const row = await file.where('id', '=', id).executeTakeFirstOrThrow()
    const sum = fold(id, history)
    const { on } = history.at(-1) ?? {}
    assert(sum !== undefined && on !== undefined, 'a case has events')
    const { type, ...law } = descriptionOf(policy, sum, on)
    const [rule, ends] = [stateOf(type, sum.state), hasEnded(type, sum.state)]
    const counts = countsOf(sum, { type, ...law })
    const { state, stateSince, stage, endedOn, version, number } = row
    deepEqual([row.procedureHash, row.scoringHash], [sum.procedure ?? null, sum.scoring ?? null])
    deepEqual(
      { state, stateSince, stage, endedOn, version, number },
      {
        state: sum.state,
        stateSince: sum.stateSince,
        stage: rule?.stage,
        endedOn: ends ? sum.stateSince : null,
        version: history.length,
        number: sum.number ?? null,
      },
    )
    const { field, filedOn, dueOn, aboutStatus } = row
    const day = (counted: unknown) => dayCounted(counted, policy.calendars) ?? null
    deepEqual([field, filedOn], [sum.field ?? null, sum.filedOn ?? null])
    deepEqual([row.counted ?? undefined, row.toldOn ?? undefined], [counts.clock, sum.told])
    deepEqual([dueOn, aboutStatus], [day(row.counted), sum.about ?? null])
    const parties = db.selectFrom('caseParty').select('state')
    const subjects = await parties.where('caseId', '=', id).execute()
    const reached = sum.decided === undefined ? SUBJECT_STATES[rule?.stage ?? ''] : 'decided'
    deepEqual(subjects, [{ state: reached ?? 'open' }])
    const tasks = await db
      .selectFrom('task')
      .select(['kind', 'dueOn', 'counted'])
      .where('caseId', '=', id)
      .where('state', '=', 'open')
      .execute()
    const moves = tasks.filter(({ kind }) => kind !== 'telling')
    if (ends) deepEqual(moves, [])
    else if (moves.every(({ kind }) => kind === 'next-move')) {
      deepEqual(moves[0]?.counted, counts.step)
      equal(moves[0]?.dueOn, day(moves[0]?.counted))
    }
  }
})

const SUBJECT_STATES: Readonly<Record<string, string>> = {
  ended: 'ended',
  'with-person': 'returned',
}

test('every decision is recomputed from its case and gives the same bytes', async () => {
  const { cases, db, faces, owned } = await demonstration()
  let decisions = 0
  for (const found of cases) {
    const { standing, history, key, partyId } = found
    const kept = await inTransaction(db, (tx) => readDecision(tx, standing.id, { key }))
    const place = history.findLastIndex(({ event }) => event.kind === 'decide')
    equal(kept === undefined, place === -1)
    const deciding = history[place]
    const before = fold(standing.id, history.slice(0, place))
    if (!kept || deciding?.event.kind !== 'decide' || !before) continue
    const { at, on, by: id, role, event } = deciding
    const { policy } = faces.office
    const description = descriptionOf(policy, before, on)
    const by = { id, roles: [role] }
    const taking = { by, at, on, description, calendars: policy.calendars }
    const held = { ...found, standing: before, history: history.slice(0, place) }
    const [again] = await inTransaction(db, (tx) => recordsNow(tx, owned, { held, taking }))
    assert(again !== undefined, 'somebody is decided about')
    deepEqual(recordBytes(again), recordBytes(kept.record))
    deepEqual(event.decisions, [{ subject: partyId, outcome: again.outcome, record: kept.hash }])
    decisions += 1
  }
  ok(decisions >= 15, `${decisions} decisions`)
})

test('experts give their reasons in Azerbaijani: they become part of the act', async () => {
  const { cases } = await demonstration()
  const reasons = cases.flatMap(({ standing }) =>
    Object.values(scoresOf(standing)).map(({ reason }) => reason),
  )
  ok(reasons.length > 80)
  deepEqual(
    reasons.filter((reason) => !/meyarı üzrə \d+ baldan \d+ bal verildi\./.test(reason)),
    [],
  )
})

test('a status is given by every recognition, and ends as its own life goes on', async () => {
  const { cases, db } = await demonstration()
  const rows = await db.selectFrom('status').select(['caseId', 'state', 'endedAs']).execute()
  const recognised = cases.filter(({ standing }) => outcomeIn(standing) === 'recognised')
  deepEqual(
    rows.map(({ caseId }) => caseId).toSorted(),
    recognised.map(({ standing }) => standing.id).toSorted(),
  )
  const ends = rows.map(({ state, endedAs }) => (endedAs === null ? state : `${state}: ${endedAs}`))
  deepEqual([...new Set(ends)].toSorted(), [
    'ended: annulled',
    'ended: expired',
    'ended: holder-deceased',
    'in-force',
  ])
})

test('what was decided about a status is done with it, and nothing else is', async () => {
  const { cases, db } = await demonstration()
  const about = cases.filter(({ standing }) => standing.about !== undefined)
  const decisions = db.selectFrom('decision').select('caseId')
  const setAside = await decisions.where('setAsideBy', 'is not', null).execute()
  for (const { standing, partyId } of about) {
    const { state, holder } = await db
      .selectFrom('status')
      .select(['state', 'holder'])
      .where('number', '=', standing.about ?? '')
      .executeTakeFirstOrThrow()
    equal(holder, partyId)
    const isUndone = setAside.some(({ caseId }) => caseId === standing.id)
    const ended = standing.decided !== undefined && !isUndone
    equal(state, ended ? 'ended' : 'in-force', standing.type)
  }
  const effects = await db.selectFrom('effect').select(['effect', 'state']).execute()
  const ended = about.filter(({ standing }) => standing.decided !== undefined)
  equal(effects.filter(({ effect }) => effect === 'end').length, ended.length)
  const waiting = effects.filter(({ state }) => state !== 'done')
  deepEqual(new Set(waiting.map(({ effect }) => effect)), new Set(['erase']))
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
    .select(['kind', 'recordedAt'])
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
    .where('caseFile.state', '<>', 'draft')
    .where('task.state', '=', 'open')
    .execute()
  const dues = rows.flatMap(({ dueOn, stepDueOn }) => [dueOn, stepDueOn])
  ok(dues.includes(today))
  ok(dues.includes(onOrNextWorkingDay(addDays(today, 1), calendars)))
  ok(rows.some(({ dueOn }) => dueOn !== null && dueOn < today))
})

test('time alone changes nothing on the day of the furnishing', async () => {
  const { cases, db, faces, clock } = await demonstration()
  const { calendars } = faces.jobs.policy
  const [at, on] = [clock.now(), clock.today()]
  for (const found of cases) {
    const { standing, history } = found
    const description = descriptionOf(faces.jobs.policy, standing, on)
    const by = { id: SYSTEM, roles: [SYSTEM] }
    const context = contextIn(found, { by, at, on, description, calendars })
    const touchedOn = dayInBaku(history.at(-1)?.at ?? at)
    notEqual(stepOfTime(standing, context, touchedOn)?.ok, true, standing.state)
  }
  const held = await db
    .selectFrom('status')
    .select('untilOn')
    .where('state', '<>', 'ended')
    .execute()
  ok(held.every(({ untilOn }) => untilOn >= on))
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
  equal(ana?.standing.state, 'draft')
  equal(recognised && outcomeIn(recognised.standing), 'recognised')
  equal(refused && outcomeIn(refused.standing), 'refused')
  equal(refused && pointsOf(refused.standing).points, 64)
  deepEqual(
    returned?.standing.marks.map(({ kind }) => kind),
    ['field', 'document'],
  )
})

test('one draft lacks nothing, and the others do', async () => {
  const { cases, db, faces, clock } = await demonstration()
  const drafts = cases.filter(
    ({ standing: { state, type } }) => state === 'draft' && type === 'recognition',
  )
  const gaps: number[] = []
  for (const found of drafts) {
    const { standing } = found
    const description = descriptionOf(faces.portal.policy, standing, clock.today())
    const { answers } = (await inTransaction(db, (tx) => readAnswers(tx, standing.id)))(found)
    const documents = (await inTransaction(db, (tx) => documentsOf(tx, standing.id)))(found)
    const fields = fieldsOf(description).map(({ code }) => code)
    const filled = { answers, documents, on: clock.today(), fields }
    gaps.push(gapsIn(description.type, filled).length)
  }
  equal(gaps.filter((count) => count === 0).length, 1)
  equal(gaps.length, 3)
})

test('of all letters only the newest of those who visit is left to be sent', async () => {
  const { cases, db, faces, mails } = await demonstration()
  let unsent = 0
  for (const { standing } of cases) {
    const letters = await inTransaction(db, (tx) =>
      lettersOfCase(tx, faces.office.keys, standing.id),
    )
    unsent += letters.filter(({ sentAt }) => sentAt === undefined).length
  }
  equal(unsent, 3)

  const arrived = await mails()
  deepEqual(new Set(arrived.flatMap(({ to }) => to)), new Set(VISITORS.slice(1)))
})

test('a document opens and says that it is invented', async () => {
  const { cases, faces, db } = await demonstration()
  const found = await inTransaction(db, (tx) =>
    Promise.all(cases.map(async (each) => (await documentsOf(tx, each.standing.id))(each))),
  )
  const passports = found.map((each) => each.find(({ kind }) => kind === 'passport'))
  const place = passports.findIndex((each) => each !== undefined)
  const [some, passport] = [cases[place], passports[place]]
  assert(some !== undefined && passport !== undefined, 'there is a passport')
  const stream = await faces.portal.vault.get(passport.stored, some.key)
  const pieces: Buffer[] = []
  for await (const piece of stream ?? []) pieces.push(Buffer.from(piece as Uint8Array))
  const text = Buffer.concat(pieces).toString('latin1')
  equal(text.slice(0, 5), '%PDF-')
  ok(text.includes('Demonstration document'))
  ok(text.includes('invented person'))
})

test('nobody furnishes a house that is no demonstration', async (t) => {
  const { faces } = await house(t, { demonstration: false })

  await rejects(furnish(faces), /demonstration/)
})
