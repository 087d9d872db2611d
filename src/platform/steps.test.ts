import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { STEP_BYTES, stepsOf } from '#platform/steps.ts'

async function* coming(sizes: readonly number[], isCut = false) {
  for (const size of sizes) yield Buffer.alloc(size)
  if (isCut) throw new Error('the line is dead')
}

async function steps(source: AsyncIterable<Uint8Array>, left: number) {
  const sizes: number[] = []
  for await (const step of stepsOf(source, left)) sizes.push(step.length)
  return sizes
}

test('however a file comes in, it is cut into equal steps, and the last may be shorter', async () => {
  const whole = 2 * STEP_BYTES + 5
  deepEqual(await steps(coming([whole]), whole), [STEP_BYTES, STEP_BYTES, 5])
  const pieces = Array.from({ length: 7 }, () => 100_000)
  deepEqual(await steps(coming(pieces), 700_000), [STEP_BYTES, STEP_BYTES, 175_712])
  deepEqual(await steps(coming([]), 5), [])
})

test('what has come when the line breaks is kept, unless it is hardly anything', async () => {
  deepEqual(await steps(coming([STEP_BYTES + 9000], true), 900_000), [STEP_BYTES, 9000])
  deepEqual(await steps(coming([STEP_BYTES + 100], true), 900_000), [STEP_BYTES])
  deepEqual(await steps(coming([100], true), 100), [100])
})

test('of more than was announced no more is read than shows it', async () => {
  const pieces = Array.from({ length: 100 }, () => STEP_BYTES)
  deepEqual(await steps(coming(pieces), 10), [STEP_BYTES])
})
