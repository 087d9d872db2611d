import type { IsoDate } from '#core/dated.ts'
import type { Words } from '#core/language.ts'
import type { Grounded } from '#core/policy/basis.ts'

/** What every document that holds for a time says of itself. */
type Dated = {
  readonly id: string
  /** Documents of one family follow each other without gap or overlap. */
  readonly family: string
  readonly title: Words
  readonly inForceFrom: IsoDate
  /** The first day on which it is no longer in force. */
  readonly inForceUntil?: IsoDate
}

/** A document that holds for a time, with what its kind adds. */
export type Enacted<Own> = Grounded<Dated & Own>

/** The time for which a document holds. */
export type InForce = Pick<Dated, 'inForceFrom' | 'inForceUntil'>

/** True from its first day in force until the day before the first on which it no longer is. */
export const isInForce = ({ inForceFrom, inForceUntil }: InForce, on: IsoDate): boolean =>
  inForceFrom <= on && (inForceUntil === undefined || on < inForceUntil)

/** True where both are in force on one day at least. */
export const areTogether = (one: InForce, other: InForce): boolean =>
  isInForce(one, other.inForceFrom) || isInForce(other, one.inForceFrom)

/** True where the one family, itself without gaps, has a document on each day of the other. */
export function covers(one: readonly InForce[], other: readonly InForce[]): boolean {
  const [own, its] = [spanOf(one), spanOf(other)]
  if (!own || !its || own.inForceFrom > its.inForceFrom) return false
  if (own.inForceUntil === undefined) return true
  return its.inForceUntil !== undefined && its.inForceUntil <= own.inForceUntil
}

/** From the first day of its first document until the end of its last, where that has one. */
function spanOf(family: readonly InForce[]): InForce | undefined {
  const ordered = family.toSorted((one, other) => (one.inForceFrom < other.inForceFrom ? -1 : 1))
  const [first, last] = [ordered[0], ordered.at(-1)]
  return first && last && { ...last, inForceFrom: first.inForceFrom }
}

/** Days on which a family has no document in force between two, or more than one. */
export function overlapsAndGaps(
  documents: readonly (InForce & Pick<Dated, 'id' | 'family'>)[],
): readonly string[] {
  const ordered = documents.toSorted((one, other) => (one.inForceFrom < other.inForceFrom ? -1 : 1))
  return [...new Set(ordered.map(({ family }) => family))].sort().flatMap((family) => {
    const line = ordered.filter((each) => each.family === family)
    return line.slice(1).flatMap((next, index) => {
      const before = line[index]
      const until = before?.inForceUntil
      if (!before || until === next.inForceFrom) return []
      const verb = until !== undefined && until < next.inForceFrom ? 'leave a gap' : 'overlap'
      return [`${before.id} and ${next.id} ${verb} before or on ${next.inForceFrom}`]
    })
  })
}
