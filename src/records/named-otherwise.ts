import { namedIn } from '#core/answers/named.ts'
import type { Answers } from '#core/answers/answers.ts'
import type { IsoDate } from '#core/dated.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import type { CaseType } from '#core/policy/case-type.ts'
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
  readonly type: CaseType
  readonly answers: Answers
  readonly holder: string
  readonly on: IsoDate
}

/** Nothing where what is written is not whole yet, or names nobody in what would be given by it. */
export async function namedOtherwise(
  tx: Tx,
  secret: HouseSecret,
  { type, answers, holder, on }: Asked,
): Promise<readonly NamedOtherwise[]> {
  const { birthDate, passportNumber } = namedIn(type, answers)
  if (!isGiving(type) || !isPartialDate(birthDate) || passportNumber === '') return []
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

/** What would be given names its holder by what is written; a change of name is not held to it. */
const isGiving = ({ outcomes }: Pick<CaseType, 'outcomes'>): boolean =>
  outcomes.some(({ effects }) => effects.some(({ effect }) => effect === 'issue'))
