import { z } from 'zod'
import { assert } from '#core/assert.ts'
import { readCanonical, type Json } from '#core/canonical.ts'
import type { DecisionRecord } from '#core/cases/decision-record.ts'

/**
 * The forms in which decisions were recorded. What was signed keeps its bytes; each form is read
 * for ever, in that of today (docs/specs/policy.md §2).
 */
type Told = Readonly<Record<string, Json>>

/** A record of each earlier form in the next one. */
const STEPS: readonly ((record: Told) => Told)[] = [
  // Nobody was named, nothing was translated, and what was given stood in the status alone.
  (first) => ({ ...first, v: 2, person: null, translation: null, gives: [], signer: null }),
]

const FORM = STEPS.length + 1

/** The record that these bytes are, in the form of today. */
export function readRecord(bytes: Uint8Array): DecisionRecord {
  const written = readCanonical(bytes, isTold)
  assert(written !== undefined, 'a record reads as it was written')
  const { v } = written
  if (v > FORM) throw new Error(`a record of form ${v} was written by a later house than this one`)
  const record: Json = STEPS.slice(v - 1).reduce<Told>((told, next) => next(told), written)
  assert(isRecord(record), 'a record of each form reads as one of today')
  return record
}

type Written = Told & { readonly v: number }

const writtenShape = z.looseObject({ v: z.int().min(1) })

const isTold = (value: unknown): value is Written => writtenShape.safeParse(value).success

const recordShape = z.looseObject({
  v: z.literal(FORM),
  number: z.string(),
  outcome: z.string(),
  criteria: z.array(z.looseObject({ criterion: z.string(), points: z.int() })),
  gives: z.array(z.looseObject({ status: z.string(), number: z.string() })),
})

/** The hash has proved that the bytes are the ones we wrote; the form says their shape. */
function isRecord(value: unknown): value is DecisionRecord & Json {
  return recordShape.safeParse(value).success
}
