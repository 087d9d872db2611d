import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { Answers } from '#core/answers/answers.ts'
import { dutyOf } from '#core/cases/duty.ts'
import { isoDate } from '#core/dated.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { outcome } from '#test/life-parts.ts'
import { comfortProcedure as procedure } from '#test/toy-rules.ts'
import { block, comfortType, field } from '#test/toy-types.ts'

const type: CaseType = {
  ...comfortType,
  tariff: 'comfort',
  blocks: [
    block('person', [
      field('born-on', 'partial-date', { means: 'birth-date' }),
      field('months', 'whole-number', { means: 'requested-term' }),
    ]),
  ],
  outcomes: [
    outcome('granted', {
      favourable: true,
      effects: [
        {
          effect: 'issue',
          status: 'comfort',
          of: ['applicant'],
          for: { answer: 'requested-term', unit: 'months' },
        },
      ],
    }),
  ],
}

const told = (values: Record<string, string>): Answers => ({ person: [{ id: '1', values }] })

const amounts = (
  values: Record<string, string>,
  { on = '2026-11-27', roles = ['applicant'], of = type } = {},
) =>
  dutyOf({ type: of, procedure }, { roles, answers: told(values), on: isoDate(on) })?.tiers.map(
    ({ amount, term }) => [term.code, amount],
  )

const ADULT = { 'born-on': '1985-02-14' }

test('the first row that is long enough is paid by, in each tier', () => {
  const short = [
    ['decision', 30],
    ['completeness', 40],
  ]
  deepEqual(amounts({ ...ADULT, months: '1' }), short)
  deepEqual(amounts({ ...ADULT, months: '3' }), short)
  deepEqual(amounts({ ...ADULT, months: '4' })?.[0], ['decision', 60])
  equal(amounts({ ...ADULT, months: '7' }), undefined)
})

test('whoever is under 18 pays less until the day before their birthday', () => {
  const young = { 'born-on': '2008-11-28', months: '3' }
  deepEqual(amounts(young, { on: '2026-11-26' })?.[0], ['decision', 15])
  deepEqual(amounts(young, { on: '2026-11-27' })?.[0], ['decision', 15])
  deepEqual(amounts(young, { on: '2026-11-28' })?.[0], ['decision', 30])
  deepEqual(amounts({ 'born-on': '2008', months: '3' })?.[0], ['decision', 15])
})

test('nothing is told before it is known for whom and for how long, or where nothing is paid', () => {
  equal(amounts(ADULT), undefined)
  equal(amounts({ months: '3' }), undefined)
  equal(amounts({ ...ADULT, months: 'three' }), undefined)
  equal(amounts({ ...ADULT, months: '3' }, { roles: ['friend'] }), undefined)
  const { tariff: _, ...free } = type
  equal(amounts({ ...ADULT, months: '3' }, { of: free }), undefined)
})

test('of several it is as soon as whoever comes first asked for', () => {
  const asked = (tier?: string) =>
    dutyOf(
      { type, procedure },
      {
        roles: ['applicant'],
        answers: told({ ...ADULT, months: '3' }),
        on: isoDate('2026-11-27'),
        tier,
      },
    )?.tiers.map((each) => each.asked)
  const [first] = procedure.tariffs?.[0]?.tiers ?? []
  deepEqual(asked(first?.code), [true, false])
  deepEqual(asked(), [false, false])
})
