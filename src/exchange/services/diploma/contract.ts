import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { country, partialDate, person, reference, words, yesOrNo } from '#exchange/person.ts'

const diploma = z.strictObject({
  number: reference,
  level: z.enum(['bachelor', 'master', 'doctorate', 'other']),
  subject: words,
  school: words,
  country,
  awardedOn: partialDate,
  /** Recognised in Azerbaijan, by this number. */
  recognised: yesOrNo,
  recognitionNumber: reference.exactOptional(),
})

const answer = z.strictObject({
  result: z.enum(['found', 'none']),
  person,
  diploma: z.array(diploma).max(50).exactOptional(),
})

/** Which degrees of somebody are known, and which foreign ones were recognised. */
export const diplomas = {
  code: 'diploma',
  version: 'v1',
  operation: 'findDiplomas',
  namespace: 'urn:kecid:exchange:diploma:v1',
  rest: { method: 'POST', path: 'diplomas/find' },
  isWrite: false,
  question: z.strictObject({ person, school: words.exactOptional() }),
  answer,
  lists: ['diploma'],
} as const satisfies Contract
