import { deepEqual, equal, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { turnsOf } from '#platform/turns.ts'

test('work is done in the order in which it came, and so much at once as was said', async () => {
  const inTurn = turnsOf({ atOnce: 2, waitingMax: 3 })
  const begun: number[] = []
  const doors = Array.from({ length: 5 }, () => Promise.withResolvers<undefined>())
  const all = doors.map((door, index) =>
    inTurn(async () => {
      begun.push(index)
      await door.promise
      return index
    }),
  )
  deepEqual(begun, [0, 1])
  equal(await inTurn(async () => 'one too many'), undefined)
  for (const door of doors) door.resolve(undefined)
  deepEqual(await Promise.all(all), [0, 1, 2, 3, 4])
  deepEqual(begun, [0, 1, 2, 3, 4])
})

test('what fails makes room for the next', async () => {
  const inTurn = turnsOf({ atOnce: 1, waitingMax: 1 })
  const failing = inTurn(async () => {
    throw new Error('torn')
  })
  const next = inTurn(async () => 'whole')
  await rejects(failing, /torn/)
  equal(await next, 'whole')
  equal(await inTurn(async () => 'again'), 'again')
})
