import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { dayInBaku, isoMoment } from '#core/dated.ts'
import { demonstration, furnished, type Demonstration } from '#test/furnished.ts'

const statesIn = ({ cases }: Demonstration): readonly string[] =>
  [...new Set(cases.map(({ standing: { type, state } }) => `${type}: ${state}`))].toSorted()

test('furnished at night in the middle of a holiday it is as on a Monday morning', async () => {
  const night = isoMoment('2027-01-01T20:30:00.000Z')
  equal(dayInBaku(night), '2027-01-02')
  deepEqual(statesIn(await furnished(night)), statesIn(await demonstration()))
})
