import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { day, person } from '#exchange/person.ts'

/**
 * Whether there is a certificate that somebody has none of the listed infectious diseases, and
 * until when it is good. It says nothing of anybody's health: why there is none is not told.
 */
export const healthCertificate = {
  code: 'health-certificate',
  version: 'v1',
  operation: 'checkCertificate',
  namespace: 'urn:kecid:exchange:health-certificate:v1',
  rest: { method: 'POST', path: 'certificates/check' },
  isWrite: false,
  question: z.strictObject({ person }),
  answer: z.strictObject({
    result: z.enum(['valid', 'expired', 'none']),
    person,
    until: day.exactOptional(),
  }),
  lists: [],
} as const satisfies Contract
