import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Context } from '#core/cases/context.ts'
import { end, submit } from '#core/cases/filing.ts'
import {
  consentingAs,
  consentsAwaited,
  join,
  lastDayUnderAge,
  leave,
  leavingStep,
  waysIn,
} from '#core/cases/joining.ts'
import { subjectsOf } from '#core/cases/standing.ts'
import { holdingOn } from '#core/cases/holds.ts'
import { addDays, addYears, ageOn, isoDate } from '#core/dated.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { problemsOfPeople } from '#core/policy/check-people.ts'
import { begin, contextOf, MONDAY, official, take, type Case, type Law } from '#test/toy-case.ts'
import { beginnersType } from '#test/toy-beginners.ts'
import { familyType } from '#test/toy-family.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import { spoilt } from '#test/toy-spoilt.ts'

const FAMILY: Law = { type: familyType, procedure: comfortProcedure }
const as = (id: string, law = FAMILY): Context => contextOf(official(id, []), MONDAY, law)

/** Ana's case, with those who came into it, each in a role. */
const withPeople = (...people: readonly (readonly [string, string])[]): Case =>
  people.reduce((now, [party, role]) => {
    const isBrought = familyType.roles.find(({ code }) => code === role)?.comes === 'represented'
    return take(now, as(isBrought ? 'ana' : party), (standing, context) =>
      join(standing, context, { party, role }),
    )
  }, begin(FAMILY))

test('the type says who comes into a case, from where, and how', () => {
  const ways = waysIn(familyType, 'draft').map(({ role, rule }) => [role.code, rule.code])
  deepEqual(ways, [
    ['spouse', 'join'],
    ['friend', 'join'],
    ['child', 'add-child'],
    ['ward', 'add-child'],
  ])
  deepEqual(waysIn(familyType, 'submitted'), [])
})

test('who was invited comes by themselves, who cannot act with whoever acts for them', () => {
  const { now } = withPeople(['ben', 'spouse'], ['lia', 'child'])
  deepEqual(now.parties, [
    { id: 'ana', role: 'applicant', isSubject: true },
    { id: 'ben', role: 'spouse', isSubject: true },
    { id: 'lia', role: 'child', isSubject: true, by: 'ana' },
  ])
  equal(now.state, 'draft')
})

test('nobody comes twice, and none where there is no room or another has to bring them', () => {
  const { now } = withPeople(['ben', 'spouse'], ['lia', 'child'])
  const tries = [
    ['ben', 'ben', 'friend', { reason: 'already-here', role: 'spouse' }],
    ['ana', 'ana', 'friend', { reason: 'already-here', role: 'applicant' }],
    ['eve', 'eve', 'spouse', { reason: 'role-full', max: 1 }],
    ['ben', 'new', 'child', { reason: 'not-your-role' }],
    ['eve', 'new', 'child', { reason: 'not-your-role' }],
    ['eve', 'eve', 'applicant', { reason: 'not-in-this-state', state: 'draft' }],
  ] as const
  for (const [by, party, role, refusal] of tries) {
    deepEqual(join(now, as(by), { party, role }), { ok: false, refusal }, `${by} ${party} ${role}`)
  }
  const full = withPeople(['ben', 'spouse'], ['a', 'friend'], ['b', 'friend'], ['c', 'friend'])
  deepEqual(join(full.now, as('ana'), { party: 'lia', role: 'child' }), {
    ok: false,
    refusal: { reason: 'case-full', max: 5 },
  })
})

test('others act for a child until the day before the birthday, on whatever day they were born', () => {
  const on = isoDate('2026-03-02')
  for (const born of ['2008-03-03', '2015-03-27', '2012-02-29', '2008-12-31', '2026-03-02']) {
    const last = lastDayUnderAge(isoDate(born), on)
    ok(last !== undefined, born)
    equal(ageOn(isoDate(born), last), 17, born)
    equal(ageOn(isoDate(born), addDays(last, 1)), 18, born)
  }
  equal(lastDayUnderAge(isoDate('2008-03-02'), on), undefined)
  equal(lastDayUnderAge(isoDate('1987-03-27'), on), undefined)
})

