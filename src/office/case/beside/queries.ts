import { isoDate, type IsoDate } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'

/** A status as officials read of it; the code on its paper is its holder's alone. */
export type StatusSeen = {
  readonly number: string
  readonly kind: string
  readonly state: string
  readonly endedAs?: string
  readonly validFrom: IsoDate
  readonly validUntil: IsoDate
  /** The case that gave it. */
  readonly caseId: string
}

/** What a case gave, or the status with that number. */
export async function statusSeen(
  tx: Tx,
  by: { readonly caseId: string } | { readonly number: string },
): Promise<StatusSeen | undefined> {
  const [column, value] =
    'number' in by ? (['number', by.number] as const) : (['caseId', by.caseId] as const)
  const row = await tx
    .selectFrom('status')
    .select(['number', 'kind', 'state', 'endedAs', 'fromOn', 'untilOn', 'caseId'])
    .where(column, '=', value)
    .executeTakeFirst()
  if (!row) return undefined
  const { number, kind, state, endedAs, fromOn, untilOn, caseId } = row
  return {
    number,
    kind,
    state,
    ...(endedAs === null ? {} : { endedAs }),
    validFrom: isoDate(fromOn),
    validUntil: isoDate(untilOn),
    caseId,
  }
}
