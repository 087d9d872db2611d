import { z } from 'zod'
import { isCountry, type CountryCode } from '#core/facts/countries.ts'
import { LANGUAGES } from '#core/language.ts'
import type { Mission } from '#core/promotion/missions.ts'
import { code, day, grounded, words } from '#records/policy-parts.ts'

/** The shape of the documents in policy/missions. */

const country = z.custom<CountryCode>(
  (value) => typeof value === 'string' && isCountry(value),
  'a country is written as in ISO 3166-1, by three letters',
)

export const missionShape: z.ZodType<Mission> = grounded(
  {
    code,
    title: words,
    city: words,
    address: words,
    open: words,
    phone: z.string().regex(/^\+[0-9 ()-]{6,30}$/, 'a number is written with + and its country'),
    email: z.email().max(254),
    country,
    serves: z.array(country).min(1).max(60).readonly(),
    languages: z.array(z.enum(LANGUAGES)).min(1).readonly(),
    closedAfter: day.exactOptional(),
  },
  {},
)
