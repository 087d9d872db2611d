import { z } from 'zod'
import { WEEKDAYS, type Place } from '#core/appointments/places.ts'
import { code, grounded, words } from '#records/policy-parts.ts'

/** The shape of the documents in policy/places. */

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is written 09:30')
const hours = z
  .array(z.strictObject({ from: time, until: time }).readonly())
  .max(10)
  .readonly()

export const placeShape: z.ZodType<Place> = grounded(
  {
    code,
    title: words,
    address: words,
    serves: z.array(code).min(1).max(20).readonly(),
    hours: z.partialRecord(z.enum(WEEKDAYS), hours).readonly(),
    minutes: z.int().min(5).max(240),
    seats: z.int().min(1).max(50),
    noticeDays: z.int().min(0).max(30),
    aheadDays: z.int().min(1).max(90),
  },
  {},
)
