import { randomUUID, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { assert } from '#core/assert.ts'
import { readCanonical, type Json } from '#core/canonical.ts'
import { isoDate, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { hexOf } from '#core/ledger/bytes.ts'
import { recordBytes, type DecisionRecord } from '#core/lifecycle/decision-record.ts'
import type { Tx } from '#platform/database.ts'
import { open, seal } from '#platform/sealing.ts'
import type { Case } from '#records/cases.ts'
import { sha256 } from '#records/ledger.ts'

/** Signed decisions: the sealed bytes of their record, with the hash that the event carries. */
export const recordHash = (record: DecisionRecord): string => hexOf(sha256(recordBytes(record)))

/** The first decision about the subject of a case, by this event of it; gives its id. */
export async function addDecision(
  tx: Tx,
  { application, partyId, key }: Pick<Case, 'application' | 'partyId' | 'key'>,
  {
    record,
    event,
    on,
  }: {
    readonly record: DecisionRecord
    readonly event: string
    readonly on: IsoDate
  },
): Promise<string> {
  const id = randomUUID()
  const plain = recordBytes(record)
  await tx
    .insertInto('decision')
    .values({
      id,
      caseId: application.id,
      subject: partyId,
      outcome: record.outcome,
      recordSealed: seal(key, { place: recordPlace(id), plain }),
      recordHash: recordHash(record),
      decidedOn: on,
      decidedBy: event,
    })
    .execute()
  return id
}

export type Decision = {
  readonly id: string
  readonly record: DecisionRecord
  readonly hash: string
  readonly decidedOn: IsoDate
  /** The day on which the person first opened it. */
  readonly openedOn?: IsoDate
}

/** The decision in force: the one that no other supersedes. */
export async function readDecision(
  tx: Tx,
  caseId: string,
  key: KeyObject,
): Promise<Decision | undefined> {
  const row = await tx
    .selectFrom('decision')
    .leftJoinLateral(
      (each) =>
        each
          .selectFrom('telling')
          .innerJoin('caseParty', 'caseParty.party', 'telling.party')
          .select((told) => told.fn.min('telling.toldOn').as('toldOn'))
          .whereRef('telling.decision', '=', 'decision.id')
          .where('caseParty.caseId', '=', caseId)
          .as('telling'),
      (join) => join.onTrue(),
    )
    .select(['decision.id', 'decision.recordSealed', 'decision.recordHash', 'decision.decidedOn'])
    .select('telling.toldOn')
    .where('decision.caseId', '=', caseId)
    .where((each) =>
      each.not(
        each.exists(
          each
            .selectFrom('decision as later')
            .select('later.id')
            .whereRef('later.supersedes', '=', 'decision.id'),
        ),
      ),
    )
    .executeTakeFirst()
  if (!row) return undefined
  const bytes = open(key, { place: recordPlace(row.id), sealed: row.recordSealed })
  assert(hexOf(sha256(bytes)) === row.recordHash, 'a record is kept as it was signed')
  const record = readCanonical(bytes, isRecord)
  assert(record !== undefined, 'a record reads as it was written')
  return {
    id: row.id,
    record,
    hash: row.recordHash,
    decidedOn: isoDate(row.decidedOn),
    ...(row.toldOn === null ? {} : { openedOn: isoDate(row.toldOn) }),
  }
}

/** The first opening in the account is how somebody is told; later ones change nothing. */
export async function markTold(
  tx: Tx,
  telling: {
    readonly decision: string
    readonly partyId: string
    readonly on: IsoDate
    readonly at: IsoMoment
  },
): Promise<void> {
  const { decision, partyId, on, at } = telling
  await tx
    .insertInto('telling')
    .values({
      id: randomUUID(),
      decision,
      party: partyId,
      means: 'account',
      toldOn: on,
      recordedAt: at,
    })
    .onConflict((conflict) => conflict.doNothing())
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

const recordPlace = (id: string): string => `decision.record_sealed:${id}`
