import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { day, person, reference } from '#exchange/person.ts'

const recognition = z.strictObject({
  number: reference,
  from: day,
  until: day,
  state: z.enum(['valid', 'suspended', 'ended']),
  /** In a word of whoever gave it. */
  endedAs: reference.exactOptional(),
  /** The day on which it became so. */
  changedOn: day,
})

/** A recognition, and each later change of it, for the unified migration system. */
export const writeRecognition = {
  code: 'write-recognition',
  version: 'v1',
  operation: 'writeRecognition',
  namespace: 'urn:kecid:exchange:write-recognition:v1',
  rest: { method: 'PUT', path: 'recognitions' },
  isWrite: true,
  question: z.strictObject({ person, recognition }),
  answer: z.strictObject({ result: z.enum(['written', 'already-written']), record: reference }),
  lists: [],
} as const satisfies Contract
