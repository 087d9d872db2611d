import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { isoDate, type IsoDate } from '#core/dated.ts'
import { hexOf } from '#core/ledger/bytes.ts'
import type { Step } from '#core/cases/context.ts'
import { recordBytes, type DecisionRecord } from '#core/cases/decision-record.ts'
import { concerned } from '#core/cases/holds.ts'
import { changes } from '#core/cases/life.ts'
import { peopleOf, subjectsOf } from '#core/cases/standing.ts'
import type { CaseLaw } from '#core/policy/policy.ts'
import { json, type Tx } from '#platform/database.ts'
import { open, seal } from '#platform/sealing.ts'
import { actUntilDecided } from '#records/acted-until.ts'
import { recordEvent, type Happened, type Taking } from '#records/cases.ts'
import { effectsOf } from '#records/caused.ts'
import { leaveInvoices } from '#records/invoices.ts'
import type { Keys } from '#records/keys.ts'
import { sealedCorrections, type SealedCorrection } from '#records/corrections.ts'
import { partIn, type Case } from '#records/read-case.ts'
import type { House } from '#records/house.ts'
import { sha256 } from '#records/ledger.ts'
import { readRecord } from '#records/record-forms.ts'
import { casesAboutDecisions } from '#records/cases-about.ts'

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
  { secret, policy, keys }: Pick<House, 'secret' | 'policy' | 'keys'>,
  { held, step, records, taking }: Deciding,
): Promise<Happened> {
  const happened = await recordEvent(tx, held, step, taking)
  const people = peopleOf(happened.after)
  const inOrder = [...records].sort((a, b) => people.indexOf(a.subject) - people.indexOf(b.subject))
  // What is given to whoever began a case is there before what rests on it.
  for (const record of inOrder) {
    const one = partIn(held, record.subject)
    const decision = decisionRow(one, { record, event: happened.event.id, on: taking.on })
    const { record_hash: hash, id } = decision
    const corrections = await correctedBy(keys, { held: one, record, taking })
    const causing = { held: one, happened, record, hash, id, taking, corrections }
    const effects = effectsOf({ secret, policy }, causing)
    await sql`select record_decision(${json(decision)}, ${json(effects)})`.execute(tx)
    if (effects.some(({ effect }) => effect === 'issue' || effect === 'replace')) {
      await actUntilDecided(tx, { held: one, happened, decision: id, taking })
    }
  }
  await leaveInvoices(tx, { held, happened, taking })
  return happened
}

/** What it corrects, sealed for whoever reads the cases that it concerns. */
async function correctedBy(
  keys: House['keys'],
  { held, record, taking }: Pick<Deciding, 'held' | 'taking'> & { readonly record: DecisionRecord },
): Promise<readonly SealedCorrection[]> {
  const { type } = taking.description
  if (!changes(type, record.outcome)) return []
  return sealedCorrections(keys, record, concerned({ ...held, type }) ?? [])
}

/** A decision about the subject of a case, by this event of it. */
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
  /** The day on which a decision in another case set it aside. */
  readonly setAsideOn?: IsoDate
  /** Cases about what was decided in the same one, the newest first. */
  readonly contests: readonly Contesting[]
}

