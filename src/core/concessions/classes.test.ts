import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { classesFrom, classOn, lastingOn } from '#core/concessions/classes.ts'
import { addDays, birthdayOf, isoDate } from '#core/dated.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import { assert } from '#core/assert.ts'
import { toyConcessions } from '#test/toy-concessions.ts'

const on = isoDate('2026-06-01')

function bornOn(text: string) {
  assert(isPartialDate(text), `${text} is a date`)
  return text
}

test('whoever holds the status is in the class that names no role', () => {
  deepEqual(classOn({}, toyConcessions, on), { code: 'keeper' })
})

test('a class without ages asks for none, and one with ages for a birth date', () => {
  deepEqual(classOn({ role: 'partner' }, toyConcessions, on), { code: 'partner' })
  equal(classOn({ role: 'child' }, toyConcessions, on), undefined)
  equal(classOn({ role: 'cousin' }, toyConcessions, on), undefined)
})

/** Born, the day, the class that day, and its last day. */
const AGES = [
  ['2008-06-02', '2026-06-01', 'young', '2026-06-01'],
  ['2008-06-01', '2026-06-01', 'grown', '2031-05-31'],
  ['2003-06-02', '2026-06-01', 'grown', '2026-06-01'],
  ['2003-06-01', '2026-06-01', undefined, undefined],
  // Of 29 February: a year older on 1 March where there is none.
  ['2008-02-29', '2026-02-28', 'young', '2026-02-28'],
  ['2008-02-29', '2026-03-01', 'grown', '2031-02-28'],
  // Known to the year or the month alone: as old as they can be.
  ['2008', '2025-12-31', 'young', '2025-12-31'],
  ['2008', '2026-01-01', 'grown', '2030-12-31'],
  ['2008-06', '2026-05-31', 'young', '2026-05-31'],
] as const

test('an age is reached on the birthday, and the last day of a class is the day before', () => {
  for (const [born, day, code, until] of AGES) {
    const held = classOn({ role: 'child', birthDate: bornOn(born) }, toyConcessions, isoDate(day))
    deepEqual([held?.code, held?.until], [code, until], `${born} on ${day}`)
  }
})

test('classes follow each other as somebody grows older, without a day between', () => {
  const held = classesFrom({ role: 'child', birthDate: bornOn('2020-03-04') }, toyConcessions, on)
  deepEqual(held, [
    { code: 'young', from: on, until: '2038-03-03' },
    { code: 'grown', from: '2038-03-04', until: '2043-03-03' },
  ])
  for (let year = 2001; year < 2030; year += 1) {
    const birthDate = isoDate(`${year}-02-28`)
    const classes = classesFrom({ role: 'child', birthDate }, toyConcessions, birthDate)
    classes.slice(1).forEach(({ from }, index) => {
      equal(from, addDays(classes[index]?.until ?? from, 1), birthDate)
    })
  }
})

test('a birthday of 29 February is 1 March in years without one', () => {
  equal(birthdayOf(isoDate('2008-02-29'), 18), '2026-03-01')
  equal(birthdayOf(isoDate('2008-02-29'), 20), '2028-02-29')
})

test('of what was given again before its end, the end that counts is the last', () => {
  const held = (kind: string, from: string, until: string) => ({
    kind,
    from: isoDate(from),
    until: isoDate(until),
  })
  const first = held('room', '2026-03-01', '2027-02-28')
  const again = held('room', '2027-01-15', '2028-01-14')
  const lamp = held('lamp', '2026-02-01', '2027-01-31')
  const on = (day: string) => lastingOn([first, again, lamp], isoDate(day))
  deepEqual(on('2027-01-14'), [first, lamp])
  deepEqual(on('2027-01-15'), [again, lamp])
  deepEqual(on('2027-02-01'), [again])
  deepEqual(on('2028-01-15'), [])
})
