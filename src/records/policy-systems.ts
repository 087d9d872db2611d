import { z } from 'zod'
import { MEANINGS } from '#core/policy/meanings.ts'
import { OFFERED, type Offered } from '#core/policy/offered.ts'
import { DRIVERS, FINDINGS, type Systems } from '#core/policy/systems.ts'
import { code, count, grounded, text, words } from '#records/policy-parts.ts'

/** The shape of policy/systems.yaml. */

/** What a security server takes in the parts of an address (PR-REST 1.0.4, 4.8). */
const part = z
  .string()
  .max(255)
  .regex(/^[\p{L}\p{N}'()+,\-.=?]+$/u, "letters, digits and ' ( ) + , - . = ?")
  .refine((value) => !/^\.+$/.test(value), 'more than dots')

const member = z.strictObject({
  instance: part,
  memberClass: part,
  memberCode: part,
  subsystem: part,
})

const place = z.strictObject({ identity: z.guid(), organization: text, shortName: text })

const limits = z.strictObject({
  atOnceMax: count.min(1).max(100),
  perMinuteMax: count.min(1).max(60_000),
  timeoutSeconds: count.min(1).max(120),
  failuresMax: count.min(1).max(1000),
  restSeconds: count.min(1).max(86_400),
})

const meanings = z.array(z.enum(MEANINGS)).max(50).readonly()

const service = grounded(
  {
    code,
    title: words,
    purpose: words,
    tells: meanings,
    tellsOfFirst: meanings.exactOptional(),
    confirms: meanings,
    results: z
      .array(z.strictObject({ code, title: words, finding: z.enum(FINDINGS) }))
      .min(1)
      .max(20)
      .readonly(),
    validDays: count.max(365),
  },
  {},
)

/** A group of ISCO-08, or an occupation in it. */
const occupation = z.string().regex(/^\d{1,4}$/, 'one to four digits of ISCO-08')

const offered: z.ZodType<Offered> = z.strictObject({
  services: z
    .array(grounded({ code: z.enum(OFFERED), title: words }, {}))
    .max(50)
    .readonly(),
  clients: z
    .array(
      grounded(
        {
          code,
          name: words,
          client: member,
          limits: z.strictObject({
            perMinuteMax: count.min(1).max(60_000),
            nonePerHourMax: count.min(1).max(1_000_000),
          }),
          told: z
            .strictObject({
              days: count.min(1).max(3660),
              by: z.strictObject({ system: code, service: code }).exactOptional(),
            })
            .exactOptional(),
        },
        {
          asks: z
            .array(
              grounded(
                {
                  service: z.enum(OFFERED),
                  purpose: code,
                  why: words,
                  kinds: z.array(code).max(20).readonly(),
                },
                {},
              ),
            )
            .max(50)
            .readonly(),
        },
      ),
    )
    .max(500)
    .readonly(),
  workRights: z
    .array(
      grounded(
        {
          kind: code,
          occupations: z.array(occupation).min(1).max(1000).readonly(),
          result: z.enum(['yes', 'no']),
        },
        {},
      ),
    )
    .max(1000)
    .readonly(),
})

export const systemsShape: z.ZodType<Systems> = z.strictObject({
  client: member,
  offered: offered.exactOptional(),
  systems: z
    .array(
      grounded(
        {
          code,
          name: words,
          owner: words,
          purpose: words,
          state: z.enum(['off', 'approved', 'connected']),
          driver: z.enum(DRIVERS),
          address: z.union([member, place]),
          limits,
        },
        { services: z.array(service).max(50).readonly() },
      ),
    )
    .min(1)
    .max(100)
    .readonly(),
})
