import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { day, person, reference } from '#exchange/person.ts'

const permit = z.strictObject({
  kind: z.enum(['visa', 'stay', 'temporary-residence', 'permanent-residence', 'work']),
  number: reference,
  from: day,
  until: day.exactOptional(),
  state: z.enum(['valid', 'ended', 'annulled']),
})

/** Which permits somebody has or had in Azerbaijan. */
export const readPermits = {
  code: 'read-permits',
  version: 'v1',
  operation: 'readPermits',
  namespace: 'urn:kecid:exchange:read-permits:v1',
  rest: { method: 'POST', path: 'permits/read' },
  isWrite: false,
  question: z.strictObject({ person }),
  answer: z.strictObject({
    result: z.enum(['found', 'none']),
    person,
    permit: z.array(permit).max(200).exactOptional(),
  }),
  lists: ['permit'],
} as const satisfies Contract
