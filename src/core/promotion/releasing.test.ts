import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { BATCH_MIN, release, WEEKS_ALONE_MAX, type Waiting } from '#core/promotion/releasing.ts'

const week = (alike: string | undefined, people: number, weeks = 0): Waiting<string> => ({
  alike,
  people,
  weeks,
})
const POOLED = { mayPool: true }

test('five are shown, four wait', () => {
  deepEqual(release([week('PT', 5), week('TR', 4)], POOLED), {
    batches: [{ alike: 'PT', people: 5 }],
    waiting: [week('TR', 4, 1)],
  })
})

test('whoever waits too long is counted among the others, as soon as those are enough', () => {
  const late = [week('PT', 2, WEEKS_ALONE_MAX), week('TR', 2, WEEKS_ALONE_MAX), week('KZ', 4, 1)]
  const first = release(late, POOLED)
  deepEqual(first.batches, [])
  deepEqual(first.waiting, [week('KZ', 4, 2), week(undefined, 4, WEEKS_ALONE_MAX + 1)])
  const second = release([...first.waiting, week('PT', 3, WEEKS_ALONE_MAX)], POOLED)
  deepEqual(second.batches, [{ alike: undefined, people: 7 }])
})

test('where nobody may stand for another, four wait for ever', () => {
  deepEqual(release([week('a', 4, 500)], { mayPool: false }).waiting, [week('a', 4, 501)])
})

/** Weeks of people of few kinds, as they come. */
const weeks = fc.array(
  fc.dictionary(
    fc.constantFrom('PT en', 'PT ru', 'TR tr', 'KZ ru'),
    fc.integer({ min: 0, max: 8 }),
  ),
  { maxLength: 60 },
)

test('no two days, and no sum of what is shown, differ by fewer people than a batch', () => {
  fc.assert(
    fc.property(weeks, (comes) => {
      let waiting: readonly Waiting<string>[] = []
      let shown = 0
      let came = 0
      for (const news of comes) {
        const kinds = new Set([...Object.keys(news), ...waiting.map(({ alike }) => alike)])
        const joined = [...kinds].map((alike) => {
          const before = waiting.find((each) => each.alike === alike)
          const more = alike === undefined ? 0 : (news[alike] ?? 0)
          return week(alike, (before?.people ?? 0) + more, before?.weeks)
        })
        came += Object.values(news).reduce((sum, people) => sum + people, 0)
        const released = release(joined, POOLED)
        ok(released.batches.every(({ people }) => people >= BATCH_MIN))
        ok(released.waiting.every(({ people }) => people < BATCH_MIN))
        waiting = released.waiting
        shown += released.batches.reduce((sum, { people }) => sum + people, 0)
        equal(shown + waiting.reduce((sum, { people }) => sum + people, 0), came, 'nobody is lost')
      }
    }),
  )
})
