import { sql } from 'kysely'
import { z } from 'zod'
import { assert } from '#core/assert.ts'
import { canonical, type Json } from '#core/canonical.ts'
import { leadsTo, stateOf, type StepRule } from '#core/cases/life.ts'
import type { IsoMoment } from '#core/dated.ts'
import { hexOf } from '#core/ledger/bytes.ts'
import { SYSTEM_ROLE } from '#core/ledger/leaf.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { hashesIn, type Description, type Policy } from '#core/policy/policy.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import { json, type Tx } from '#platform/database.ts'
import { installationKey, type HouseSecret } from '#platform/sealing.ts'
import { leafJson, leafRow, newEntryId, sha256, type Entry, type LeafRow } from '#records/ledger.ts'
import { putOfficeRoles } from '#records/officials.ts'
import type { PolicyFiles } from '#records/policy-files.ts'
import { caseTypeShape, procedureShape, scoringShape } from '#records/policy-shapes.ts'

/** Policy documents in the database: found by the hash of their canonical bytes, kept for ever. */
export async function publishPolicy(tx: Tx, files: PolicyFiles, by: Publisher): Promise<void> {
  await putOfficeRoles(tx)
  await publishDocuments(tx, files, by)
  await putVersion(tx, documentsIn(files), by)
}

const documentsIn = ({ procedures, scorings, types }: PolicyFiles): readonly string[] =>
  [...procedures, ...scorings, ...types].map((each) => hashOf(canonical(asJson(each)))).sort()

/** Two processes that start at once give one number. */
const VERSION_LOCK = 7_216_043

