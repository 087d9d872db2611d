import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { person, reference, words } from '#exchange/person.ts'

/** Whether somebody owns the dwelling at an address; who owns it else is not told. */
export const dwelling = {
  code: 'dwelling',
  version: 'v1',
  operation: 'checkDwelling',
  namespace: 'urn:kecid:exchange:dwelling:v1',
  rest: { method: 'POST', path: 'dwellings/check' },
  isWrite: false,
  question: z.strictObject({ person, address: words }),
  answer: z.strictObject({
    result: z.enum(['owner', 'not-owner', 'none']),
    person,
    /** As it was asked about, and what it is entered under. */
    dwelling: z.strictObject({ address: words, number: reference }).exactOptional(),
  }),
  lists: [],
} as const satisfies Contract
