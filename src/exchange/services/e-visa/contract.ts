import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { day, person, reference } from '#exchange/person.ts'

const visa = z.strictObject({ number: reference, from: day, until: day })

/** Whether an electronic visa lets somebody be in the country, and until when. */
export const eVisa = {
  code: 'e-visa',
  version: 'v1',
  operation: 'findVisa',
  namespace: 'urn:kecid:exchange:e-visa:v1',
  rest: { method: 'POST', path: 'visas/find' },
  isWrite: false,
  question: z.strictObject({ person }),
  answer: z.strictObject({
    result: z.enum(['in-force', 'ended', 'none']),
    person,
    /** The one that ends last. */
    visa: visa.exactOptional(),
  }),
  lists: [],
} as const satisfies Contract