test('one leaves by themselves, or by whoever let them in; whoever began it ends it', () => {
  const played = withPeople(['ben', 'spouse'], ['lia', 'child'])
  const step = leavingStep(familyType, 'draft')?.code ?? ''
  const leaves = (by: string, subject: string) => leave(played.now, as(by), { step, subject })
  for (const [by, subject] of [
    ['ben', 'ben'],
    ['ana', 'ben'],
    ['ana', 'lia'],
  ] as const) {
    equal(leaves(by, subject).ok, true, `${by} ${subject}`)
  }
  for (const [by, subject, reason] of [
    ['ben', 'lia', 'not-your-role'],
    ['ben', 'ana', 'not-your-role'],
    ['ana', 'ana', 'begun-by-them'],
    ['eve', 'ben', 'not-your-role'],
    ['ana', 'eve', 'not-a-subject'],
  ] as const) {
    deepEqual(leaves(by, subject), { ok: false, refusal: { reason } }, `${by} ${subject}`)
  }

  const after = take(played, as('ben'), (standing, context) =>
    leave(standing, context, { step, subject: 'ben' }),
  )
  deepEqual(subjectsOf(after.now), ['ana', 'lia'])
  equal(after.now.state, 'draft')
  equal(leave(after.now, as('ben'), { step, subject: 'ben' }).ok, false)
  deepEqual(leave(after.now, as('ana'), { step, subject: 'ben' }), {
    ok: false,
    refusal: { reason: 'has-left' },
  })
  const again = take(after, as('ben'), (standing, context) =>
    join(standing, context, { party: 'ben', role: 'spouse' }),
  )
  deepEqual(subjectsOf(again.now).length, 3)
})

test('what somebody confirmed nobody else takes out, and leaving ends no case', () => {
  const played = withPeople(['ben', 'spouse'])
  const filed = {
    ...played.now,
    filings: [{ subject: 'ben', answers: {}, documents: [], confirmed: [], on: MONDAY, marks: [] }],
  }
  const leaving = { step: 'leave', subject: 'ben' }
  deepEqual(leave(filed, as('ana'), leaving), { ok: false, refusal: { reason: 'sent-in' } })
  equal(leave(filed, as('ben'), leaving).ok, true)
  deepEqual(end(played.now, as('ana'), { step: 'leave' }), {
    ok: false,
    refusal: { reason: 'not-in-this-state', state: 'draft' },
  })
})

const ALONE: Law = { type: beginnersType, procedure: comfortProcedure }

/** Ben's own case, to which somebody has to consent, and Ana has where it is said. */
function alone(consents: boolean): Case {
  const now = begin(ALONE)
  const parties = now.now.parties.map((party) => ({ ...party, id: 'ben', role: 'member' }))
  const begun = { ...now, now: { ...now.now, parties } }
  return consents
    ? take(begun, as('ana', ALONE), (standing, context) =>
        join(standing, context, { party: 'ana', role: 'sponsor' }),
      )
    : begun
}

test('who is asked to consent joins, and the case is not about them', () => {
  const { now } = alone(true)
  deepEqual(now.parties.at(-1), { id: 'ana', role: 'sponsor', isSubject: false })
  deepEqual(subjectsOf(now), ['ben'])
  equal(consentingAs(beginnersType, now, 'ana')?.code, 'sponsor')
  equal(consentingAs(beginnersType, now, 'ben'), undefined)
  deepEqual(join(now, as('eve', ALONE), { party: 'eve', role: 'sponsor' }), {
    ok: false,
    refusal: { reason: 'role-full', max: 1 },
  })
})

