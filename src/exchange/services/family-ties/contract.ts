import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { namedPerson, partialDate, person, reference } from '#exchange/person.ts'

/**
 * Whether an act of civil status ties two people: a marriage, or the birth of one of whom the other
 * is a parent. Of whom somebody is tied to beside them it says nothing.
 */
export const familyTies = {
  code: 'family-ties',
  version: 'v1',
  operation: 'checkFamilyTie',
  namespace: 'urn:kecid:exchange:family-ties:v1',
  rest: { method: 'POST', path: 'acts/check' },
  isWrite: false,
  question: z.strictObject({
    person,
    relative: namedPerson,
    act: z.enum(['marriage', 'birth']),
  }),
  answer: z.strictObject({
    result: z.enum(['tied', 'ended', 'none']),
    person,
    act: z.strictObject({ number: reference, on: partialDate }).exactOptional(),
  }),
  lists: [],
} as const satisfies Contract
