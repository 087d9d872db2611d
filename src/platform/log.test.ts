import { deepEqual, equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { isoMoment } from '#core/dated.ts'
import { fixedClock } from '#platform/calendar.ts'
import { faultFields, openLog, problemId } from '#platform/log.ts'
import { LOG_LEVELS } from '#platform/settings.ts'

const clock = fixedClock(isoMoment('2026-11-22T10:00:00.000Z'))

test('each event is one line of JSON', () => {
  const lines: string[] = []
  const log = openLog({ level: 'info', clock, write: (line) => lines.push(line) })

  log.info('request', { route: '/apply\n/:id', status: 200 })

  deepEqual(lines, [
    '{"at":"2026-11-22T10:00:00.000Z","level":"info","event":"request",' +
      '"route":"/apply\\n/:id","status":200}\n',
  ])
})

test('the level decides which events are written', () => {
  const written = LOG_LEVELS.map((level) => {
    const events: string[] = []
    const log = openLog({ level, clock, write: (line) => events.push(line) })
    log.info('a')
    log.warn('b')
    return [level, events.length]
  })
  deepEqual(written, [
    ['info', 2],
    ['warn', 1],
    ['silent', 0],
  ])
})

test('a fault is logged by kind, code and place, never by its message', () => {
  const cause = Object.assign(new TypeError('Ada Lovelace'), { code: '23505' })
  const fields = faultFields(new Error('P1234567\nat Ada (a:1:1)\nat passport (b:1:1)', { cause }))

  equal(fields.fault, 'Error < TypeError')
  equal(fields.code, '23505')
  match(String(fields.frames), /^at .*log\.test\.ts:\d+:\d+/)
  equal(/Ada|P1234567/.test(JSON.stringify(fields)), false)
})

test('something thrown that is no error is logged by its kind only', () => {
  deepEqual(faultFields('Ada Lovelace'), { fault: 'string' })
})

test('a problem has an id that can be read out', () => {
  const ids = Array.from({ length: 100 }, () => problemId())

  for (const id of ids) match(id, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  equal(new Set(ids).size, 100)
})