/** The documents that are shipped together have a number, which what is decided by them names. */
async function putVersion(tx: Tx, documents: readonly string[], { at }: Publisher): Promise<void> {
  const hash = hashOf(documents.join('\n'))
  await sql`select pg_advisory_xact_lock(${VERSION_LOCK})`.execute(tx)
  const newest = await tx
    .selectFrom('policyVersion')
    .select('hash')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest?.hash === hash) return
  const { id: version } = await tx
    .insertInto('policyVersion')
    .values({ hash, madeAt: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('policyVersionDocument')
    .values(documents.map((each) => ({ version, hash: each })))
    .execute()
}

async function publishDocuments(tx: Tx, files: PolicyFiles, by: Publisher): Promise<void> {
  for (const each of files.procedures) await publish(tx, by, enactedRow('procedure', each))
  for (const each of files.scorings) await publish(tx, by, enactedRow('scoring', each))
  for (const type of files.types) {
    const inForceFrom = files.procedures
      .filter(({ family }) => family === type.procedure)
      .map((procedure) => procedure.inForceFrom)
      .sort()[0]
    assert(inForceFrom !== undefined, 'the loader saw to it that a type has a procedure')
    const text = canonical(asJson(type))
    const isNew = await publish(tx, by, {
      kind: 'case-type',
      code: type.code,
      family: type.procedure,
      inForceFrom,
      inForceUntil: null,
      text,
    })
    if (isNew) await publishLife(tx, hashOf(text), type)
  }
}

const enactedRow = (kind: 'procedure' | 'scoring', document: Procedure | Scoring): Publishing => ({
  kind,
  code: document.id,
  family: document.family,
  inForceFrom: document.inForceFrom,
  inForceUntil: document.inForceUntil ?? null,
  text: canonical(asJson(document)),
})

/** What the database asks where a step or a decision is written. */
async function publishLife(tx: Tx, typeHash: string, type: CaseType): Promise<void> {
  const steps = type.steps.flatMap((step) =>
    waysOf(type, step).map(({ from: fromState, to: toState }) => ({
      typeHash,
      step: step.code,
      kind: step.kind,
      fromState,
      toState,
      toStage: stateOf(type, toState)?.stage ?? '',
      byRoles: [...step.by],
      notBy: step.notBy ?? (step.kind === 'reopen' ? (step.confirms ?? null) : null),
    })),
  )
  await tx.insertInto('typeStep').values(steps).execute()
  const outcomes = type.outcomes.map(({ code: outcome, effects }) => ({
    typeHash,
    outcome,
    effects: effects.map((each) =>
      each.effect === 'issue' ? `issue ${each.status}` : `end ${each.as}`,
    ),
  }))
  if (outcomes.length > 0) await tx.insertInto('typeOutcome').values(outcomes).execute()
}

/** From where to where a step leads; from nowhere where a case begins. */
function waysOf(type: CaseType, step: StepRule) {
  const from = step.kind === 'begin' ? [''] : step.from
  return from.flatMap((each) =>
    [...new Set(leadsTo(type, step, each))].map((to) => ({ from: each, to })),
  )
}

type Publishing = {
  readonly kind: 'procedure' | 'scoring' | 'case-type'
  readonly code: string
  readonly family: string
  readonly inForceFrom: string
  readonly inForceUntil: string | null
  readonly text: string
}

/** A start publishes what is shipped: nobody does it by hand. */
type Publisher = { readonly secret: HouseSecret; readonly at: IsoMoment }

async function publish(
  tx: Tx,
  { secret, at }: Publisher,
  { text, ...row }: Publishing,
): Promise<boolean> {
  const hash = hashOf(text)
  const added = await tx
    .insertInto('policyDocument')
    .values({ ...row, hash, canonical: text })
    .onConflict((conflict) => conflict.doNothing())
    .returning('hash')
    .executeTakeFirst()
  if (!added) return false
  const id = newEntryId()
  const { kind, code } = row
  const payload = { id, at, kind, code, hash }
  const entry = { type: 'policy-published', at, actorId: null, role: SYSTEM_ROLE, policy: hash }
  await tx
    .insertInto('ledgerLeaf')
    .values(policyLeaf(secret, { ...entry, id, payload }))
    .execute()
  return true
}

type PolicyEntry = Pick<Entry, 'id' | 'type' | 'at' | 'actorId' | 'role' | 'policy' | 'payload'>

/** Such a leaf has no subject, and is sealed under the key of the installation. */
const policyLeaf = (secret: HouseSecret, entry: PolicyEntry): LeafRow =>
  leafRow(
    { ...entry, kind: 'policy', caseId: null, subjectId: null, body: null },
    installationKey(secret, 'ledger'),
  )

const DOCUMENTS_MAX = 500

/**
 * The policy a process works with: the documents that are shipped now, and every other one that
 * cases may still rest on.
 */
export async function readPolicy(tx: Tx, files: PolicyFiles): Promise<Policy> {
  const newest = await tx
    .selectFrom('policyVersion')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const rows = await tx
    .selectFrom('policyDocument')
    .select(['hash', 'kind', 'canonical'])
    .orderBy('loadedAt', 'desc')
    .limit(DOCUMENTS_MAX)
    .execute()
  const current = new Set(documentsIn(files))
  const ordered = [...rows].sort(
    (one, other) => Number(current.has(other.hash)) - Number(current.has(one.hash)),
  )
  const procedures = new Map<string, Procedure>()
  const scorings = new Map<string, Scoring>()
  const types = new Map<string, CaseType>()
  for (const { hash, kind, canonical: text } of ordered) {
    const document: unknown = JSON.parse(text)
    if (kind === 'procedure') procedures.set(hash, procedureShape.parse(document))
    else if (kind === 'scoring') scorings.set(hash, scoringShape.parse(document))
    else types.set(hash, caseTypeShape.parse(document))
  }
  return {
    version: newest?.id ?? 0,
    laws: files.laws,
    lists: files.lists,
    calendars: new Map(files.calendars.map((calendar) => [calendar.year, calendar])),
    procedures,
    scorings,
    types,
    statuses: new Map(files.statuses.map((kind) => [kind.code, kind])),
  }
}

const ADOPTERS = 2

const ADOPTED_MAX = 1000

/** What two people of the Service took over, by hash, of whatever kind it is. */
export async function adoptedHashes(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('policyAdoption')
    .select('hash')
    .groupBy('hash')
    .having((each) => each(each.fn.countAll(), '>=', ADOPTERS))
    .orderBy((each) => each.fn.max('adoptedAt'), 'desc')
    .limit(ADOPTED_MAX)
    .execute()
  return new Set(rows.map(({ hash }) => hash))
}

/**
 * Whether something may be submitted or signed under this law: nothing is, under provisional values
 * that nobody answers for.
 */
export const mayBeUsed = (
  { adoptionNeeded }: { readonly adoptionNeeded: boolean },
  description: Description,
  adopted: ReadonlySet<string>,
): boolean => !adoptionNeeded || hashesIn(description).every((hash) => adopted.has(hash))

/** One person's adoption; a second by the same person changes nothing. */
export async function adopt(
  tx: Tx,
  secret: HouseSecret,
  {
    hash,
    by,
    role,
    at,
  }: {
    readonly hash: string
    readonly by: string
    readonly role: string
    readonly at: IsoMoment
  },
): Promise<void> {
  const id = newEntryId()
  const entry = { type: 'policy-adopted', at, actorId: by, role, policy: hash }
  const leaf = policyLeaf(secret, { ...entry, id, payload: { id, at, by, hash } })
  await sql`
    select adopt_policy(${hash}, ${by}::uuid, ${at}::timestamptz, ${json(leafJson(leaf))})
  `.execute(tx)
}

const hashOf = (text: string): string => hexOf(sha256(new TextEncoder().encode(text)))

/** Documents are plain data; what is absent is left out, as JSON leaves it out. */
const asJson = (document: Procedure | Scoring | CaseType): Json => {
  const value: unknown = JSON.parse(JSON.stringify(document))
  return jsonShape.parse(value)
}

const jsonShape = z.json()
