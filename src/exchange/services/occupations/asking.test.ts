import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import { askOccupations } from '#exchange/services/occupations/asking.ts'

const ON = isoDate('2026-11-27')
const GROUPS = [
  ['2', 'Professionals', 'no', 'yes'],
  ['21', 'Science', 'yes', 'yes'],
  ['24', 'Business', 'no', 'no'],
  ['72', 'Metal', 'yes', 'no'],
] as const
const LIST = {
  result: 'found',
  occupation: GROUPS.map(([code, title, shortage, priority]) => ({
    code,
    title,
    shortage,
    priority,
  })),
}

test('the list is asked for by its day alone, and read for one occupation here', async () => {
  const asking = { issue: 'HQM-2026-000123', on: ON, signed: async () => undefined }
  deepEqual(await askOccupations.call({ surname: 'Ferreira', occupation: '21' }, asking), {
    on: ON,
  })

  const read = (answer: typeof LIST | { result: string }, occupation?: string) => {
    const question = occupation === undefined ? {} : { occupation }
    const meant = askOccupations.read(answer, { on: ON }, question)
    return meant.as === 'answer' ? [meant.answered.result, meant.answered.note] : meant.as
  }
  deepEqual(read(LIST, '21'), ['both', 'Science'])
  deepEqual(read(LIST, '2145'), ['both', 'Science'], 'the nearest group counts')
  deepEqual(read(LIST, '22'), ['priority', 'Professionals'])
  deepEqual(read(LIST, '7211'), ['shortage', 'Metal'])
  deepEqual(read(LIST, '24'), ['neither', 'Business'])
  deepEqual(read(LIST, '51'), ['not-listed', undefined])
  deepEqual(read(LIST), ['not-listed', undefined])
  deepEqual(read({ result: 'none' }, '21'), ['none', undefined])
})
