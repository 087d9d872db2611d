import { sql } from 'kysely'
import { isoDate, isoMoment, type IsoDate } from '#core/dated.ts'
import { json, type Database } from '#platform/database.ts'
import type { ChangeTold } from '#records/inquiries.ts'
import {
  documentFound,
  numberFound,
  rowOf,
  type Documented,
  type Born,
  type OfferedAsking,
} from '#records/offered.ts'

/**
 * Which systems of the state are told what becomes of which status. They name it as whoever has
 * its papers does, and are then told of it alone, in an order of their own.
 */
export type Subscribed =
  | { readonly result: 'subscribed'; readonly subscription: string; readonly until: IsoDate }
  | { readonly result: 'ended' | 'none' }

type Asking = OfferedAsking & { readonly days: number }

export async function subscribeByNumber(
  db: Database,
  born: Born,
  { secret, kinds, on, call, days }: Asking,
): Promise<Subscribed> {
  const { number, birth } = numberFound(secret, born)
  const { rows } = await sql<Row>`
    select * from subscribe_by_number(
      ${number}, ${birth}, ${[...kinds]}::text[], ${days}, ${on}::date, ${json(rowOf(call))}
    )`.execute(db)
  return subscribedIn(rows)
}

export async function subscribeByDocument(
  db: Database,
  asked: Documented,
  { secret, kinds, on, call, days }: Asking,
): Promise<Subscribed> {
  const { document, issued } = documentFound(secret, asked)
  const { rows } = await sql<Row>`
    select * from subscribe_by_document(
      ${document}, ${issued}::bytea[], ${[...kinds]}::text[], ${days}, ${on}::date,
      ${json(rowOf(call))}
    )`.execute(db)
  return subscribedIn(rows)
}

type Row = {
  readonly result: string
  readonly subscription: string | null
  readonly untilOn: string | null
}

function subscribedIn([row]: readonly Row[]): Subscribed {
  const { result, subscription = null, untilOn = null } = row ?? {}
  if (subscription === null || untilOn === null) {
    return { result: result === 'ended' ? 'ended' : 'none' }
  }
  return { result: 'subscribed', subscription, until: isoDate(untilOn) }
}

/** False where there is none of this system by that name. */
export async function unsubscribe(
  db: Database,
  subscription: string,
  { call }: Pick<OfferedAsking, 'call'>,
): Promise<boolean> {
  const { rows } = await sql<{ result: string }>`
    select unsubscribe(${subscription}::uuid, ${json(rowOf(call))}) as result`.execute(db)
  return rows[0]?.result === 'unsubscribed'
}

/** How many changes one answer has. */
export const CHANGES_PAGE = 100

/** What a system was to be told after that place, in its order. */
export async function changesAfter(
  db: Database,
  after: string,
  { kinds, on, call }: Omit<OfferedAsking, 'secret'>,
): Promise<readonly ChangeTold[]> {
  const { rows } = await sql<ChangeRow>`
    select * from offered_changes(
      ${after}::bigint, ${[...kinds]}::text[], ${on}::date, ${CHANGES_PAGE}, ${json(rowOf(call))}
    )`.execute(db)
  return rows.map(({ n, subscription, change, kind, state, changedOn, changedAt }) => ({
    id: change,
    subscription,
    n: String(n),
    kind,
    state,
    on: changedOn,
    at: isoMoment(changedAt),
    to: call.client,
  }))
}

type ChangeRow = Omit<ChangeTold, 'id' | 'n' | 'on' | 'at' | 'to'> & {
  readonly n: string | number
  readonly change: string
  readonly changedOn: string
  readonly changedAt: string
}
