import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { millisecondsBetween } from '#platform/calendar.ts'
import { available, inTransaction, json, type Tx } from '#platform/database.ts'
import { doubtOf, DOUBTS, trustedAfter, type Doubt, type TimeSeen } from '#platform/trusted-time.ts'
import { accessLeaves, type Doer } from '#records/access.ts'
import type { House } from '#records/house.ts'
import { leafJson } from '#records/ledger.ts'
import type { Keys } from '#records/keys.ts'
import { heldKey } from '#records/parties.ts'

/** What keeps jobs waiting, and what the clocks said then. */
export type Finding = { readonly doubt: Doubt; readonly seen: TimeSeen }

/** The time by which jobs last ran, and what they found since that they may not run by. */
export type TimeWatch = { readonly trusted?: TimeSeen; readonly finding?: Finding }

export async function readTimeWatch(tx: Tx): Promise<TimeWatch> {
  const row = await tx.selectFrom('trustedTime').selectAll().executeTakeFirst()
  return row ? watchOf(row) : {}
}

/** How the time stands for a run of jobs; what they find is written, for the office to see. */
export async function lookAtTime(house: House): Promise<Doubt | undefined> {
  const seen = await timeSeen(house)
  return inTransaction(house.db, async (tx) => {
    const { trusted } = await readTimeWatch(tx)
    const doubt = doubtOf(seen, trusted)
    await write(
      tx,
      doubt === undefined
        ? rowOf(trustedAfter(seen, trusted))
        : { doubt, foundAt: seen.at, foundAheadMs: seen.aheadMs },
    )
    return doubt
  })
}

/**
 * An administrator answers for the time that a page showed, in their own name; jobs go on by it at
 * once. False where the clocks have gone other ways since, or nothing waits.
 */
export async function confirmTime(
  tx: Tx,
  keys: Keys,
  {
    by,
    shown,
    at,
  }: {
    readonly by: Doer
    readonly shown: TimeSeen
    /** By the clock of the database. */
    readonly at: IsoMoment
  },
): Promise<boolean> {
  const [found, ring] = await Promise.all([
    tx.selectFrom('trustedTime').selectAll().executeTakeFirst(),
    keys.read({ parties: [by.id] }),
  ])
  const finding = found && watchOf(found).finding
  if (!finding || doubtOf({ ...finding.seen, at }, shown) !== undefined) return false
  const { doubt, seen } = finding
  const said = { doubt, found_at: shown.at, found_ahead_ms: shown.aheadMs }
  const id = randomUUID()
  const acts = [{ type: 'time-confirmed', row: id, said }] as const
  const key = heldKey(ring, { party: by.id })
  const [leaf] = accessLeaves(key, { partyId: by.id, by, at, acts })
  const row = { id, actor: by.id, ...said, was_found_at: seen.at, confirmed_at: at }
  const { rows } = await sql<{ confirmed: boolean }>`
    select confirm_time(${json(row)}, ${json(leaf && leafJson(leaf))}) as confirmed`.execute(tx)
  return rows[0]?.confirmed === true
}

/** What the health page of a face says: whether it can work, and whether jobs do. */
export async function healthOf(
  house: House,
): Promise<{ readonly text: string; readonly status: 200 | 503 }> {
  if (!(await available(house.db))) return { text: 'no database', status: 503 }
  const seen = await timeSeen(house)
  const { trusted, finding } = await inTransaction(house.db, readTimeWatch)
  const doubt = finding?.doubt ?? doubtOf(seen, trusted)
  const text = doubt === undefined ? 'ok' : `ok\ntime in doubt, automatic steps wait: ${doubt}`
  return { text, status: 200 }
}

async function timeSeen({ db, clock, databaseNow }: House): Promise<TimeSeen> {
  const at = await databaseNow(db)
  return { at, aheadMs: millisecondsBetween(at, clock.now()) }
}

type Row = {
  readonly ranAt: string | null
  readonly aheadMs: number
  readonly doubt: string | null
  readonly foundAt: string | null
  readonly foundAheadMs: number | null
}

function watchOf({ ranAt, aheadMs, doubt: said, foundAt, foundAheadMs }: Row): TimeWatch {
  const doubt = DOUBTS.find((each) => each === said)
  return {
    ...(ranAt === null ? {} : { trusted: { at: isoMoment(ranAt), aheadMs } }),
    ...(doubt === undefined || foundAt === null || foundAheadMs === null
      ? {}
      : { finding: { doubt, seen: { at: isoMoment(foundAt), aheadMs: foundAheadMs } } }),
  }
}

const rowOf = ({ at, aheadMs }: TimeSeen) => ({
  ranAt: at,
  aheadMs,
  doubt: null,
  foundAt: null,
  foundAheadMs: null,
})

async function write(tx: Tx, row: Partial<Row>): Promise<void> {
  await tx
    .insertInto('trustedTime')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}
