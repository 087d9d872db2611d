import type { KeyObject } from 'node:crypto'
import { z } from 'zod'
import { assert } from '#core/assert.ts'
import { readCanonical, type Json } from '#core/canonical.ts'
import { isoDate, type IsoDate } from '#core/dated.ts'
import { hexOf } from '#core/ledger/bytes.ts'
import { recordBytes, type DecisionRecord } from '#core/lifecycle/decision-record.ts'
import type { Tx } from '#platform/database.ts'
import { open, seal } from '#platform/sealing.ts'
import { sha256 } from '#records/ledger.ts'

/** Signed decisions: the sealed bytes of their record, with the hash that the event carries. */
export const recordHash = (record: DecisionRecord): string => hexOf(sha256(recordBytes(record)))

export async function addDecision(
  tx: Tx,
  applicationId: string,
  {
    record,
    key,
    on,
  }: {
    readonly record: DecisionRecord
    readonly key: KeyObject
    readonly on: IsoDate
  },
): Promise<void> {
  const plain = recordBytes(record)
  await tx
    .insertInto('decision')
    .values({
      applicationId,
      outcome: record.outcome,
      recordSealed: seal(key, { place: recordPlace(applicationId), plain }),
      recordHash: recordHash(record),
      decidedOn: on,
    })
    .execute()
}

export type Decision = {
  readonly record: DecisionRecord
  readonly hash: string
  readonly decidedOn: IsoDate
  /** The day on which the person first opened it. */
  readonly openedOn?: IsoDate
}

export async function readDecision(
  tx: Tx,
  applicationId: string,
  key: KeyObject,
): Promise<Decision | undefined> {
  const row = await tx
    .selectFrom('decision')
    .selectAll()
    .where('applicationId', '=', applicationId)
    .executeTakeFirst()
  if (!row) return undefined
  const bytes = open(key, { place: recordPlace(applicationId), sealed: row.recordSealed })
  assert(hexOf(sha256(bytes)) === row.recordHash, 'a record is kept as it was signed')
  const record = readCanonical(bytes, isRecord)
  assert(record !== undefined, 'a record reads as it was written')
  return {
    record,
    hash: row.recordHash,
    decidedOn: isoDate(row.decidedOn),
    ...(row.openedOn === null ? {} : { openedOn: isoDate(row.openedOn) }),
  }
}

/** The first opening in the account is the delivery; later ones change nothing. */
export async function markOpened(tx: Tx, applicationId: string, on: IsoDate): Promise<void> {
  await tx
    .updateTable('decision')
    .set({ openedOn: on })
    .where('applicationId', '=', applicationId)
    .where('openedOn', 'is', null)
    .execute()
}

const recordShape = z.looseObject({
  v: z.literal(1),
  number: z.string(),
  outcome: z.enum(['recognised', 'refused']),
  criteria: z.array(z.looseObject({ criterion: z.string(), points: z.int() })),
})

/** The hash has proved that the bytes are the ones we wrote; the version says their shape. */
function isRecord(value: unknown): value is DecisionRecord & Json {
  return recordShape.safeParse(value).success
}

const recordPlace = (applicationId: string): string => `decision.record_sealed:${applicationId}`
