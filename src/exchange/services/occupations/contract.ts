import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { day, reference, words, yesOrNo } from '#exchange/person.ts'

const occupation = z.strictObject({
  code: reference,
  title: words,
  shortage: yesOrNo,
  priority: yesOrNo,
})

/** Which occupations are short of people, or have priority, on a day. It is about nobody. */
export const occupations = {
  code: 'occupations',
  version: 'v1',
  operation: 'listOccupations',
  namespace: 'urn:kecid:exchange:occupations:v1',
  rest: { method: 'GET', path: 'occupations' },
  isWrite: false,
  question: z.strictObject({ on: day }),
  answer: z.strictObject({
    result: z.enum(['found', 'none']),
    occupation: z.array(occupation).max(1000).exactOptional(),
  }),
  lists: ['occupation'],
} as const satisfies Contract
