import { assert } from '#core/assert.ts'
import { isoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { Campaign } from '#core/promotion/campaigns.ts'
import type { MaterialContent } from '#core/promotion/material.ts'
import { drawCode } from '#core/promotion/short-code.ts'
import { DEMONSTRATION_MISSIONS } from '#main/demonstration/missions.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { materialContent } from '#telling/material/content.ts'
import { FROZEN_POLICY } from '#test/policies.ts'

/** What the square code of a campaign holds that was never made. */
export const MATERIAL_LINK = 'https://portal.example/go/kabe-rosu'

type Differences = { readonly event?: string; readonly place?: string; readonly link?: string }

let read: ReturnType<typeof frozen> | undefined

function frozen() {
  const found = readPolicyFiles(FROZEN_POLICY)
  assert(found.ok, 'the frozen policy is read')
  const { types, scorings, procedures, laws } = found.policy
  const type = types.find(({ programme }) => programme)
  const scoring = scorings.find(({ family }) => family === type?.scoring)
  const procedure = procedures.find(({ family }) => family === type?.procedure)
  assert(scoring !== undefined && procedure !== undefined, 'the Program is scored')
  return { programme: { scoring, procedure }, laws }
}

/** What material says on a day in 2026, by the frozen policy, for an invented mission. */
export function materialIn(
  language: Language,
  { event = 'Engineering Fair', place = 'Ankara', link = MATERIAL_LINK }: Differences = {},
): MaterialContent {
  read ??= frozen()
  const [mission] = DEMONSTRATION_MISSIONS
  assert(mission !== undefined, 'the demonstration has a mission')
  const campaign: Campaign = {
    id: '0',
    mission: mission.code,
    // What is drawn is the link alone.
    code: drawCode(() => 5),
    event: { [language]: event },
    place,
    from: isoDate('2026-03-07'),
    until: isoDate('2026-09-06'),
    languages: [language],
    leadsTo: 'welcome',
    version: 1,
    isUncounted: false,
  }
  const madeOn = isoDate('2026-03-02')
  return materialContent({
    ...read,
    campaign,
    mission,
    link,
    language,
    madeOn,
    demonstration: true,
  })
}
