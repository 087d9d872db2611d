import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { day, person, reference, words, yesOrNo } from '#exchange/person.ts'

/**
 * What a body that may object says of somebody. A person over there answers, days later: until
 * then the same question is received and waits, and is asked again by the same message.
 */
export const securityOpinion = {
  code: 'security-opinion',
  version: 'v1',
  operation: 'giveOpinion',
  namespace: 'urn:kecid:exchange:security-opinion:v1',
  rest: { method: 'POST', path: 'opinions' },
  isWrite: true,
  question: z.strictObject({
    person,
    case: reference,
    /** Whose opinion is asked, where several answer there. */
    body: reference.exactOptional(),
  }),
  answer: z.strictObject({
    result: z.enum(['waits', 'given']),
    case: reference,
    opinion: z
      .strictObject({ objects: yesOrNo, reason: words.exactOptional(), on: day })
      // Nobody can answer an objection of which no reason is given.
      .refine(({ objects, reason }) => objects === 'no' || reason !== undefined)
      .exactOptional(),
  }),
  lists: [],
} as const satisfies Contract
