import { isDeepStrictEqual } from 'node:util'
import { dayInBaku, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { laterOf } from '#core/deadlines/terms.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Policy } from '#core/policy/policy.ts'
import type { OwnAnswers } from '#portal/own-case.ts'
import type { CaseDocument } from '#records/documents.ts'
import type { versionsOfType } from '#records/policy.ts'
import type { Case } from '#records/read-case.ts'

export type Versions = Awaited<ReturnType<typeof versionsOfType>>

/** The day on which other questions came in force, where nobody has saved anything since. */
export function renewedOn(
  { types }: Pick<Policy, 'types'>,
  parts: readonly OwnAnswers[],
  {
    documents,
    versions,
  }: {
    readonly documents: (of: Case) => readonly CaseDocument[]
    readonly versions: Versions
  },
): IsoDate | undefined {
  const moments = parts.flatMap((part) => momentsOf(part, documents(part.found)))
  const last = moments.toSorted().at(-1)
  const [newest] = versions
  const then = versions.find(({ since }) => last !== undefined && since <= last)
  if (newest === undefined || then === undefined || newest === then) return undefined
  const [now, before] = [types.get(newest.hash), types.get(then.hash)]
  return now && before && !isDeepStrictEqual(askedBy(now), askedBy(before))
    ? dayInBaku(newest.since)
    : undefined
}

const askedBy = ({ blocks, checklist, applicants }: CaseType) => [blocks, checklist, applicants]

/** The day on which something was last saved or added; what was taken away leaves no trace here. */
export const touchedOn = (part: OwnAnswers, documents: readonly CaseDocument[]): IsoDate =>
  momentsOf(part, documents).map(dayInBaku).reduce(laterOf, part.found.standing.stateSince)

/** When it was begun, and what there is of it saved or added. */
const momentsOf = (
  { found, kept }: OwnAnswers,
  documents: readonly CaseDocument[],
): readonly IsoMoment[] => [
  ...found.history.slice(0, 1).map(({ at }) => at),
  ...documents.map(({ addedAt }) => addedAt),
  ...(kept.savedAt ? [kept.savedAt] : []),
]
