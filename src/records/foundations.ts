import { sql, type RawBuilder } from 'kysely'

/**
 * Opens a query with `up`: those statuses, and all that they rest on; the foundations, which rest
 * on nothing themselves, are those whose `rests_on` is null.
 */
export const upFrom = (those: RawBuilder<unknown>) => sql`
  with recursive up as (
    select number, rests_on from status where ${those}
    union
    select base.number, base.rests_on from up join status as base on base.number = up.rests_on
  )`
