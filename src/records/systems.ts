import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { json, type Tx } from '#platform/database.ts'
import { openText, seal } from '#platform/sealing.ts'
import { accessLeaves, type Doer } from '#records/access.ts'
import { UNANSWERED, type Unanswered } from '#records/inquiries.ts'
import type { Keys } from '#records/keys.ts'
import { leafJson } from '#records/ledger.ts'
import { heldKey } from '#records/parties.ts'

/** How a system does, and whether an administrator switched it off. */
export type SystemHealth = {
  readonly system: string
  readonly lastAnswerAt?: IsoMoment
  /** In the last hour. */
  readonly calls: number
  readonly failed: number
  readonly typicalMs?: number
  readonly slowMs?: number
  /** What the last try came to, where that was no answer, and why, in a word of the exchange. */
  readonly last?: { readonly outcome: Unanswered; readonly code?: string }
  readonly waiting: number
  /** Of these, what was sent and may be answered yet. */
  readonly onItsWay: number
  readonly failures: number
  /** It is left alone until then. */
  readonly openUntil?: IsoMoment
  readonly off?: { readonly at: IsoMoment; readonly by: string; readonly reason: string }
}

type Row = {
  readonly system: string
  readonly lastAnswerAt: string | null
  readonly calls: string | number
  readonly failed: string | number
  readonly typicalMs: number | null
  readonly slowMs: number | null
  readonly lastOutcome: string | null
  readonly lastCode: string | null
  readonly waiting: string | number
  readonly onItsWay: string | number
  readonly failures: number
  readonly openUntil: string | null
  readonly offAt: string | null
  readonly offBy: string | null
  readonly offReasonSealed: Buffer | null
  readonly offId: string | null
}

/** Of every system that was ever asked or switched. */
export async function systemHealth(
  tx: Tx,
  keys: Keys,
  at: IsoMoment,
): Promise<readonly SystemHealth[]> {
  const { rows } = await sql<Row>`select * from system_health(${at})`.execute(tx)
  const ring = await keys.read({ parties: rows.flatMap(({ offBy }) => offBy ?? []) })
  return rows.map((row) => {
    const { system, offAt, offBy, offReasonSealed: sealed, offId } = row
    const moment = (each: string | null) => (each === null ? undefined : isoMoment(each))
    const isOff = offAt !== null && offBy !== null && sealed !== null && offId !== null
    return {
      system,
      calls: Number(row.calls),
      failed: Number(row.failed),
      waiting: Number(row.waiting),
      onItsWay: Number(row.onItsWay),
      failures: row.failures,
      ...defined({
        lastAnswerAt: moment(row.lastAnswerAt),
        openUntil: moment(row.openUntil),
        typicalMs: row.typicalMs ?? undefined,
        slowMs: row.slowMs ?? undefined,
        last: lastIn(row),
      }),
      ...(isOff
        ? {
            off: {
              at: isoMoment(offAt),
              by: offBy,
              reason: openText(heldKey(ring, { party: offBy }), {
                place: reasonPlace(offId),
                sealed,
              }),
            },
          }
        : {}),
    }
  })
}

function lastIn({ lastOutcome, lastCode: code }: Row): SystemHealth['last'] {
  const outcome = UNANSWERED.find((each) => each === lastOutcome)
  return outcome && { outcome, ...(code === null ? {} : { code }) }
}

type Moments = {
  readonly lastAnswerAt?: IsoMoment | undefined
  readonly openUntil?: IsoMoment | undefined
  readonly typicalMs?: number | undefined
  readonly slowMs?: number | undefined
  readonly last?: SystemHealth['last'] | undefined
}

function defined({ lastAnswerAt, openUntil, typicalMs, slowMs, last }: Moments) {
  return {
    ...(lastAnswerAt === undefined ? {} : { lastAnswerAt }),
    ...(openUntil === undefined ? {} : { openUntil }),
    ...(typicalMs === undefined ? {} : { typicalMs }),
    ...(slowMs === undefined ? {} : { slowMs }),
    ...(last === undefined ? {} : { last }),
  }
}

/** Off, for that reason, or on again where there is none; false where it is so already. */
export async function switchSystem(
  tx: Tx,
  keys: Keys,
  {
    system,
    reason,
    by,
    at,
  }: {
    readonly system: string
    readonly reason?: string
    readonly by: Doer
    readonly at: IsoMoment
  },
): Promise<boolean> {
  const key = heldKey(await keys.read({ parties: [by.id] }), { party: by.id })
  const id = randomUUID()
  const sealed = reason && seal(key, { place: reasonPlace(id), plain: reason }).toString('base64')
  const said = { system, is_off: reason !== undefined }
  const acts = [{ type: 'system-switched', row: id, said }] as const
  const [leaf] = accessLeaves(key, { partyId: by.id, by, at, acts })
  const row = { id, system, actor: by.id, switched_at: at, reason_sealed: sealed }
  const { rows } = await sql<{ switched: boolean }>`
    select switch_system(${json(row)}, ${json(leaf && leafJson(leaf))}) as switched`.execute(tx)
  return rows[0]?.switched === true
}

/** What waits for it is asked at once; false where nothing does but what is on its way. */
export async function askAgain(tx: Tx, system: string, at: IsoMoment): Promise<boolean> {
  const { rows } = await sql<{ asked: boolean }>`
    select ask_again(${system}, ${at}) as asked`.execute(tx)
  return rows[0]?.asked === true
}

const reasonPlace = (id: string): string => `system_switch.reason_sealed:${id}`
