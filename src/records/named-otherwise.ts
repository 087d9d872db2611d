import { namedIn } from '#core/answers/named.ts'
import type { Answers } from '#core/answers/answers.ts'
import type { IsoDate } from '#core/dated.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionsInForce, type Policy } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { HouseSecret } from '#platform/sealing.ts'
import { offeredIndexes } from '#records/offered.ts'
import { documentedIn } from '#records/papers.ts'
import { IN_FORCE } from '#records/statuses.ts'

/**
 * What somebody holds that names them by another document, or another day of birth, than they write
 * now. Both lie under a key with the status: that they differ can be told by whoever has what was
 * written, and needs none of the case that names the holder.
 */
export type NamedOtherwise = {
  readonly number: string
  readonly kind: string
  /** The case that gave it, where its holder begins what changes it. */
  readonly caseId: string
  readonly by: 'document' | 'birth-date'
}

type Asked = {
  readonly policy: Policy
  readonly type: CaseType
  readonly answers: Answers
  readonly holder: string
  readonly on: IsoDate
}

/** Nothing where what is written is not whole yet, or is there so that what is held is changed. */
export async function namedOtherwise(
  tx: Tx,
  secret: HouseSecret,
  { policy, type, answers, holder, on }: Asked,
): Promise<readonly NamedOtherwise[]> {
  const { birthDate, passportNumber } = namedIn(type, answers)
  if (isChanging(type, policy, on) || !isPartialDate(birthDate) || passportNumber === '') return []
  const written = documentedIn(type, answers)
  const rows = await tx
    .selectFrom('status')
    .select(['number', 'kind', 'caseId', 'birthIndex', 'documentIndex'])
    .where('holder', '=', holder)
    .where('state', '=', IN_FORCE)
    .where('untilOn', '>=', on)
    .orderBy('fromOn')
    .execute()
  return rows.flatMap(({ birthIndex, documentIndex, ...status }): readonly NamedOtherwise[] => {
    // Of a time before statuses could be found by other systems, until a job has brought it along.
    if (birthIndex === null || documentIndex === null) return []
    const now = offeredIndexes(secret, { number: status.number, ...written })
    if (!now.birth_index.equals(birthIndex)) return [{ ...status, by: 'birth-date' }]
    return now.document_index.equals(documentIndex) ? [] : [{ ...status, by: 'document' }]
  })
}

/** Who names themselves anew, by it or by what goes on from it, is not held to what was before. */
const isChanging = (
  { code, outcomes }: Pick<CaseType, 'code' | 'outcomes'>,
  policy: Policy,
  on: IsoDate,
): boolean =>
  outcomes.some(({ effects }) => effects.some(({ effect }) => effect === 'replace')) ||
  descriptionsInForce(policy, on).some(({ type: { begins } }) => begins.carries?.includes(code))
