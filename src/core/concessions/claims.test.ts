import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { changesFor } from '#core/concessions/changes.ts'
import { asTold, claimsOf, lastDayAhead } from '#core/concessions/claims.ts'
import type { Member } from '#core/concessions/classes.ts'
import { isoDate } from '#core/dated.ts'
import { frozen } from '#test/calendars.ts'
import { toyConcession, toyConcessions } from '#test/toy-concessions.ts'

const lamp = held('lamp', '2026-02-01', '2031-01-31')
const keeper: Member = { id: 'keeper', holds: [lamp] }
const partner: Member = { id: 'partner', role: 'partner', holds: [] }

function held(kind: string, from: string, until: string) {
  return { kind, from: isoDate(from), until: isoDate(until) }
}

const child = (born: string): Member => ({
  id: born,
  role: 'child',
  birthDate: isoDate(born),
  holds: [],
})

const keeping = (...holds: Member['holds']): Member => ({ ...keeper, holds: [lamp, ...holds] })

const familyOf = (migrant: Member) => {
  return { migrant, concessions: toyConcessions, calendars: frozen }
}

/** As it stands for somebody, while the keeper holds that besides the lamp. */
function stands(code: string, member: Member, [on, migrant = keeper]: readonly [string, Member?]) {
  const claims = claimsOf(member, familyOf(migrant), isoDate(on))
  return claims.find(({ concession }) => concession.code === code)?.stands
}

const status = { until: '2031-01-31', because: 'status' }

test('it is there from the first day of the status to its last, and over the day after', () => {
  const needs = { need: 'migrant-holds', kinds: ['lamp'] }
  deepEqual(stands('oil', keeper, ['2026-01-31']), { is: 'not-yet', need: needs })
  deepEqual(stands('oil', keeper, ['2026-02-01']), { is: 'now', ...status })
  deepEqual(stands('oil', keeper, ['2031-01-31']), { is: 'now', ...status })
  deepEqual(stands('oil', keeper, ['2031-02-01']), {
    is: 'over',
    since: '2031-01-31',
    because: 'status',
  })
})

test('what is one’s own is nobody else’s', () => {
  deepEqual(stands('oil', partner, ['2026-06-01']), { is: 'not' })
  deepEqual(stands('oil', child('2020-01-01'), ['2026-06-01']), { is: 'not' })
})

test('a status that ended before its time ended what rests on it', () => {
  const ended: Member = { ...keeper, holds: [held('lamp', '2026-02-01', '2026-08-09')] }
  deepEqual(stands('room', partner, ['2026-08-10', ended]), {
    is: 'over',
    since: '2026-08-09',
    because: 'status',
  })
})

test('whichever ends first is said: an age, the law, or the status', () => {
  deepEqual(stands('school', child('2003-07-01'), ['2026-06-01']), {
    is: 'now',
    until: '2026-06-30',
    because: 'age',
  })
  deepEqual(stands('work', partner, ['2026-06-01']), {
    is: 'open',
    until: '2027-12-31',
    because: 'law',
  })
  deepEqual(stands('school', child('2020-07-01'), ['2026-06-01']), { is: 'now', ...status })
})

test('what is for the young and for the grown does not end between', () => {
  deepEqual(stands('school', child('2008-07-01'), ['2026-06-30']), { is: 'now', ...status })
  deepEqual(stands('school', child('2008-07-01'), ['2026-07-01']), { is: 'now', ...status })
  deepEqual(stands('room', child('2008-07-01'), ['2026-06-30']), {
    is: 'now',
    until: '2026-06-30',
    because: 'age',
  })
  deepEqual(stands('room', child('2008-07-01'), ['2026-07-01']), {
    is: 'over',
    since: '2026-06-30',
    because: 'age',
  })
})

test('what comes with an age comes later, from the birthday', () => {
  deepEqual(stands('work', child('2009-07-01'), ['2026-06-01']), {
    is: 'later',
    from: '2027-07-01',
  })
  // And not at all where the law has ended by then.
  deepEqual(stands('work', child('2010-07-01'), ['2026-06-01']), { is: 'not' })
  deepEqual(stands('work', partner, ['2028-01-01']), {
    is: 'over',
    since: '2027-12-31',
    because: 'law',
  })
})

test('what is held is told with its end, and by when one applies to have it again', () => {
  const room = held('room', '2026-03-01', '2027-02-28')
  deepEqual(stands('room', keeping(room), ['2026-06-01']), {
    is: 'held',
    holding: room,
    ...status,
    applyBy: '2027-01-29',
  })
  deepEqual(stands('room', keeping(room), ['2027-03-01']), { is: 'now', ...status })
})

test('two years are two years to the day, in one line', () => {
  const first = held('room', '2026-03-01', '2027-02-28')
  const next = held('room', '2027-03-01', '2029-12-31')
  deepEqual(stands('house', keeping(first, next), ['2028-02-29']), {
    is: 'later',
    from: '2028-03-01',
  })
  deepEqual(stands('house', keeping(first, next), ['2028-03-01']), {
    is: 'now',
    ...status,
    applyBy: '2029-09-30',
  })
  // A day between begins them anew, and what ends before has to be had again.
  const late = held('room', '2027-03-02', '2028-12-31')
  deepEqual(stands('house', keeping(first, late), ['2028-03-01']), {
    is: 'later',
    from: '2029-03-02',
    holding: late,
  })
})

