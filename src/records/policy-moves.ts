import { sql } from 'kysely'
import { z } from 'zod'
import { hasEnded } from '#core/cases/life.ts'
import type { Version } from '#core/cases/moving.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { problemsOfType } from '#core/policy/check.ts'
import { problemsOfTakingOver } from '#core/policy/check-running.ts'
import type { Policy } from '#core/policy/policy.ts'
import type { PolicyProblem } from '#core/policy/problem.ts'
import type { Tx } from '#platform/database.ts'
import { readText } from '#records/policy-documents.ts'

/**
 * A version of a type that is for running cases: which earlier ones it takes them over from, and
 * where they go, state by state, as the database holds it against each case that moves.
 */
export async function publishMoves(tx: Tx, to: Version): Promise<void> {
  const rows = (await takenOverBy(tx, to)).flatMap(({ type, typeHash }) => {
    const running = type.states.filter(({ code }) => !hasEnded(type, code))
    return running.map(({ code }) => ({
      typeHash: to.typeHash,
      fromHash: typeHash,
      fromState: code,
      toState: to.type.for?.running.states[code] ?? code,
    }))
  })
  if (rows.length > 0) await tx.insertInto('typeMove').values(rows).execute()
}

/** Why running cases could not go on by it: what they have, or the law that they pinned. */
export async function problemsOfMoves(
  tx: Tx,
  to: Version,
  policy: Omit<Policy, 'version'>,
): Promise<readonly PolicyProblem[]> {
  const earlier = await takenOverBy(tx, to)
  if (earlier.length === 0) return []
  const taken = earlier.flatMap(({ type }) => problemsOfTakingOver(to.type, type))
  const { rows: laws } = await sql<{ procedureHash: string; scoringHash: string | null }>`
    select procedure_hash, scoring_hash
    from laws_of_running(${earlier.map(({ typeHash }) => typeHash)})`.execute(tx)
  const around = {
    laws: policy.laws,
    statuses: [...policy.statuses.values()],
    types: [...policy.types.current.values()],
  }
  const pinned = laws.flatMap(({ procedureHash, scoringHash }) => {
    const procedure = policy.procedures.get(procedureHash)
    const scoring = scoringHash === null ? undefined : policy.scorings.get(scoringHash)
    if (procedure === undefined) return []
    return problemsOfType(to.type, { ...around, procedure, scoring }).map(({ path, reason }) => ({
      path,
      reason: `${reason} (cases run by ${procedure.id})`,
    }))
  })
  return [...taken, ...pinned]
}

const versioned = z.looseObject({ version: z.int() })

/** Every document that was ever published as one of these versions. */
async function takenOverBy(tx: Tx, { type, typeHash }: Version): Promise<readonly Version[]> {
  const versions = type.for?.running.versions
  if (versions === undefined) return []
  const rows = await tx
    .selectFrom('policyDocument')
    .select(['hash', 'canonical'])
    .where('kind', '=', 'case-type')
    .where('code', '=', type.code)
    .where('hash', '<>', typeHash)
    .execute()
  return rows
    .filter(({ canonical }) => versions.includes(versioned.parse(JSON.parse(canonical)).version))
    .map(({ hash, canonical }) => ({
      type: readText('case-type', canonical),
      typeHash: hash,
    }))
}

/** How many cases a version would take over, by the state that they are in. */
export type WouldMove = {
  readonly was: CaseType
  readonly from: string
  readonly to: string
  readonly cases: number
}

/** All of them, for those who are to adopt it. */
export async function wouldMove(
  tx: Tx,
  { types }: Pick<Policy, 'types'>,
  hash: string,
): Promise<readonly WouldMove[]> {
  if (types.get(hash)?.for === undefined) return []
  const { rows } = await sql<{
    fromHash: string
    fromState: string
    toState: string
    cases: string
  }>`select from_hash, from_state, to_state, cases from running_by_state(${hash})`.execute(tx)
  return rows.flatMap(({ fromHash, fromState: from, toState: to, cases }) => {
    const was = types.get(fromHash)
    return was ? [{ was, from, to, cases: Number(cases) }] : []
  })
}
