import { sql } from 'kysely'
import { isoDate, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { mayMove } from '#core/deadlines/terms.ts'
import { NO_ID } from '#core/id.ts'
import { DAY_MOVED } from '#core/policy/case-type.ts'
import { typeOf } from '#core/policy/policy.ts'
import { inTransaction, json, type Tx } from '#platform/database.ts'
import { countedIn, dayCounted } from '#records/counted.ts'
import type { House } from '#records/house.ts'
import type { KeyRing } from '#records/keys.ts'
import { letterRow, type LetterValues, type Reading } from '#records/letters.ts'

/** A calendar has moved the day of an answer, and whoever was told another is written to. */
type Row = {
  readonly caseId: string
  readonly was: string
  readonly number: string
  readonly type: string
  readonly typeHash: string | null
  readonly state: string
  readonly counted: unknown
  readonly readers: readonly Reading[] | null
}

/** Writes to all whose day moved, each case once; how many cases. */
export async function tellMovedDays(house: House, at: IsoMoment): Promise<number> {
  let [after, told]: [string | undefined, number] = [NO_ID, 0]
  while (after !== undefined) {
    const from: string = after
    const rows = await inTransaction(house.db, (tx) => pageOf(tx, from))
    const ring = await house.keys.read({ cases: rows.map(({ caseId }) => caseId) })
    await inTransaction(house.db, async (tx) => {
      for (const row of rows) {
        const letters = lettersFor(house, row, { ring, at })
        await sql`select tell_moved(${row.caseId}::uuid, ${json(letters)})`.execute(tx)
        told += letters.length > 0 ? 1 : 0
      }
    })
    after = rows.at(-1)?.caseId
  }
  return told
}

const pageOf = async (tx: Tx, after: string): Promise<readonly Row[]> =>
  (await sql<Row>`select * from days_to_tell(${after}::uuid)`.execute(tx)).rows

type Writing = { readonly ring: KeyRing; readonly at: IsoMoment }

/**
 * None where it came back to what they were told, the case has no such day any more, or its type
 * does not write of that.
 */
function lettersFor({ policy }: House, row: Row, { ring, at }: Writing) {
  const { caseId, number, type: code, typeHash, state, counted, readers } = row
  const { calendars } = policy
  const day = dayCounted(counted, calendars)
  const law = { type: code, state, ...(typeHash === null ? {} : { typeHash }) }
  const type = typeOf(policy, law)
  const rule = type.letters.find(({ on }) => on === DAY_MOVED)
  if (day === undefined || day === isoDate(row.was) || !rule) return []
  const values: LetterValues = {
    number,
    dueOn: day,
    stepDueOn: '',
    application: caseId,
    typeHash: typeHash ?? '',
    provisional: isOpen(counted, day, calendars) ? ['dueOn'] : [],
  }
  return (readers ?? []).flatMap((reader) => {
    const key = ring.of({ party: reader.subject, caseId })
    return key === 'erased'
      ? []
      : letterRow(reader, { code: rule.code, values, key, at, calendars })
  })
}

/** The day was counted in days of work that are not all settled yet. */
const isOpen = (counted: unknown, day: IsoDate, calendars: House['policy']['calendars']): boolean =>
  (countedIn(counted)?.terms ?? []).some(({ unit }) => mayMove(day, unit, calendars))