test('what takes years and an age is told for the day on which both are reached', () => {
  const needs = [
    { need: 'migrant-holds', kinds: ['house'] },
    { need: 'held-for', kinds: ['room'], years: 2 },
  ] as const
  const both = toyConcession('both', { for: ['grown'], needs })
  const concessions = { ...toyConcessions, concessions: [both] }
  const on = isoDate('2026-06-01')
  const house = held('house', '2026-05-01', '2031-04-30')
  const room = held('room', '2026-03-01', '2029-02-28')
  const bothFor = (born: string, holds: Member['holds'], migrant: Member) =>
    claimsOf({ ...child(born), holds }, { migrant, concessions, calendars: frozen }, on)[0]?.stands
  // No birthday brings what is missing besides.
  deepEqual(bothFor('2009-07-01', [room], keeper), {
    is: 'not-yet',
    need: needs[0],
    from: '2028-03-01',
  })
  deepEqual(bothFor('2009-07-01', [], keeping(house)), { is: 'not-yet', need: needs[1] })
  deepEqual(bothFor('2009-07-01', [room], keeping(house)), { is: 'later', from: '2028-03-01' })
  deepEqual(bothFor('2010-04-01', [room], keeping(house)), { is: 'later', from: '2028-04-01' })
})

test('what is missing is named, the first of it', () => {
  deepEqual(stands('house', keeper, ['2026-06-01']), {
    is: 'not-yet',
    need: { need: 'held-for', kinds: ['room'], years: 2 },
  })
  deepEqual(stands('theirs', partner, ['2026-06-01']), {
    is: 'not-yet',
    need: { need: 'migrant-holds', kinds: ['house'] },
  })
  const house = held('house', '2026-05-01', '2031-04-30')
  deepEqual(stands('house', keeping(house), ['2026-06-01']), { is: 'needless', holding: house })
  deepEqual(stands('theirs', partner, ['2026-06-01', keeping(house)]), { is: 'now', ...status })
})

/** Until, how long before, and the last day with that much left; 1 to 5 January 2027 are off. */
const AHEAD = [
  ['2027-01-31', 30, 'calendar-days', '2027-01-01'],
  ['2027-05-31', 3, 'months', '2027-02-28'],
  ['2027-01-11', 3, 'working-days', '2027-01-06'],
  ['2028-02-29', 1, 'years', '2027-02-28'],
] as const

test('so long before a day is the last day with at least that time left', () => {
  for (const [until, length, unit, day] of AHEAD) {
    const term = { length, unit }
    equal(lastDayAhead(term, isoDate(until), frozen), day, `${length} ${unit}`)
  }
})

test('what changes is told by day, the nearest first, what ends alike together', () => {
  const room = held('room', '2026-03-01', '2028-02-28')
  const migrant = keeping(room)
  const on = isoDate('2026-06-01')
  const family = familyOf(migrant)
  const told = (member: Member) =>
    changesFor(member, family, { claims: claimsOf(member, family, on), on }).map((change) => [
      change.on,
      change.is,
      'kind' in change ? change.kind : change.concessions.map(({ code }) => code).join(),
    ])
  deepEqual(told(migrant), [
    ['2028-01-29', 'apply-by', 'room'],
    ['2028-02-28', 'ends', 'room'],
    ['2028-03-01', 'begins-if', 'house'],
    ['2031-01-31', 'status-ends', 'lamp'],
  ])
  deepEqual(told(child('2009-07-01')), [
    ['2027-06-30', 'by-age', 'room'],
    ['2027-07-01', 'begins', 'work'],
    ['2031-01-31', 'status-ends', 'lamp'],
  ])
})

test('what only eases another is told without a day while nobody knows when that comes', () => {
  const ease = toyConcession('ease', {
    aim: 'settle',
    for: ['partner'],
    by: 'itself',
    needs: [{ need: 'held-for', kinds: ['room'], years: 2 }],
  })
  const theirs = toyConcession('theirs', {
    aim: 'settle',
    for: ['partner'],
    needs: [{ need: 'migrant-holds', kinds: ['house'] }],
  })
  const own = toyConcession('own', { aim: 'settle' })
  const tenant = { ...partner, holds: [held('room', '2026-02-01', '2030-01-31')] }
  const on = isoDate('2027-06-01')
  const told = (migrant: Member, concessions = [ease, theirs, own]) => {
    const family = { migrant, concessions: { ...toyConcessions, concessions }, calendars: frozen }
    const claims = asTold(claimsOf(tenant, family, on))
    const days = changesFor(tenant, family, { claims, on }).filter(({ is }) => is === 'begins')
    return [claims[0]?.stands, days.map((each) => each.on)]
  }

  const need = { need: 'migrant-holds', kinds: ['house'] }
  deepEqual(told(keeper), [{ is: 'not-yet', need }, []])
  const later = { is: 'later', from: '2028-02-01' }
  deepEqual(told(keeping(held('house', '2027-01-01', '2031-01-01'))), [later, ['2028-02-01']])
  deepEqual(told(keeper, [ease, own]), [later, ['2028-02-01']], 'it eases nothing of theirs')
})
