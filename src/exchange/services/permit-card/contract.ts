import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { day, person, reference } from '#exchange/person.ts'

const card = z.strictObject({
  number: reference,
  /** Of the person, for life (FİN). */
  personalNumber: reference,
  on: day,
})

/** How the card of somebody's permit stands; what is on it is told once it is made. */
export const permitCard = {
  code: 'permit-card',
  version: 'v1',
  operation: 'readCard',
  namespace: 'urn:kecid:exchange:permit-card:v1',
  rest: { method: 'POST', path: 'cards/read' },
  isWrite: false,
  question: z.strictObject({ person }),
  answer: z.strictObject({
    result: z.enum(['being-made', 'ready', 'collected', 'none']),
    person,
    card: card.exactOptional(),
  }),
  lists: [],
} as const satisfies Contract
