import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { country, day, person } from '#exchange/person.ts'

const answer = z.strictObject({
  result: z.enum(['valid', 'lost', 'replaced', 'expired', 'deceased', 'none']),
  /** About whom it answers, as they were asked about. */
  person,
  document: person
    .extend({ sex: z.enum(['female', 'male', 'x']), citizenship: country, expiresOn: day })
    .exactOptional(),
})

/** Whether a travel document is known and good, and whose it is. */
export const identityDocument = {
  code: 'identity-document',
  version: 'v1',
  operation: 'checkDocument',
  namespace: 'urn:kecid:exchange:identity-document:v1',
  rest: { method: 'POST', path: 'documents/check' },
  isWrite: false,
  question: z.strictObject({ person }),
  answer,
  lists: [],
} as const satisfies Contract
