import { caseAddress } from '#office/back.ts'
import type { View } from '#office/env.ts'
import type { Case } from '#records/read-case.ts'
import type { Corrected } from '#telling/corrected.tsx'

/** What is to be read beside a case, with the way to where it was decided. */
export const correctedIn = (
  { corrections }: Pick<Case, 'corrections'>,
  view: View,
): readonly Corrected[] =>
  corrections.map(({ decidedIn, isSeen, ...correction }) => ({
    ...correction,
    href: isSeen ? caseAddress(view, decidedIn) : undefined,
  }))
