import { sql } from 'kysely'
import { isoDate, type IsoDate } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'
import type { HouseSecret } from '#platform/sealing.ts'
import { codeIndex, holderIndex, type Claim } from '#records/papers.ts'
import { readStatusCode, readStatusNumber } from '#records/status-numbers.ts'

type Verified = {
  readonly number: string
  /** On which day another paper took the place of the one that was shown. */
  readonly replacedOn?: IsoDate
  readonly kind: string
  readonly field: string
  /** The hash of the scoring whose words name the field; empty where nothing was scored. */
  readonly scoring: string
  readonly validUntil: IsoDate
}

/**
 * A status that is valid on that day and is this holder's; or that its paper was replaced, where
 * what was shown is an earlier one. For a wrong number, date or passport
 * and for a status that has ended there is one answer, and it takes the same work.
 */
export async function verifyStatus(
  tx: Tx,
  secret: HouseSecret,
  { claim, on }: { readonly claim: Claim; readonly on: IsoDate },
): Promise<Verified | undefined> {
  const typed = readStatusNumber(claim.document)
  const code = readStatusCode(claim.document)
  const index = codeIndex(secret, code ?? '')
  const coded = await sql<{ number: string | null }>`
    select number_of_code(${index}) as number`.execute(tx)
  const number = coded.rows[0]?.number ?? typed
  const holder = holderIndex(secret, { ...claim, number })
  const { rows } = await sql<VerifiedRow>`
    select * from verify_status(
      ${number}, ${holder}, ${code === undefined ? null : index}
    )`.execute(tx)
  const [row] = rows
  if (!row || on < row.fromOn || on > row.untilOn) return undefined
  const { kind, field, scoringHash, untilOn, replacedOn } = row
  const replaced = replacedOn === null ? {} : { replacedOn: isoDate(replacedOn) }
  const scoring = scoringHash ?? ''
  return { number, kind, field, scoring, validUntil: isoDate(untilOn), ...replaced }
}

type VerifiedRow = {
  readonly kind: string
  readonly field: string
  readonly fromOn: string
  readonly untilOn: string
  readonly scoringHash: string | null
  readonly replacedOn: string | null
}
