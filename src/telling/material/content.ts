import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { basisOf, isProvisional, lawOf, type Basis } from '#core/policy/basis.ts'
import { lawById, type Laws } from '#core/policy/laws.ts'
import { programmeOn, type Policy, type Scored } from '#core/policy/policy.ts'
import { eventIn, type Campaign } from '#core/promotion/campaigns.ts'
import type { MaterialContent, Told } from '#core/promotion/material.ts'
import { missionOf, type Mission } from '#core/promotion/missions.ts'
import { amount } from '#telling/amounts.ts'
import { basisText } from '#telling/basis.tsx'
import { formatDate, formatDays } from '#telling/dates.ts'
import { materialWords } from '#telling/material/words.ts'
import { programmeFigures } from '#telling/programme.ts'
import { CONCESSIONS, programmeWords, STEPS } from '#telling/programme-words.ts'

/** All that the content is made from. */
export type MaterialSource = {
  readonly programme: Pick<Scored, 'procedure' | 'scoring'>
  readonly laws: Laws
  readonly campaign: Campaign
  readonly mission: Mission
  readonly link: string
  readonly language: Language
  readonly madeOn: IsoDate
  readonly demonstration: boolean
}

/** Where a mission makes it. */
type MaterialHouse = Pick<MaterialSource, 'demonstration'> & {
  readonly policy: Policy
  readonly portalUrl: string
}

/** The address that the link of a campaign and its square code hold. */
export const linkOf = (portalUrl: string, { code }: Pick<Campaign, 'code'>): string =>
  `${portalUrl}/go/${code}`

/** What would be said of a campaign on a day; absent where the Program is not in force. */
export function materialOn(
  { policy, portalUrl, demonstration }: MaterialHouse,
  campaign: Campaign,
  { language, madeOn }: Pick<MaterialSource, 'language' | 'madeOn'>,
): MaterialContent | undefined {
  const programme = programmeOn(policy, madeOn)
  const mission = missionOf(policy.missions, campaign.mission)
  if (!programme || !mission) return undefined
  const link = linkOf(portalUrl, campaign)
  const { laws } = policy
  const said = { language, madeOn, demonstration }
  return materialContent({ programme, laws, campaign, mission, link, ...said })
}

/** What material of a campaign says on a day: the law of that day, in the words of the portal. */
export function materialContent(source: MaterialSource): MaterialContent {
  const { programme, laws, campaign, mission, link, language, madeOn } = source
  const [told, words] = [programmeWords[language], materialWords[language]]
  const { figures, criteria, gets } = toldOf(source)
  return {
    language,
    madeOn,
    programme: words.programme,
    title: told.title,
    lead: told.lead,
    whatTitle: told.whatTitle,
    what: told.what,
    figures,
    criteria,
    gets,
    steps: STEPS.map(({ title, text }) => ({ title: told[title], text: told[text] })),
    event: {
      title: eventIn(campaign, language),
      place: campaign.place,
      days: formatDays(campaign, language),
    },
    mission: {
      title: mission.title[language],
      address: mission.address[language],
      open: mission.open[language],
      phone: mission.phone,
      email: mission.email,
    },
    link,
    acts: actsOf(basesOf(programme, language), { laws, language }),
    asOf: words.asOf.replace('{date}', formatDate(madeOn, language, 'plain')),
    notes: [
      ...([...figures, ...criteria, ...gets].some((each) => each.isProvisional)
        ? [words.provisional]
        : []),
      ...(source.demonstration ? [words.demonstration] : []),
    ],
    headings: {
      criteria: words.criteria,
      gets: told.getTitle,
      steps: told.stepsTitle,
      scan: words.scan,
      square: words.square.replace('{link}', link),
      ask: words.ask,
      acts: words.acts,
    },
  }
}

function toldOf({ programme, laws, language }: MaterialSource) {
  const [told, words] = [programmeWords[language], materialWords[language]]
  const resting = (bases: readonly Basis[]): Pick<Told, 'rests' | 'isProvisional'> => ({
    rests: bases.map((basis) => basisText(laws, basis, language)),
    isProvisional: bases.some(isProvisional),
  })
  return {
    figures: programmeFigures({ ...programme, language }).map(({ figure, text, basis }) => ({
      title: figure,
      text,
      ...resting([basis]),
    })),
    criteria: programme.scoring.criteria.map((criterion) => ({
      title: criterion.title[language],
      text: words.most.replace('{points}', amount(criterion.pointsMax, 'points', language)),
      points: criterion.pointsMax,
      ...resting([basisOf(criterion, 'pointsMax')]),
    })),
    gets: CONCESSIONS.map(({ title, text, bases }) => ({
      title: told[title],
      text: told[text],
      ...resting(bases),
    })),
  }
}

const basesOf = (
  { procedure, scoring }: MaterialSource['programme'],
  language: Language,
): readonly Basis[] => [
  ...programmeFigures({ procedure, scoring, language }).map(({ basis }) => basis),
  ...scoring.criteria.map((criterion) => basisOf(criterion, 'pointsMax')),
  ...CONCESSIONS.flatMap(({ bases }): readonly Basis[] => bases),
]

/** Each act once, in full, with its date where the register knows it. */
function actsOf(
  bases: readonly Basis[],
  { laws, language }: Pick<MaterialSource, 'laws' | 'language'>,
): readonly string[] {
  const ids = new Set(bases.flatMap((basis) => lawOf(basis)?.law ?? []))
  return [...ids].map((id) => {
    const law = lawById(laws, id)
    const act = law?.title[language] ?? id
    if (law?.date === undefined) return act
    const date = formatDate(law.date, language, 'plain')
    return materialWords[language].actOf.replace('{act}', act).replace('{date}', date)
  })
}
