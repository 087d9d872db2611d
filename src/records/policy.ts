import { sql } from 'kysely'
import { z } from 'zod'
import { leadsTo, stateOf, type EffectRule, type StepRule, type StepOf } from '#core/cases/life.ts'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { SYSTEM_ROLE } from '#core/ledger/leaf.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Concessions } from '#core/policy/concessions.ts'
import { isAdopted, type Description, type Policy } from '#core/policy/policy.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import { json, type Tx } from '#platform/database.ts'
import { installationKey, type HouseSecret } from '#platform/sealing.ts'
import { askToFollow } from '#records/calendars.ts'
import type { House } from '#records/house.ts'
import { leafJson, leafRow, newEntryId, type Entry, type LeafRow } from '#records/ledger.ts'
import { readPolicy } from '#records/living-policy.ts'
import { putOfficeRoles } from '#records/officials.ts'
import { problemsOfMoves, publishMoves } from '#records/policy-moves.ts'
import { hashOf, textOf, type Documents, type Kind } from '#records/policy-documents.ts'
import { problemsTogether, type PolicyFiles } from '#records/policy-files.ts'

/** Policy documents in the database: found by the hash of their canonical bytes, kept for ever. */
export async function publishPolicy(tx: Tx, files: PolicyFiles, by: Publisher): Promise<void> {
  await putOfficeRoles(tx)
  const documents = publishingIn(files)
  // Two processes that start at once give one number.
  await sql`select pg_advisory_xact_lock(${VERSION_LOCK})`.execute(tx)
  const added: Publishing[] = []
  for (const each of documents) if (await publish(tx, by, each)) added.push(each)
  for (const { hash, type } of added) if (type !== undefined) await publishType(tx, hash, type)
  const isMerged = await putVersion(tx, documents, by)
  const policy = await readPolicy(tx)
  const together = isMerged ? problemsTogether(policy) : []
  const refused = [...together, ...(await problemsIn(tx, policy, added))]
  if (refused.length > 0) throw refusedFault(refused)
  await askToFollow(tx, policy.calendars)
}

/** Thrown where what was read alone does not go with what is there: nothing is published then. */
const refusedFault = (problems: readonly string[]): Error =>
  Object.assign(new Error(['Nothing was published.', ...problems].join('\n  ')), { problems })

/** Why it was not published, where that was what happened. */
export const refusedIn = (fault: unknown): readonly string[] | undefined =>
  fault instanceof Error && 'problems' in fault
    ? z.array(z.string()).safeParse(fault.problems).data
    : undefined

/** Of each type that takes running cases over, why these cannot go on by it. */
async function problemsIn(
  tx: Tx,
  policy: Policy,
  added: readonly Publishing[],
): Promise<readonly string[]> {
  const problems: string[] = []
  for (const { type, hash: typeHash } of added) {
    if (type?.for === undefined) continue
    const found = await problemsOfMoves(tx, { type, typeHash }, policy)
    const place = `case-type ${type.code}, version ${type.version}`
    problems.push(...found.map(({ path, reason }) => `${place}: ${path.join('.')}: ${reason}`))
  }
  return problems
}

async function publishType(tx: Tx, typeHash: string, type: CaseType): Promise<void> {
  await publishLife(tx, typeHash, type)
  await publishMoves(tx, { type, typeHash })
}

type Publishing = {
  readonly kind: Kind
  readonly code: string
  readonly family?: string
  readonly inForceFrom?: string
  readonly inForceUntil?: string
  readonly text: string
  readonly hash: string
  readonly type?: CaseType
}

