import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { askedOf } from '#core/answers/asked-of.ts'
import { assert } from '#core/assert.ts'
import { isoDate, type IsoDate } from '#core/dated.ts'
import { hexOf } from '#core/ledger/bytes.ts'
import { termEnd, type Step } from '#core/cases/context.ts'
import { recordBytes, type DecisionRecord } from '#core/cases/decision-record.ts'
import { heldBy } from '#core/cases/holds.ts'
import { isGivenTo, outcomeOf } from '#core/cases/life.ts'
import { givenBeside, type Rests } from '#core/cases/resting.ts'
import { partOf, peopleOf, subjectsOf, type Standing } from '#core/cases/standing.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { CaseLaw } from '#core/policy/policy.ts'
import { json, type Tx } from '#platform/database.ts'
import { open, seal } from '#platform/sealing.ts'
import { recordEvent, type Happened, type Taking } from '#records/cases.ts'
import { partIn, type Case } from '#records/read-case.ts'
import type { House } from '#records/house.ts'
import { sha256 } from '#records/ledger.ts'
import { readRecord } from '#records/record-forms.ts'
import { statusNumber } from '#records/status-numbers.ts'
import { endedStatus, issuedStatus, type Caused } from '#records/statuses.ts'

/** Decisions: the sealed bytes of their record, with the hash that the event carries. */
export const recordHash = (record: DecisionRecord): string => hexOf(sha256(recordBytes(record)))

/** The hash of each record, by whom it is about. */
export const hashesOf = (records: readonly DecisionRecord[]): Readonly<Record<string, string>> =>
  Object.fromEntries(records.map((record) => [record.subject, recordHash(record)]))

type Deciding = {
  readonly held: Case
  readonly step: Step
  readonly records: readonly DecisionRecord[]
  readonly taking: Taking
}

/** The step that decides, its decisions, and what they cause: all of it or none. */
export async function recordDecision(
  tx: Tx,
  { secret, policy }: Pick<House, 'secret' | 'policy'>,
  { held, step, records, taking }: Deciding,
): Promise<Happened> {
  const happened = await recordEvent(tx, held, step, taking)
  const people = peopleOf(happened.after)
  const inOrder = [...records].sort((a, b) => people.indexOf(a.subject) - people.indexOf(b.subject))
  // What is given to whoever began a case is there before what rests on it.
  for (const record of inOrder) {
    const one = partIn(held, record.subject)
    const decision = decisionRow(one, { record, event: happened.event.id, on: taking.on })
    const causing = { held: one, happened, record, decision: decision.id, taking }
    const effects = effectsOf({ secret, policy }, causing)
    await sql`select record_decision(${json(decision)}, ${json(effects)})`.execute(tx)
  }
  return happened
}

type Causing = Pick<Deciding, 'held' | 'taking'> & {
  readonly happened: Happened
  readonly record: DecisionRecord
  readonly decision: string
}

/** What an outcome causes, each with the leaf that tells of it. */
function effectsOf(
  { secret, policy }: Pick<House, 'secret' | 'policy'>,
  { held, happened: { after, event }, record, decision, taking }: Causing,
): readonly Caused[] {
  const { procedure, procedureHash } = taking.description
  const type = askedOf(taking.description.type, after, record.subject)
  const acting = {
    standing: held.several ? partOf(after, record.subject) : after,
    policy: after.procedure ?? procedureHash,
    decision,
    event: event.id,
    recordHash: recordHash(record),
    partyId: held.partyId,
    key: held.key,
    by: taking.by,
    role: event.role,
    at: event.at,
    on: event.on,
  }
  const roles = after.parties.filter(({ id }) => id === record.subject).map(({ role }) => role)
  const caused = (outcomeOf(type, record.outcome)?.effects ?? []).filter(
    (each) => each.effect !== 'issue' || isGivenTo(each, roles),
  )
  return caused.map((each) => {
    if (each.effect === 'end') return endedStatus({ ...acting, as: each.as })
    if (each.effect === 'erase') {
      const law = { procedure, calendars: taking.calendars }
      return {
        effect: each.effect,
        target: record.subject,
        due_on: termEnd(each.after, event.on, law),
      }
    }
    const kind = policy.statuses.get(each.status)
    assert(kind !== undefined, `the loader saw to it that there is a status ${each.status}`)
    const { calendars } = taking
    const { for: wanted, rests } = each
    const place = placeOf(held, after, record.subject)
    const restsOn = rests && numberToRestOn(held, after, { type, rests })
    assert((restsOn === undefined) === (rests === undefined), 'what it rests on was asked for')
    return issuedStatus(secret, {
      ...acting,
      type,
      kind,
      procedure,
      calendars,
      ...(wanted === undefined ? {} : { wanted }),
      ...(place === undefined ? {} : { place }),
      ...(restsOn === undefined ? {} : { restsOn }),
    })
  })
}

