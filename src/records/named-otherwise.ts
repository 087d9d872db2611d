import { namedIn } from '#core/answers/named.ts'
import type { Answers } from '#core/answers/answers.ts'
import type { IsoDate } from '#core/dated.ts'
import { isPartialDate } from '#core/facts/partial-date.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionsInForce, type Policy } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import type { HouseSecret } from '#platform/sealing.ts'
import type { Holding } from '#records/foundations.ts'
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

export const namedOtherwise = async (
  tx: Tx,
  secret: HouseSecret,
  asked: Asked,
): Promise<readonly NamedOtherwise[]> =>
  namesAny(asked) ? namedOtherwiseIn(await heldBy(tx, asked.holder), secret, asked) : []

const heldBy = (tx: Tx, holder: string): Promise<readonly Held[]> =>
  tx
    .selectFrom('status')
    .select(['number', 'kind', 'caseId', 'holder', 'state', 'fromOn', 'untilOn'])
    .select(['birthIndex', 'documentIndex'])
    .where('holder', '=', holder)
    .where('state', '=', IN_FORCE)
    .execute()

type Held = Omit<Holding, 'restsOn'>

/** The same, of what is known to be held; the oldest first. */
export function namedOtherwiseIn(
  holdings: readonly Held[],
  secret: HouseSecret,
  asked: Asked,
): readonly NamedOtherwise[] {
  const { type, answers, holder, on } = asked
  if (!namesAny(asked)) return []
  const written = documentedIn(type, answers)
  return holdings
    .filter((each) => each.holder === holder && each.state === IN_FORCE && each.untilOn >= on)
    .toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
    .flatMap(({ number, kind, caseId, birthIndex, documentIndex }): readonly NamedOtherwise[] => {
      // Of a time before other systems could find statuses, until a job has brought it along.
      if (birthIndex === null || documentIndex === null) return []
      const now = offeredIndexes(secret, { number, ...written })
      const status = { number, kind, caseId }
      if (!now.birth_index.equals(birthIndex)) return [{ ...status, by: 'birth-date' }]
      return now.document_index.equals(documentIndex) ? [] : [{ ...status, by: 'document' }]
    })
}

/** Not where what is written is not whole yet, or is there so that what is held is changed. */
function namesAny({ policy, type, answers, on }: Asked): boolean {
  const { birthDate, passportNumber } = namedIn(type, answers)
  return !isChanging(type, policy, on) && isPartialDate(birthDate) && passportNumber !== ''
}

/** Who names themselves anew, by it or by what goes on from it, is not held to what was before. */
const isChanging = (
  { code, outcomes }: Pick<CaseType, 'code' | 'outcomes'>,
  policy: Policy,
  on: IsoDate,
): boolean =>
  outcomes.some(({ effects }) => effects.some(({ effect }) => effect === 'replace')) ||
  descriptionsInForce(policy, on).some(({ type: { begins } }) => begins.carries?.includes(code))