function publishingIn(files: PolicyFiles): readonly Publishing[] {
  const { laws, education, occupations, systems } = files
  const each = <Of extends Kind>(kind: Of, code: string, document: Documents[Of]): Publishing => {
    const text = textOf(kind, document)
    return { kind, code, text, hash: hashOf(text) }
  }
  return [
    each('laws', 'laws', laws),
    each('education', 'education', education),
    each('occupations', 'occupations', occupations),
    each('systems', 'systems', systems),
    ...files.calendars.map((document) => each('calendar', String(document.year), document)),
    ...files.places.map((document) => each('place', document.code, document)),
    ...files.missions.map((document) => each('mission', document.code, document)),
    ...files.statuses.map((document) => each('status', document.code, document)),
    ...files.procedures.map((document) =>
      enacted(each('procedure', document.id, document), document),
    ),
    ...files.scorings.map((document) => enacted(each('scoring', document.id, document), document)),
    ...files.concessions.map((document) =>
      enacted(each('concessions', document.id, document), document),
    ),
    ...files.types.map((type) => ({ ...each('case-type', type.code, type), type })),
  ]
}

const enacted = (
  publishing: Publishing,
  { family, inForceFrom, inForceUntil }: Procedure | Scoring | Concessions,
): Publishing => ({
  ...publishing,
  family,
  inForceFrom,
  ...(inForceUntil === undefined ? {} : { inForceUntil }),
})

const VERSION_LOCK = 7_216_043

/**
 * What is in force together has a number, which what is decided by it names. Whether some of it was
 * published otherwise than with the rest, so that nobody has proved them together.
 */
async function putVersion(
  tx: Tx,
  documents: readonly Publishing[],
  { at, isShipped }: Publisher,
): Promise<boolean> {
  const versions = tx.selectFrom('policyVersion').orderBy('id', 'desc').limit(1)
  const newest = await versions.select(['id', 'hash']).executeTakeFirst()
  const shipped = await versions.select('id').where('isShipped', '=', true).executeTakeFirst()
  const hashes = isShipped
    ? withChanges(documents, {
        before: await placesIn(tx, shipped?.id),
        newest: await placesIn(tx, newest?.id),
      })
    : documents.map(({ hash }) => hash)
  const hash = hashOf(hashes.toSorted().join('\n'))
  if (newest?.hash === hash) return false
  const { id: version } = await tx
    .insertInto('policyVersion')
    .values({ hash, madeAt: at, isShipped })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('policyVersionDocument')
    .values(hashes.map((each) => ({ version, hash: each })))
    .execute()
  return documents.some((each) => !hashes.includes(each.hash)) || hashes.length > documents.length
}

type Places = ReadonlyMap<string, string>

/**
 * What was published while the house was running stays in force, unless what is shipped in its
 * place has changed since it was shipped last.
 */
function withChanges(
  documents: readonly Publishing[],
  { before, newest }: { readonly before: Places; readonly newest: Places },
): readonly string[] {
  const shipped: Places = new Map(documents.map((each) => [placeOf(each), each.hash]))
  const places = new Set([...shipped.keys(), ...newest.keys()])
  return [...places].flatMap((place) => {
    const isSame = shipped.get(place) === before.get(place)
    return (isSame ? newest : shipped).get(place) ?? []
  })
}

const placeOf = ({ kind, code }: { readonly kind: string; readonly code: string }): string =>
  `${kind} ${code}`

async function placesIn(tx: Tx, version: number | undefined): Promise<Places> {
  if (version === undefined) return new Map()
  const rows = await tx
    .selectFrom('policyVersionDocument as own')
    .innerJoin('policyDocument as document', 'document.hash', 'own.hash')
    .select(['document.kind', 'document.code', 'document.hash'])
    .where('own.version', '=', version)
    .execute()
  return new Map(rows.map((row) => [placeOf(row), row.hash]))
}