/** A case about a decision, as far as whoever asks may see it. */
type Contesting = {
  readonly decision: string
  readonly id: string
  readonly type: string
  readonly typeHash: string | null
  readonly number: string | null
  readonly state: string
  readonly stage: string
  readonly outcome: string | null
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

/** The last decision about one whom a case is about. */
export async function readDecision(
  tx: Tx,
  caseId: string,
  { key, partyId }: { readonly key: KeyObject; readonly partyId?: string },
): Promise<Decision | undefined> {
  const rows = await decisionRows(tx, caseId)
  const row = rows.find(({ subject }) => partyId === undefined || subject === partyId)
  return row && decisionIn(row, key)
}

/** The last decisions, one about each, which no other supersedes; one may have been set aside. */
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

/** A decision as the pages of another case tell of it. */
export type DecisionAlone = Pick<Decision, 'record' | 'decidedOn'> & {
  readonly caseId: string
  /** What is told of its subject there is under this. */
  readonly key: KeyObject
}

/** As far as whoever acts may see it, and what it says is still kept. */
export async function readDecisionById(
  tx: Tx,
  keys: Keys,
  id: string,
): Promise<DecisionAlone | undefined> {
  const row = await tx
    .selectFrom('decision')
    .select(['id', 'caseId', 'subject', 'recordSealed', 'recordHash', 'decidedOn'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || row.subject === null) return undefined
  const { caseId, subject: party } = row
  const key = (await keys.read({ cases: [caseId] })).of({ party, caseId })
  if (key === 'erased') return undefined
  const { record, decidedOn } = opened(row, key)
  return { record, decidedOn, caseId, key }
}

/** All that was ever decided about one, the first first; and whether another replaced it. */
export async function everyDecision(
  tx: Tx,
  { standing, partyId, key }: Pick<Case, 'standing' | 'partyId' | 'key'>,
): Promise<readonly (Decision & { readonly isReplaced: boolean })[]> {
  const rows = await decisionQuery(tx, standing.id)
    .leftJoin('decision as next', 'next.supersedes', 'decision.id')
    .select('next.id as next')
    .where('decision.subject', '=', partyId)
    .orderBy('decision.decidedOn')
    .orderBy('decision.id')
    .execute()
  return rows.map((row) => ({ ...decisionIn(row, key), isReplaced: row.next !== null }))
}

const decisionRows = (tx: Tx, caseId: string): Promise<readonly DecisionRow[]> =>
  decisionQuery(tx, caseId)
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

const decisionQuery = (tx: Tx, caseId: string) =>
  tx
    .selectFrom('decision')
    .select([
      'decision.id',
      'decision.subject',
      'decision.recordSealed',
      'decision.recordHash',
      'decision.decidedOn',
    ])
    .leftJoin('decision as over', 'over.id', 'decision.setAsideBy')
    .select('over.decidedOn as setAsideOn')
    .select((each) =>
      each
        .selectFrom(casesAboutDecisions(tx, caseId).as('about'))
        .select(
          sql<readonly Contesting[] | null>`json_agg(
            json_build_object(
              'decision', about_decision, 'id', id, 'type', type, 'typeHash', type_hash,
              'number', number, 'state', state, 'stage', stage, 'outcome', outcome
            )
            order by opened_on desc, id
          )`.as('contests'),
        )
        .as('contests'),
    )
    .where('decision.caseId', '=', caseId)

type DecisionRow = {
  readonly id: string
  readonly subject: string | null
  readonly recordSealed: Buffer
  readonly recordHash: string
  readonly decidedOn: string
  readonly setAsideOn: string | null
  readonly contests: readonly Contesting[] | null
}

const decisionIn = (row: DecisionRow, key: KeyObject): Decision => ({
  ...opened(row, key),
  contests: row.contests ?? [],
  ...(row.setAsideOn === null ? {} : { setAsideOn: isoDate(row.setAsideOn) }),
})

type SealedRow = Pick<DecisionRow, 'id' | 'recordSealed' | 'recordHash' | 'decidedOn'>

function opened(
  row: SealedRow,
  key: KeyObject,
): Pick<Decision, 'id' | 'record' | 'hash' | 'decidedOn'> {
  const bytes = open(key, { place: recordPlace(row.id), sealed: row.recordSealed })
  assert(hexOf(sha256(bytes)) === row.recordHash, 'a record is kept as it was signed')
  const record = readRecord(bytes)
  return { id: row.id, record, hash: row.recordHash, decidedOn: isoDate(row.decidedOn) }
}

export const recordPlace = (id: string): string => `decision.record_sealed:${id}`
