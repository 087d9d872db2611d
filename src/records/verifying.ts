import { sql } from 'kysely'
import { isoDate, type IsoDate } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'
import type { HouseSecret } from '#platform/sealing.ts'
import { codeIndex, holderIndex, type Claim } from '#records/statuses.ts'
import { readStatusCode, readStatusNumber } from '#records/status-numbers.ts'

type Verified = {
  readonly number: string
  readonly kind: string
  readonly field: string
  /** The hash of the scoring whose words name the field; empty where nothing was scored. */
  readonly scoring: string
  readonly validUntil: IsoDate
}

/**
 * A status that is valid on that day and is this holder's. For a wrong number, date or passport
 * and for a status that has ended there is one answer, and it takes the same work.
 */
export async function verifyStatus(
  tx: Tx,
  secret: HouseSecret,
  { claim, on }: { readonly claim: Claim; readonly on: IsoDate },
): Promise<Verified | undefined> {
  const typed = readStatusNumber(claim.document)
  const code = readStatusCode(claim.document) ?? ''
  const coded = await sql<{ number: string | null }>`
    select number_of_code(${codeIndex(secret, code)}) as number`.execute(tx)
  const number = coded.rows[0]?.number ?? typed
  const holder = holderIndex(secret, { ...claim, number })
  const { rows } = await sql<VerifiedRow>`
    select * from verify_status(${number}, ${holder})`.execute(tx)
  const [row] = rows
  if (!row || on < row.fromOn || on > row.untilOn) return undefined
  const { kind, field, scoringHash, untilOn } = row
  return { number, kind, field, scoring: scoringHash ?? '', validUntil: isoDate(untilOn) }
}

type VerifiedRow = {
  readonly kind: string
  readonly field: string
  readonly fromOn: string
  readonly untilOn: string
  readonly scoringHash: string | null
}
