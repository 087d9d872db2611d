import { assert } from '#core/assert.ts'
import { outcomeOf, type Life, type StatusKind } from '#core/cases/life.ts'
import type { Standing } from '#core/cases/standing.ts'
import { addDays, addYears, type IsoDate } from '#core/dated.ts'
import { dueOn } from '#core/deadlines/terms.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import { termOf, type Procedure } from '#core/policy/procedure.ts'

/** Whether anything that was decided in a case gave a status. */
export const hasGiven = (life: Pick<Life, 'outcomes'>, { decided }: Standing): boolean =>
  decided?.decisions.some(({ outcome: code }) =>
    outcomeOf(life, code)?.effects.some(({ effect }) => effect === 'issue'),
  ) === true

/** The last day on which a status given that day holds; of one given for years, a day less. */
export function validUntil(
  { clock }: Pick<StatusKind, 'clock'>,
  from: IsoDate,
  { procedure, calendars }: { readonly procedure: Procedure; readonly calendars: Calendars },
): IsoDate {
  const term = termOf(procedure, clock)
  assert(term !== undefined, `the loader saw to it that there is a term ${clock}`)
  return term.unit === 'years'
    ? addDays(addYears(from, term.length), -1)
    : dueOn(term, from, calendars)
}

/** What the end of a status by its own time is called. */
export function endByTime({ code, ends }: Pick<StatusKind, 'code' | 'ends'>): string {
  const end = ends.find(({ byTime }) => byTime === true)
  assert(end !== undefined, `the loader saw to it that ${code} ends by its time`)
  return end.code
}
