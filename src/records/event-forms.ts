import { z } from 'zod'

/**
 * The forms in which events were written: the number is among what is readable of one, and one
 * without it is of the first. What was recorded is never changed, so every form is read for ever
 * (docs/specs/policy.md §2).
 */
type Told = Readonly<Record<string, unknown>>

/** An event of each earlier form in the next one, by the kind that it was of. */
type Next = (event: Told, kind: string) => Told

const STEPS: readonly Next[] = []

/** Today's. */
const FORM = STEPS.length + 1

/** What is readable of an event that is written now. */
export const formed = <Readable extends object>(readable: Readable) => ({ v: FORM, ...readable })

const readables = z.looseObject({ v: z.int().min(1).default(1) })

/** What was written of an event of that kind, in the form of today. */
export function readEvent(
  kind: string,
  {
    readable,
    secret,
    steps = STEPS,
  }: {
    readonly readable: unknown
    readonly secret: Told
    readonly steps?: readonly Next[]
  },
): Told {
  const { v, ...told } = readables.parse(readable)
  if (v > steps.length + 1) {
    throw new Error(`an event of form ${v} was written by a later house than this one`)
  }
  return steps.slice(v - 1).reduce<Told>((event, next) => next(event, kind), { ...told, ...secret })
}
