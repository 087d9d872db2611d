import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { day, person, reference, words } from '#exchange/person.ts'

const contract = z.strictObject({
  employer: words,
  position: words,
  from: day,
  until: day.exactOptional(),
})

/** Whether an employer has given notice of a contract with somebody; of other employers nothing. */
export const employmentContract = {
  code: 'employment-contract',
  version: 'v1',
  operation: 'findContract',
  namespace: 'urn:kecid:exchange:employment-contract:v1',
  rest: { method: 'POST', path: 'contracts/find' },
  isWrite: false,
  /** The employer by the number of a taxpayer (VÖEN). */
  question: z.strictObject({ person, employerNumber: reference }),
  answer: z.strictObject({
    result: z.enum(['in-force', 'ended', 'none']),
    person,
    contract: contract.exactOptional(),
  }),
  lists: [],
} as const satisfies Contract
