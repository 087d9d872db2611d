import { z } from 'zod'
import { isIsoDate, yearOf, type IsoDate } from '#core/dated.ts'
import { HOLIDAY_CODES } from '#core/deadlines/holidays.ts'
import { TRANSFER_REASONS } from '#core/deadlines/transfer.ts'
import type { Calendar } from '#core/deadlines/working-days.ts'

/** The shape of a year's calendar as the Service keeps it, with the reason of every day off. */
const day = z.custom<IsoDate>(
  (value) => typeof value === 'string' && isIsoDate(value),
  'a day is written YYYY-MM-DD',
)
const basis = z.record(z.string(), z.string()).readonly()

export const calendarShape = z
  .strictObject({
    year: z.int().min(2024).max(2100),
    provisional: z.boolean(),
    official: z.string().exactOptional(),
    basis,
    holidays: z.array(z.strictObject({ on: day, code: z.enum(HOLIDAY_CODES), basis })).max(60),
    restDays: z
      .array(
        z.strictObject({
          on: day,
          of: day.exactOptional(),
          because: z.enum([...TRANSFER_REASONS, 'decision']),
          basis,
        }),
      )
      .max(60),
    workedDays: z.array(z.strictObject({ on: day, because: z.literal('decision'), basis })).max(60),
  })
  .superRefine(({ year, holidays, restDays, workedDays }, context) => {
    for (const { on } of [...holidays, ...restDays, ...workedDays]) {
      if (yearOf(on) !== year)
        context.addIssue({ code: 'custom', message: `${on} is not in ${year}` })
    }
    const days = restDays.map(({ on }) => on)
    for (const on of days.filter((each, index) => days.indexOf(each) !== index)) {
      context.addIssue({ code: 'custom', path: ['restDays'], message: `${on} is given twice` })
    }
  })

/** The calendar of a year, with the reason for each of its days. */
export type CalendarDocument = z.output<typeof calendarShape>

/** What days are counted by. */
export const calendarIn = ({
  holidays,
  restDays,
  workedDays,
  year,
  provisional,
  official,
}: CalendarDocument): Calendar => ({
  year,
  provisional,
  official,
  holidays: holidays.map(({ on, code }) => ({ on, code })),
  restDays: restDays.map(({ on }) => on),
  workedDays: workedDays.map(({ on }) => on),
})
