import { z } from 'zod'
import type { Contract } from '#exchange/contract.ts'
import { day, reference } from '#exchange/person.ts'

/** What becomes of a status, as it is told and as it is read again. */
export const change = z.strictObject({
  /** Its place among all that the same client is told: one after the other. */
  cursor: z.string().regex(/^[1-9]\d{0,18}$/),
  subscription: z.uuid(),
  change: z.uuid(),
  kind: reference,
  state: z.enum(['valid', 'suspended', 'ended']),
  /** The day on which it became so. */
  on: day,
  /** The moment from which it was known here. */
  at: z.iso.datetime(),
  /** The same in a compact JWS (RFC 7515), for whoever keeps it or passes it on. */
  signature: z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/),
})

/** What a client is told of a status that it named, at a system of its own. */
export const statusChanged = {
  code: 'status-changed',
  version: 'v1',
  operation: 'statusChanged',
  namespace: 'urn:kecid:exchange:status-changed:v1',
  rest: { method: 'POST', path: 'status-changes' },
  isWrite: true,
  question: change,
  answer: z.strictObject({ result: z.enum(['taken', 'already-taken']) }),
  lists: [],
} as const satisfies Contract
