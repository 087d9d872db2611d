import { ASSESSED } from '#main/demonstration/stories-assessed.ts'
import { AWAITING } from '#main/demonstration/stories-awaiting.ts'
import { CONTESTED } from '#main/demonstration/stories-contested.ts'
import { ERASED } from '#main/demonstration/stories-erased.ts'
import { CORRECTED } from '#main/demonstration/stories-corrected.ts'
import { DRAFTS } from '#main/demonstration/stories-drafts.ts'
import { ENDED } from '#main/demonstration/stories-ended.ts'
import { EXAMINED } from '#main/demonstration/stories-examined.ts'
import { RECOGNISED } from '#main/demonstration/stories-recognised.ts'
import { REFUSED } from '#main/demonstration/stories-refused.ts'
import { RETURNED } from '#main/demonstration/stories-returned.ts'
import { UNDECIDED } from '#main/demonstration/stories-undecided.ts'
import type { Story } from '#main/demonstration/story.ts'

/** Everybody is invented; an employer or a school that exists under such a name is not meant. */
export const STORIES: readonly Story[] = [
  ...DRAFTS,
  ...EXAMINED,
  ...RETURNED,
  ...ASSESSED,
  ...AWAITING,
  ...RECOGNISED,
  ...ENDED,
  ...REFUSED,
  ...CONTESTED,
  ...ERASED,
  ...UNDECIDED,
  ...CORRECTED,
]
