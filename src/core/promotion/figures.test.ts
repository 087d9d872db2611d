import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#core/dated.ts'
import { rowsBy, sumOf, sumOfCampaigns, type Figure } from '#core/promotion/figures.ts'
import { BATCH_MIN } from '#core/promotion/releasing.ts'

const WEEK = isoDate('2026-03-02')
const LATER = isoDate('2026-03-09')
const told = (country: string | undefined, people: number, more: Partial<Figure> = {}): Figure => ({
  week: WEEK,
  what: 'applied',
  people,
  ...(country === undefined ? {} : { country, language: 'en' }),
  ...more,
})
const FIGURES = [
  told('PRT', 5),
  told('TUR', 9),
  told('TUR', 6, { what: 'admitted', week: LATER }),
  told(undefined, 11, { week: LATER }),
  { week: WEEK, what: 'followed', people: 40, campaign: 'a' },
  { week: LATER, what: 'followed', people: 8, campaign: 'b' },
] as const satisfies readonly Figure[]

test('the most come first, all others last, and weeks from the latest', () => {
  deepEqual(rowsBy(FIGURES, 'country'), [
    { key: 'TUR', applied: 9, admitted: 6 },
    { key: 'PRT', applied: 5, admitted: 0 },
    { key: undefined, applied: 11, admitted: 0 },
  ])
  deepEqual(
    rowsBy(FIGURES, 'week').map(({ key, applied }) => [key, applied]),
    [
      [LATER, 11],
      [WEEK, 14],
    ],
  )
})

test('followers are of campaigns, and counted with none but those', () => {
  equal(sumOfCampaigns(FIGURES, { what: 'followed', campaigns: ['a'] }), 40)
  equal(sumOfCampaigns(FIGURES, { what: 'followed', campaigns: [] }), 0)
  equal(sumOf(FIGURES, 'followed'), 48)
})

const batches = fc.array(
  fc.record({
    country: fc.constantFrom('PRT', 'TUR', undefined),
    people: fc.integer({ min: BATCH_MIN, max: 30 }),
    isLater: fc.boolean(),
  }),
  { maxLength: 20 },
)

test('what two tables differ by, of whatever days, is nobody or a whole batch', () => {
  fc.assert(
    fc.property(batches, (drawn) => {
      const figures = drawn.map(({ country, people, isLater }) =>
        told(country, people, isLater ? { week: LATER } : {}),
      )
      const earlier = figures.filter(({ week }) => week === WEEK)
      for (const by of ['country', 'language', 'week'] as const) {
        const before = new Map(rowsBy(earlier, by).map(({ key, applied }) => [key, applied]))
        for (const { key, applied } of rowsBy(figures, by)) {
          const more = applied - (before.get(key) ?? 0)
          ok(more === 0 || more >= BATCH_MIN, `${by} ${key}: ${more}`)
        }
        const whole = rowsBy(figures, by).reduce((sum, { applied }) => sum + applied, 0)
        equal(whole, sumOf(figures, 'applied'), 'every table tells of the same people')
      }
    }),
  )
})
