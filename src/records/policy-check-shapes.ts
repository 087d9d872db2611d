import { z } from 'zod'
import type { ClaimStands } from '#core/concessions/claims.ts'
import { TERM_UNITS } from '#core/deadlines/terms.ts'
import { isPartialDate, type PartialDate } from '#core/facts/partial-date.ts'
import { code, count, day } from '#records/policy-parts.ts'

/**
 * The shapes of the documents in policy/checks: what the law comes to in cases that somebody worked
 * out by hand. They are no policy, and are never published.
 */

const oneOrMore = <Each extends z.ZodType>(each: Each) =>
  z.union([each.transform((one) => [one]), z.array(each).min(1).max(100)]).readonly()

const codes = oneOrMore(code)
const born = z.custom<PartialDate>(
  (value) => typeof value === 'string' && isPartialDate(value),
  "a day, month or year of birth is written '2008-02-29', '2008-02' or '2008'",
)
const answer = z.string().min(1).max(200)
const IS = ['now', 'open', 'held', 'later', 'not-yet', 'needless', 'over', 'not'] as const
const ENDINGS = ['age', 'law', 'status'] as const

const person = z.strictObject({
  /** Whose family they are of; whoever is of nobody's holds the status, or did. */
  of: code.exactOptional(),
  role: code.exactOptional(),
  born: born.exactOptional(),
  holds: z
    .array(z.strictObject({ kind: code, from: day, until: day }))
    .max(20)
    .readonly()
    .exactOptional(),
})

/** No such day. */
export const NONE = 'none'
const dayOrNone = z.union([z.literal(NONE), day])

/** How a concession stands for somebody: what a row does not name is not looked at. */
const stands = z.strictObject({
  who: codes,
  on: oneOrMore(day),
  is: z.enum(IS) satisfies z.ZodType<ClaimStands>,
  until: dayOrNone.exactOptional(),
  because: z.enum(ENDINGS).exactOptional(),
  from: day.exactOptional(),
  since: day.exactOptional(),
  applyBy: dayOrNone.exactOptional(),
})

export const concessionChecks = z.strictObject({
  people: z.record(code, person).readonly(),
  concessions: z.record(code, z.array(stands).min(1).max(200).readonly()).readonly(),
})
export type ConcessionChecks = z.output<typeof concessionChecks>

/** In which properties of a concession a time stands. */
export const TIMES = ['ahead', 'lasts', 'renewed', 'within', 'examined', 'shorter'] as const

const term = z.strictObject({
  is: z.strictObject({ length: count, unit: z.enum(TERM_UNITS) }),
  /** The clause on which it rests, or `provisional`. */
  by: z.string().min(1).max(200),
  /** Where it stands: in these properties of concessions, and as these terms of procedures. */
  concessions: z.record(code, z.enum(TIMES)).readonly().exactOptional(),
  procedures: z.record(code, codes).readonly().exactOptional(),
})

/** As of one day. */
export const termChecks = z.strictObject({ on: day, terms: z.array(term).max(200).readonly() })
export type TermChecks = z.output<typeof termChecks>

const duty = z.strictObject({
  of: codes,
  born,
  /** For how long they ask, in the unit of the type. */
  for: oneOrMore(count),
  /** What they pay in each tier; nothing where nobody can ask for as long. */
  is: z.record(code, count).readonly(),
})

export const dutyChecks = z.strictObject({
  on: day,
  types: z.record(code, z.array(duty).min(1).max(200).readonly()).readonly(),
})
export type DutyChecks = z.output<typeof dutyChecks>

const documents = z.strictObject({
  of: codes,
  /** What they answered, of the blocks that matter here. */
  says: z.record(code, z.record(code, answer).readonly()).readonly(),
  /** What they have to bring while no register answers. */
  bring: z.array(code).max(100).readonly(),
  /** What of that every register that can be asked ahead spares them. */
  spared: z.array(code).max(100).readonly(),
})

export const documentChecks = z.strictObject({
  types: z.record(code, z.array(documents).min(1).max(200).readonly()).readonly(),
})
export type DocumentChecks = z.output<typeof documentChecks>
