import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { day, person, words } from '#exchange/person.ts'

const answer = z.strictObject({
  result: z.enum(['clear', 'restricted', 'undesirable']),
  person,
  restriction: z
    .strictObject({ from: day, until: day.exactOptional(), ground: words })
    .exactOptional(),
})

/** Whether somebody may not enter, or was found undesirable. */
export const entryRestrictions = {
  code: 'entry-restrictions',
  version: 'v1',
  operation: 'checkRestrictions',
  namespace: 'urn:kecid:exchange:entry-restrictions:v1',
  rest: { method: 'POST', path: 'restrictions/check' },
  isWrite: false,
  question: z.strictObject({ person }),
  answer,
  lists: [],
} as const satisfies Contract
