import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import { appealDays, deliveredOn, type Claim } from '#core/cases/appeal.ts'
import { toyProcedure } from '#test/toy-rules.ts'

const terms = toyProcedure.terms.map((term) =>
  term.code === 'delivery' ? { ...term, length: 5, unit: 'working-days' as const } : term,
)
const LAW = { procedure: { ...toyProcedure, terms }, calendars: new Map() }

test('a decision is delivered when it is opened, and after five working days in any case', () => {
  const told = isoDate('2026-04-10') // a Friday
  const cases = [
    ['2026-04-10', '2026-04-10'],
    ['2026-04-16', '2026-04-16'],
    ['2026-04-17', '2026-04-17'],
    ['2026-04-18', '2026-04-17'],
    ['2026-12-01', '2026-04-17'],
    [undefined, '2026-04-17'],
  ] as const
  for (const [day, expected] of cases) {
    const opened = day === undefined ? undefined : isoDate(day)
    equal(deliveredOn(LAW, { told, opened }), expected)
  }
})

test('both ways of appeal run from the delivery', () => {
  const {
    councilUntil,
    courtUntil,
    deliveredOn: from,
  } = appealDays(LAW, isoDate('2026-04-14'), { claim: 'compel', council: true })
  deepEqual([from, councilUntil, courtUntil], ['2026-04-14', '2026-05-14', '2026-05-14'])
})

test('where a council has decided, only the court is left', () => {
  const { councilUntil, courtUntil } = appealDays(LAW, isoDate('2026-04-14'), {
    claim: 'compel',
    council: false,
  })
  deepEqual([councilUntil, courtUntil], [undefined, '2026-05-14'])
})

test('each claim has its own term for the court, and the first law sets one for both', () => {
  const { procedure } = LAW
  const until = (terms: typeof procedure.terms, claim: Claim) =>
    appealDays({ ...LAW, procedure: { ...procedure, terms } }, isoDate('2026-04-14'), {
      claim,
      council: true,
    }).courtUntil
  const shorter = procedure.terms.map((term) =>
    term.code === 'court-annulment' ? { ...term, length: 10 } : term,
  )
  const first = procedure.terms.filter(({ code }) => code !== 'court-annulment')

  equal(until(shorter, 'compel'), '2026-05-14')
  equal(until(shorter, 'set-aside'), '2026-04-24')
  equal(until(first, 'set-aside'), '2026-05-14')
})
