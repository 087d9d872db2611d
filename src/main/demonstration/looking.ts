import { SYSTEM } from '#core/cases/roles.ts'
import { subjectsOf } from '#core/cases/standing.ts'
import { APPLICANT, SPOUSE, type Act } from '#main/demonstration/story.ts'
import { later } from '#platform/calendar.ts'
import type { Tx } from '#platform/database.ts'
import type { Taking } from '#records/cases.ts'
import { recordLook } from '#records/looks.ts'
import { partIn, type Case } from '#records/read-case.ts'

const PAGES: Readonly<Partial<Record<Act['act'], string>>> = {
  return: 'return-page',
  score: 'score-page',
  'give-opinion': 'opinion-page',
  'draft-decision': 'draft-page',
  sign: 'sign-page',
  'send-back': 'sign-page',
  'note-visit': 'coming-page',
}

/** Looks of long ago are left out, so that the demonstration is ready sooner. */
export const isLookRecent = ({ by, years = 0, workingDaysAgo = 0 }: Act): boolean =>
  ![APPLICANT, SPOUSE, SYSTEM].includes(by) && years === 0 && workingDaysAgo <= LOOKS_WORKING_DAYS

const LOOKS_WORKING_DAYS = 40
const LOOKED_BEFORE_MS = 4 * 60_000

/** Whoever acts has looked before, at all whom it is about; each of them can read it. */
export async function look(
  tx: Tx,
  found: Case,
  { act, taking }: { readonly act: Act; readonly taking: Taking },
): Promise<void> {
  const { by, at } = taking
  const page = PAGES[act.act] ?? 'case-page'
  const before = later(at, -LOOKED_BEFORE_MS)
  const { standing } = found
  const parts = found.several ? subjectsOf(standing).map((each) => partIn(found, each)) : [found]
  for (const { partyId, key } of parts) {
    await recordLook(tx, { by, at: before, page, partyId, caseId: standing.id, key })
  }
}
