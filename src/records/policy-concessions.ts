import { z } from 'zod'
import { TERM_UNITS } from '#core/deadlines/terms.ts'
import type { Concessions } from '#core/policy/concessions.ts'
import { code, count, day, enacted, grounded, words } from '#records/policy-parts.ts'

/** The shape of the documents in policy/concessions. */

const some = z.array(code).min(1).max(100).readonly()
const term = z.strictObject({ length: count.min(1), unit: z.enum(TERM_UNITS) }).readonly()

const need = z.discriminatedUnion('need', [
  z.strictObject({ need: z.enum(['holds', 'holds-none', 'migrant-holds']), kinds: some }),
  z.strictObject({ need: z.literal('held-for'), kinds: some, years: z.int().min(1).max(50) }),
])

const age = z.int().min(1).max(150)

export const concessionsShape: z.ZodType<Concessions> = grounded(
  { ...enacted, holds: code },
  {
    aims: z
      .array(grounded({ code, title: words }, {}))
      .min(1)
      .max(20),
    classes: z
      .array(
        grounded(
          {
            code,
            title: words,
            roles: some.exactOptional(),
            ageFrom: age.exactOptional(),
            ageBelow: age.exactOptional(),
          },
          {},
        ),
      )
      .min(1)
      .max(20),
    concessions: z
      .array(
        grounded(
          {
            code,
            aim: code,
            for: some,
            title: words,
            gives: words,
            limits: words.exactOptional(),
            open: words.exactOptional(),
            openFrom: day.exactOptional(),
            lost: words.exactOptional(),
            by: z.enum(['application', 'itself']),
            claim: z.strictObject({ type: code }).exactOptional(),
            again: words.exactOptional(),
            kinds: some.exactOptional(),
            needs: z.array(need).min(1).max(10).readonly().exactOptional(),
            ahead: term.exactOptional(),
            free: z.literal(true).exactOptional(),
            lasts: term.exactOptional(),
            renewed: term.exactOptional(),
            within: term.exactOptional(),
            examined: term.exactOptional(),
            shorter: term.exactOptional(),
            from: day.exactOptional(),
            until: day.exactOptional(),
          },
          {},
        ),
      )
      .max(200),
  },
)
