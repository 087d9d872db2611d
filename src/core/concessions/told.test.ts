import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { concessionsTold } from '#core/concessions/told.ts'
import { isoDate } from '#core/dated.ts'
import { frozen } from '#test/calendars.ts'
import { toyConcessions } from '#test/toy-concessions.ts'

const law = { concessions: toyConcessions, calendars: frozen }
const held = (kind: string, from: string, until: string) => ({
  kind,
  from: isoDate(from),
  until: isoDate(until),
})
const LAMP = held('lamp', '2026-02-01', '2031-01-31')
const told = (on: string, ...holds: ReturnType<typeof held>[]) =>
  concessionsTold(holds, law, isoDate(on)).map(({ code, stands, until }) => [code, stands, until])

test('what the holder has or can have is told, with its last day', () => {
  const room = held('room', '2026-03-01', '2027-02-28')
  deepEqual(told('2026-06-01', LAMP, room), [
    ['oil', 'now', '2031-01-31'],
    ['room', 'held', '2031-01-31'],
  ])
})

test('nothing is told before the status, after it, nor of whoever holds none', () => {
  deepEqual(told('2026-01-31', LAMP), [])
  deepEqual(told('2031-01-31', LAMP).length, 2)
  deepEqual(told('2031-02-01', LAMP), [])
  deepEqual(told('2026-06-01', held('room', '2026-03-01', '2027-02-28')), [])
})