/** What such a step has asked: where it says so, the system that examines the case. */
const registersOf = (
  { examinedBy }: CaseType,
  { registers, there }: StepOf<'consult'>,
): string[] => (there === true ? [examinedBy ?? []].flat() : [...registers])

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
      joins: step.kind === 'begin' && step.joins ? [...step.joins] : null,
      registers: step.kind === 'consult' ? registersOf(type, step) : null,
      notBy: step.notBy ?? ('confirms' in step ? (step.confirms ?? null) : null),
    })),
  )
  await tx.insertInto('typeStep').values(steps).execute()
  const outcomes = type.outcomes.map(({ code: outcome, effects }) => ({
    typeHash,
    outcome,
    effects: effects.flatMap(effectTexts),
  }))
  if (outcomes.length > 0) await tx.insertInto('typeOutcome').values(outcomes).execute()
}

/** With what ends by what is given, each kind for itself. */
const effectTexts = (rule: EffectRule): readonly string[] =>
  rule.effect === 'issue' && rule.inPlaceOf
    ? [effectText(rule), ...endsOf(rule.inPlaceOf)]
    : [effectText(rule)]

const endsOf = ({
  statuses,
  as,
}: NonNullable<Extract<EffectRule, { readonly effect: 'issue' }>['inPlaceOf']>) => [
  `end ${as}`,
  ...statuses.map((kind) => `end ${as} ${kind}`),
]

function effectText(rule: EffectRule): string {
  if (rule.effect === 'issue') return `issue ${rule.status}`
  if (rule.effect === 'hold') return `hold ${rule.back}`
  if (rule.effect === 'reopen' && rule.binding) return 'reopen binding'
  return rule.effect === 'end' ? `end ${rule.as}` : rule.effect
}

/** From where to where a step leads; from nowhere where a case begins. */
function waysOf(type: CaseType, step: StepRule) {
  const from = step.from.length === 0 ? [''] : step.from
  return from.flatMap((each) =>
    [...new Set(leadsTo(type, step, each))].map((to) => ({ from: each, to })),
  )
}

/** A start publishes what is shipped; a house that is running is given what somebody changed. */
export type Publisher = {
  readonly secret: HouseSecret
  readonly at: IsoMoment
  readonly isShipped: boolean
}

async function publish(
  tx: Tx,
  { secret, at }: Publisher,
  { kind, code, hash, text, family, inForceFrom, inForceUntil }: Publishing,
): Promise<boolean> {
  const row = { kind, code, hash, canonical: text, family, inForceFrom, inForceUntil }
  const added = await tx
    .insertInto('policyDocument')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('hash')
    .executeTakeFirst()
  if (!added) return false
  const id = newEntryId()
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

const ADOPTERS = 2

/** What two people of the Service took over, by hash, of whatever kind it is. */
export async function adoptedHashes(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('policyAdoption')
    .select('hash')
    .groupBy('hash')
    .having((each) => each(each.fn.countAll(), '>=', ADOPTERS))
    .execute()
  return new Set(rows.map(({ hash }) => hash))
}

/**
 * Whether something may be submitted or signed under this law: nothing is, under provisional values
 * that nobody answers for.
 */
export const mayBeUsed = (
  { adoptionNeeded, policy }: Pick<House, 'adoptionNeeded' | 'policy'>,
  description: Description,
  adopted: ReadonlySet<string>,
): boolean => !adoptionNeeded || isAdopted(policy, description, adopted)

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

/** One after the other, the documents that a type was; each since a moment, the newest first. */
export async function versionsOfType(
  tx: Tx,
  code: string,
): Promise<readonly { readonly hash: string; readonly since: IsoMoment }[]> {
  const rows = await tx
    .selectFrom('policyVersion as version')
    .innerJoin('policyVersionDocument as own', 'own.version', 'version.id')
    .innerJoin('policyDocument as document', 'document.hash', 'own.hash')
    .select(['own.hash', 'version.madeAt'])
    .where('document.kind', '=', 'case-type')
    .where('document.code', '=', code)
    .orderBy('version.id')
    .execute()
  return rows
    .filter(({ hash }, index) => hash !== rows[index - 1]?.hash)
    .map(({ hash, madeAt }) => ({ hash, since: isoMoment(madeAt) }))
    .toReversed()
}
