import { deepEqual, equal, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { askOf, asksFor, hasEnded, leadsTo, outcomeOf, stateOf, stepOf } from '#core/cases/life.ts'
import { isOfficeRole, rolesOf, SYSTEM } from '#core/cases/roles.ts'
import { endByTime, validUntil } from '#core/cases/statuses.ts'
import { isoDate } from '#core/dated.ts'
import { calendars } from '#test/toy-case.ts'
import type { Term } from '#core/deadlines/terms.ts'
import { toyProcedure } from '#test/toy-rules.ts'
import { toyStatus } from '#test/toy-status.ts'
import { comfortType, toyAnnulment, toyType } from '#test/toy-types.ts'

/** Where each step leads from each of its states. */
const LEADS = [
  ['begin', '', ['draft']],
  ['announce-discard', 'draft', ['draft']],
  ['submit', 'draft', ['submitted']],
  ['withdraw', 'in-assessment', ['withdrawn']],
  ['accept', 'submitted', ['in-assessment']],
  ['return', 'submitted', ['returned']],
  ['propose-closing', 'returned', ['closing-proposed']],
  ['ask-back', 'closing-proposed', ['closing-proposed']],
  ['take-back', 'closing-proposed', ['returned']],
  ['score', 'in-assessment', ['in-assessment', 'awaiting-decision']],
  ['note-silence', 'in-assessment', ['in-assessment', 'awaiting-decision']],
  ['extend', 'decision-drafted', ['decision-drafted']],
  ['draft-decision', 'submitted', ['decision-drafted']],
  ['send-back', 'decision-drafted', ['submitted', 'awaiting-decision']],
  ['sign', 'decision-drafted', ['decided']],
] as const

test('each kind of step leads to where it says, waits, stays, or goes back', () => {
  for (const [code, from, to] of LEADS) {
    const step = stepOf(toyType, code)
    deepEqual(step && leadsTo(toyType, step, from), to, code)
  }
})

test('what time has proposed goes back to where time found it', () => {
  const back = {
    code: 'not-so',
    kind: 'send-back',
    from: ['closing-proposed'],
    by: ['head'],
    basis: {},
  } as const
  deepEqual(leadsTo(toyType, back, 'closing-proposed'), ['returned'])
})

test('a type is asked for its states, steps and outcomes, and knows no others', () => {
  deepEqual(
    [stateOf(toyType, 'gone'), stepOf(toyType, 'gone'), outcomeOf(toyType, 'gone')],
    [undefined, undefined, undefined],
  )
  const ended = toyType.states.filter(({ code }) => hasEnded(toyType, code))
  deepEqual(
    ended.map(({ code }) => code),
    ['decided', 'discarded', 'withdrawn'],
  )
  equal(hasEnded(toyType, 'gone'), false)
  deepEqual([asksFor(toyType, 'points'), asksFor(comfortType, 'points')], [true, false])
  equal(askOf(toyType, 'give-opinion')?.clock, 'objection')
  equal(askOf(toyAnnulment, 'give-opinion'), undefined)
})

test('a role is one of the office, the system, or of a case, and never two of them', () => {
  deepEqual(rolesOf('body'), ['expert', 'body-supervisor', 'objection-officer'])
  deepEqual(
    [SYSTEM, 'applicant', 'toString', 'signer'].map((role) => isOfficeRole(role)),
    [false, false, false, true],
  )
})

test('a status holds through the day before the time that it is given for is full', () => {
  const law = { procedure: toyProcedure, calendars }
  const cases = [
    ['2026-04-06', '2031-04-05'],
    ['2026-01-01', '2030-12-31'],
    ['2024-02-29', '2029-02-28'],
    ['2023-03-01', '2028-02-29'],
  ] as const
  for (const [on, until] of cases) equal(validUntil(toyStatus, { on: isoDate(on) }, law), until)
  const shorter = { clock: 'closing' }
  const given = (on: string, length: number, unit: Term['unit']) =>
    validUntil({ ...toyStatus, asked: { length, unit } }, { on: isoDate(on) }, law)
  equal(given('2026-09-29', 24, 'months'), '2028-09-28')
  equal(given('2026-09-29', 24, 'months'), given('2026-09-29', 2, 'years'))
  equal(given('2026-03-01', 12, 'months'), '2027-02-28')
  equal(given('2026-08-31', 6, 'months'), '2027-02-28')
  equal(given('2026-08-30', 6, 'months'), '2027-02-28')
  equal(given('2026-08-29', 6, 'months'), '2027-02-28')
  equal(given('2026-08-28', 6, 'months'), '2027-02-27')
  equal(given('2026-05-01', 60, 'calendar-days'), '2026-06-29', 'sixty days, the first one of them')
  equal(given('2026-05-01', 1, 'calendar-days'), '2026-05-01')
  equal(validUntil(shorter, { on: isoDate('2026-04-06') }, law), '2026-04-12')
  const from = { on: isoDate('2026-04-06') }
  throws(() => validUntil({ clock: 'gone' }, from, law), /there is a term gone/)
})

test('what goes on for years ends on the day of the year on which it would have ended', () => {
  const law = { procedure: toyProcedure, calendars }
  const ends = [
    ['2026-04-05', '2031-04-05'],
    ['2026-12-31', '2031-12-31'],
    ['2027-02-28', '2032-02-28'],
    ['2028-02-29', '2033-02-28'],
    ['2027-03-01', '2032-03-01'],
  ] as const
  for (const [last, until] of ends) {
    equal(validUntil(toyStatus, { after: isoDate(last) }, law), until)
  }
  const asked = (years: number) => ({
    ...toyStatus,
    asked: { length: years * 12, unit: 'months' } as const,
  })
  const after = { after: isoDate('2027-03-01') }
  equal(validUntil(asked(1), after, law), '2028-03-01')
  equal(validUntil(asked(5), after, law), '2032-03-01', 'all that its kind holds, to the day')
  equal(validUntil(asked(6), after, law), '2032-03-01')
  equal(validUntil({ clock: 'closing' }, { after: isoDate('2026-04-06') }, law), '2026-04-13')
})

test('a status ends by its time in the one way that its kind names', () => {
  equal(endByTime(toyStatus), 'expired')
  throws(() => endByTime({ ...toyStatus, ends: [] }), /ends by its time/)
})