/** Of one of several: their place among them. */
const placeOf = ({ several }: Case, after: Standing, subject: string): number | undefined =>
  several && peopleOf(after).indexOf(subject) + 1

/** The number of what is given beside it, or of what was held before. */
function numberToRestOn(
  held: Case,
  after: Standing,
  { type, rests }: { readonly type: CaseType; readonly rests: Rests },
): string | undefined {
  const given = after.decided?.decisions ?? []
  const beside = givenBeside(type, { standing: after, given }, rests)
  if (beside === undefined) return heldBy(rests.role, rests.status, held.held)?.number
  assert(after.number !== undefined, 'a decided case has a number')
  return statusNumber(after.number, placeOf(held, after, beside))
}

/** The first decision about the subject of a case, by this event of it. */
function decisionRow(
  { standing, key }: Pick<Case, 'standing' | 'key'>,
  {
    record,
    event,
    on,
  }: {
    readonly record: DecisionRecord
    readonly event: string
    readonly on: IsoDate
  },
) {
  const id = randomUUID()
  const plain = recordBytes(record)
  return {
    id,
    case_id: standing.id,
    subject: record.subject,
    outcome: record.outcome,
    record_sealed: seal(key, { place: recordPlace(id), plain }).toString('base64'),
    record_hash: recordHash(record),
    decided_on: on,
    decided_by: event,
  }
}

export type Decision = {
  readonly id: string
  readonly record: DecisionRecord
  readonly hash: string
  readonly decidedOn: IsoDate
}

/**
 * The law by which something was decided: of a case that nobody sent in, only its record tells it.
 */
export const lawOf = ({
  record: { type, typeHash, procedure, scoring },
}: Pick<Decision, 'record'>): CaseLaw => ({
  type,
  typeHash,
  procedure,
  ...(scoring === null ? {} : { scoring }),
})

/** The decision in force about one whom a case is about. */
export async function readDecision(
  tx: Tx,
  caseId: string,
  { key, partyId }: { readonly key: KeyObject; readonly partyId?: string },
): Promise<Decision | undefined> {
  const rows = await decisionRows(tx, caseId)
  const row = rows.find(({ subject }) => partyId === undefined || subject === partyId)
  return row && decisionIn(row, key)
}

/** The decisions in force, one about each: those that no other supersedes. */
export async function readDecisions(
  tx: Tx,
  { standing, partyId, key, several, whole }: Case,
): Promise<readonly Decision[]> {
  const rows = await decisionRows(tx, standing.id)
  if (!several) return rows.map((row) => decisionIn(row, key))
  return rows
    .filter(({ subject }) => subjectsOf(standing).some((each) => each === subject))
    .filter(({ subject }) => whole === undefined || subject === partyId)
    .map((row) => decisionIn(row, several.keyOf(row.subject ?? '')))
}

const decisionRows = (tx: Tx, caseId: string): Promise<readonly DecisionRow[]> =>
  tx
    .selectFrom('decision')
    .select([
      'decision.id',
      'decision.subject',
      'decision.recordSealed',
      'decision.recordHash',
      'decision.decidedOn',
    ])
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
    .orderBy('decision.id')
    .execute()

type DecisionRow = {
  readonly id: string
  readonly subject: string | null
  readonly recordSealed: Buffer
  readonly recordHash: string
  readonly decidedOn: string
}

function decisionIn(row: DecisionRow, key: KeyObject): Decision {
  const bytes = open(key, { place: recordPlace(row.id), sealed: row.recordSealed })
  assert(hexOf(sha256(bytes)) === row.recordHash, 'a record is kept as it was signed')
  const record = readRecord(bytes)
  return {
    id: row.id,
    record,
    hash: row.recordHash,
    decidedOn: isoDate(row.decidedOn),
  }
}

export const recordPlace = (id: string): string => `decision.record_sealed:${id}`
