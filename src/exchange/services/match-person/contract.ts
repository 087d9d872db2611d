import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { person, reference } from '#exchange/person.ts'

/** Whether the Service's unified migration system knows somebody already, and as whom. */
export const matchPerson = {
  code: 'match-person',
  version: 'v1',
  operation: 'matchPerson',
  namespace: 'urn:kecid:exchange:match-person:v1',
  rest: { method: 'POST', path: 'people/match' },
  isWrite: false,
  question: z.strictObject({ person }),
  answer: z.strictObject({
    result: z.enum(['one', 'several', 'none']),
    /** About whom it answers, as they were asked about. */
    person,
    match: z
      .array(person.extend({ number: reference }))
      .max(20)
      .exactOptional(),
  }),
  lists: ['match'],
} as const satisfies Contract
