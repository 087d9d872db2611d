import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import { isoDate, type IsoDate } from '#core/dated.ts'

/** With which service's system a case lies, and since when, as lists of cases say it. */
export type LiesThere = { readonly service: string; readonly since: IsoDate }

/** Of the case with that id, for officials who see the whole of it; null where it is here. */
export const thereOf = (caseId: RawBuilder<unknown>) => sql`(
  select jsonb_build_object('service', task.step, 'since', (
    select min(event.happened_on) from event
    where event.case_id = task.case_id and event.kind = 'file'
      and event.readable -> 'consults' @> '[{"does": "send"}]'
  ))
  from task
  where task.case_id = ${caseId} and task.state = 'open' and task.kind = 'elsewhere'
  limit 1
)`

const shape = z
  .strictObject({ service: z.string(), since: z.string().transform(isoDate) })
  .nullable()

export const thereIn = (value: unknown): { readonly there?: LiesThere } => {
  const there = shape.parse(value)
  return there === null ? {} : { there }
}
