import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import { appealDays, contestOf, deemedOn, type Claim } from '#core/cases/appeal.ts'
import { outcome } from '#test/life-parts.ts'
import { toyProcedure } from '#test/toy-rules.ts'

const terms = toyProcedure.terms.map((term) =>
  term.code === 'delivery' ? { ...term, length: 5, unit: 'working-days' as const } : term,
)
const LAW = { procedure: { ...toyProcedure, terms }, calendars: new Map() }

test('a decision counts as delivered after five working days in any case', () => {
  equal(deemedOn(LAW, isoDate('2026-04-10')), '2026-04-17', 'the tenth is a Friday')
})

const REFUSING = {
  ...LAW,
  type: { outcomes: [outcome('refused'), outcome('given', { favourable: true })] },
}

test('what can be done runs from the telling, and before it from the day that counts as one', () => {
  const refused = { outcome: 'refused', decidedOn: isoDate('2026-04-10') }
  const daysOf = (told?: Parameters<typeof contestOf>[1]['told']) =>
    contestOf(REFUSING, { ...refused, told })?.days

  equal(daysOf({ on: isoDate('2026-04-14') })?.councilUntil, '2026-05-14')
  equal(daysOf()?.deliveredOn, '2026-04-17')
  equal(contestOf(REFUSING, { ...refused, outcome: 'given' }), undefined)
})

test('a day that somebody was told stays, where a calendar has moved it to before that', () => {
  const refused = { outcome: 'refused', decidedOn: isoDate('2026-04-10') }
  const on = isoDate('2026-04-14')
  for (const [council, court, expected] of [
    ['2026-05-13', '2026-05-15', ['2026-05-14', '2026-05-15']],
    ['2026-05-18', '2026-05-10', ['2026-05-18', '2026-05-14']],
  ] as const) {
    const until = { council: isoDate(council), court: isoDate(court) }
    const days = contestOf(REFUSING, { ...refused, told: { on, until } })?.days
    deepEqual([days?.councilUntil, days?.courtUntil], expected)
  }
})

test('both ways of appeal run from the delivery', () => {
  const {
    councilUntil,
    courtUntil,
    deliveredOn: from,
  } = appealDays(LAW, isoDate('2026-04-14'), 'compel')
  deepEqual([from, councilUntil, courtUntil], ['2026-04-14', '2026-05-14', '2026-05-14'])
})

test('each claim has its own term for the court, and the first law sets one for both', () => {
  const { procedure } = LAW
  const until = (terms: typeof procedure.terms, claim: Claim) =>
    appealDays({ ...LAW, procedure: { ...procedure, terms } }, isoDate('2026-04-14'), claim)
      .courtUntil
  const shorter = procedure.terms.map((term) =>
    term.code === 'court-annulment' ? { ...term, length: 10 } : term,
  )
  const first = procedure.terms.filter(({ code }) => code !== 'court-annulment')

  equal(until(shorter, 'compel'), '2026-05-14')
  equal(until(shorter, 'set-aside'), '2026-04-24')
  equal(until(first, 'set-aside'), '2026-05-14')
})
