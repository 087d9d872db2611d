import { assert } from '#core/assert.ts'
import { isoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { EVERY_OTHER, type Basis } from '#core/policy/basis.ts'
import type { Campaign } from '#core/promotion/campaigns.ts'
import type { MaterialContent } from '#core/promotion/material.ts'
import { drawCode } from '#core/promotion/short-code.ts'
import { DEMONSTRATION_MISSIONS } from '#main/demonstration/missions.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { materialContent } from '#telling/material/content.ts'
import { FROZEN_POLICY } from '#test/policies.ts'

/** What the square code of a campaign holds that was never made. */
export const MATERIAL_LINK = 'https://portal.example/go/kabe-rosu'

type Differences = {
  readonly event?: string
  readonly place?: string
  readonly link?: string
  /** What each of its values rests on. */
  readonly basis?: Basis
}

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

/** The same with every value that material tells resting on this. */
function restingOn(
  basis: Basis,
  { scoring, procedure }: ReturnType<typeof frozen>['programme'],
): ReturnType<typeof frozen>['programme'] {
  const on = <Entry>(entry: Entry) => ({ ...entry, basis: { [EVERY_OTHER]: basis } })
  return {
    scoring: { ...on(scoring), criteria: scoring.criteria.map(on) },
    procedure: { ...procedure, terms: procedure.terms.map(on) },
  }
}

/** What material says on a day in 2026, by the frozen policy, for an invented mission. */
export function materialIn(
  language: Language,
  { event = 'Engineering Fair', place = 'Ankara', link = MATERIAL_LINK, basis }: Differences = {},
): MaterialContent {
  read ??= frozen()
  const { programme, laws } = read
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
    programme: basis === undefined ? programme : restingOn(basis, programme),
    laws,
    campaign,
    mission,
    link,
    language,
    madeOn,
    demonstration: true,
  })
}