test('nothing is sent in before they have joined, and nothing after they have left', () => {
  const sends = (standing: Case['now']) => {
    const parts = [{ subject: 'ben', answers: {}, documents: [] }]
    const law = { typeHash: '', procedure: '' }
    const outcome = submit(standing, as('ben', ALONE), {
      step: 'submit',
      parts,
      number: 'FAM-2026-000001',
      law,
      adopted: true,
    })
    return outcome.ok ? 'sent' : outcome.refusal.reason
  }
  const reasons = (type: CaseType, standing: Case['now']) =>
    consentsAwaited(type, standing).map(({ code }) => code)
  const joined = alone(true)
  deepEqual(reasons(beginnersType, alone(false).now), ['sponsor'])
  equal(sends(alone(false).now), 'consent-missing')
  deepEqual(reasons(beginnersType, joined.now), [])
  equal(sends(joined.now), 'answers-missing', 'which is asked after')
  deepEqual(reasons(beginnersType, begin(ALONE).now), [], 'nobody consents to what others begin')

  const leaves = (by: string) =>
    leave(joined.now, as(by, ALONE), { step: 'leave', subject: 'ana' }).ok
  deepEqual([leaves('ana'), leaves('ben'), leaves('eve')], [true, true, false])
  const left = take(joined, as('ana', ALONE), (standing, context) =>
    leave(standing, context, { step: 'leave', subject: 'ana' }),
  )
  equal(sends(left.now), 'consent-missing')
  equal(consentingAs(beginnersType, left.now, 'ana'), undefined)
})

test('whoever consents reads nothing, takes no step, and can take it back', () => {
  const reasons = (type: Partial<CaseType>) =>
    problemsOfPeople({ ...beginnersType, ...type }).map(({ reason }) => reason)
  deepEqual(reasons({}), [])
  deepEqual(reasons({ subjects: { max: 1 } }), [
    'sponsor would read what is told of the one whom the case is about',
  ])
  const without = (code: string) =>
    beginnersType.steps.map((step) =>
      step.code === code ? { ...step, by: step.by.filter((role) => role !== 'sponsor') } : step,
    )
  deepEqual(reasons({ steps: without('leave') }), [
    'sponsor consents by joining, and no step takes that back',
  ])
  deepEqual(reasons({ steps: without('join') }), ['no step lets sponsor join'])
  const sending = beginnersType.steps.map((step) =>
    step.code === 'submit' ? { ...step, by: [...step.by, 'sponsor'] } : step,
  )
  deepEqual(reasons({ steps: sending }), ['sponsor only consents, and takes no step submit'])
})

test('a type whose people come or leave where they cannot is told so', () => {
  const reasons = (type: Partial<CaseType>) =>
    problemsOfPeople({ ...familyType, ...type }).map(({ reason }) => reason)
  deepEqual(reasons({}), [])
  const leavingFrom = (from: string, to: string) =>
    familyType.steps.map((step) =>
      step.kind === 'end' && step.leaves ? { ...step, from: [from], to } : step,
    )
  for (const steps of [leavingFrom('submitted', 'submitted'), leavingFrom('draft', 'submitted')]) {
    equal(reasons({ steps }).length, 1)
  }
  const roles = familyType.roles.map((role) =>
    role.code === 'applicant' ? { ...role, relation: 'spouse' as const } : role,
  )
  deepEqual(reasons({ roles }), ['applicant is spouse of nobody who lets them in or consents'])
})

test('who is invited is asked what they hold, and told from when on they can join', () => {
  const when = [{ test: 'held-for', statuses: ['permit'], years: 2 }] as const
  const spoiling = { when, unless: [{ test: 'holds', status: 'lasting' }] as const }
  const roles = spoilt(familyType.roles, 'spouse', spoiling)
  const law: Law = { ...FAMILY, type: { ...familyType, roles } }
  const { on } = as('ben')
  const since = (kind: string, years: number, days = 0) => ({
    kind,
    from: addDays(addYears(on, -years), days),
    until: addDays(on, 300),
  })
  const joined = (...held: readonly ReturnType<typeof since>[]) => {
    const known = { open: [], ...holdingOn(held, on) }
    const outcome = join(begin(law).now, as('ben', law), { party: 'ben', role: 'spouse', known })
    if (outcome.ok) return 'joined'
    const { refusal } = outcome
    if (refusal.reason !== 'not-for-them') return refusal.reason
    const { why } = refusal
    return why.reason === 'stands-against' ? why.held : (why.from?.on ?? why.test.test)
  }
  equal(joined(since('permit', 2)), 'joined')
  equal(joined(since('permit', 2, 1)), addDays(on, 1))
  equal(joined(), 'held-for')
  equal(joined(since('permit', 2), since('lasting', 1)), 'lasting')
  const unknown = join(begin(law).now, as('ben', law), { party: 'ben', role: 'spouse' })
  equal(unknown.ok, false, 'of whom nothing is known, nothing holds')
})
