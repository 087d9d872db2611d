import { addDays, type IsoDate } from '#core/dated.ts'
import { LANGUAGES, type Language, type Words } from '#core/language.ts'
import type { ShortCode } from '#core/promotion/short-code.ts'

/** Pages that the link of a campaign can lead to. */
export const LANDINGS = ['welcome', 'criteria', 'estimate'] as const
/** One of them. */
export type Landing = (typeof LANDINGS)[number]

/** What a mission says of one event at which it tells of the Program. */
export type CampaignSaid = {
  /** The name of the event in each language of the campaign, and in no other. */
  readonly event: Readonly<Partial<Words>>
  readonly place: string
  readonly from: IsoDate
  readonly until: IsoDate
  readonly languages: readonly Language[]
  readonly leadsTo: Landing
}

/** What was said so, with the link by which it is told. */
export type Campaign = CampaignSaid & {
  readonly id: string
  readonly mission: string
  readonly code: ShortCode
  readonly version: number
  readonly retiredOn?: IsoDate
  /** Machines followed its link: some of what followed is not in its figures. */
  readonly isUncounted: boolean
}

/** A campaign as somebody wrote it, before it is known to be one. */
export type CampaignTyped = {
  readonly event: Readonly<Record<Language, string>>
  readonly place: string
  readonly from: IsoDate | undefined
  readonly until: IsoDate | undefined
  readonly languages: readonly string[]
  readonly leadsTo: string
}

/** So long may a name be that a poster shows in one size. */
export const EVENT_LETTERS_MAX = 80
/** As long as a line of a leaflet, or two. */
export const PLACE_LETTERS_MAX = 120
/** Further ahead nobody knows what will hold. */
const DAYS_AHEAD_MAX = 730
/** So many days it may last, both ends included. */
export const DAYS_LONG_MAX = 184

/** A field of its form. */
export type CampaignField =
  'place' | 'from' | 'until' | 'languages' | 'leadsTo' | `event-${Language}`
/** What can be wrong with one. */
export type CampaignFault =
  'missing' | 'too-long' | 'is-over' | 'too-far' | 'before-it-begins' | 'lasts-too-long'

/** A campaign, or what is wrong with it. */
export type CampaignJudged =
  | { readonly ok: true; readonly said: CampaignSaid }
  | { readonly ok: false; readonly faults: ReadonlyMap<CampaignField, CampaignFault> }

/** What was written as a campaign, or all that is wrong with it, in the order of the form. */
export function judgeCampaign(typed: CampaignTyped, today: IsoDate): CampaignJudged {
  const { place, from, until } = typed
  const languages = LANGUAGES.filter((language) => typed.languages.includes(language))
  const leadsTo = LANDINGS.find((landing) => landing === typed.leadsTo)
  const faults = new Map<CampaignField, CampaignFault>()
  if (languages.length === 0) faults.set('languages', 'missing')
  for (const language of languages) {
    const fault = textFault(typed.event[language], EVENT_LETTERS_MAX)
    if (fault) faults.set(`event-${language}`, fault)
  }
  const placeFault = textFault(place, PLACE_LETTERS_MAX)
  if (placeFault) faults.set('place', placeFault)
  if (from === undefined) faults.set('from', 'missing')
  else if (from > addDays(today, DAYS_AHEAD_MAX)) faults.set('from', 'too-far')
  const untilFault = lastDayFault({ from, until }, today)
  if (untilFault) faults.set('until', untilFault)
  if (leadsTo === undefined) faults.set('leadsTo', 'missing')
  if (faults.size > 0 || !from || !until || !leadsTo) return { ok: false, faults }
  const event = Object.fromEntries(languages.map((each) => [each, typed.event[each]]))
  return { ok: true, said: { event, place, from, until, languages, leadsTo } }
}

const textFault = (text: string, most: number): CampaignFault | undefined =>
  text === '' ? 'missing' : Array.from(text).length > most ? 'too-long' : undefined

function lastDayFault(
  { from, until }: Pick<CampaignTyped, 'from' | 'until'>,
  today: IsoDate,
): CampaignFault | undefined {
  if (until === undefined) return 'missing'
  if (until < today) return 'is-over'
  if (from !== undefined && until < from) return 'before-it-begins'
  if (from !== undefined && until >= addDays(from, DAYS_LONG_MAX)) return 'lasts-too-long'
  return undefined
}

/** What somebody would miss if a campaign were deleted. */
export type CampaignKept = {
  readonly madeOn: IsoDate
  /** Material was made of it, which may hang somewhere. */
  readonly isPrinted: boolean
  /** Figures of it were shown, or it was said that some are missing. */
  readonly isShown: boolean
}

/** Why a campaign can only be retired any more. */
export type WhyKept = 'printed' | 'shown' | 'begun'

/**
 * Absent where it can still be deleted. That a few have followed its link is no reason: a consul
 * who sees that it cannot be deleted any more would know that one of them came.
 */
export function whyKept(
  { from }: Pick<Campaign, 'from'>,
  { madeOn, isPrinted, isShown }: CampaignKept,
  today: IsoDate,
): WhyKept | undefined {
  if (isPrinted) return 'printed'
  if (isShown) return 'shown'
  return from <= today && madeOn !== today ? 'begun' : undefined
}

/** How the event is called by somebody who reads this language, or else the first it is told in. */
export function eventIn(
  { event, languages }: Pick<CampaignSaid, 'event' | 'languages'>,
  language: Language,
): string {
  const [first] = languages
  return event[language] ?? (first && event[first]) ?? ''
}

/** The language in which the link of a campaign is answered, of those that a browser wants. */
export const languageOf = (
  { languages }: Pick<CampaignSaid, 'languages'>,
  wanted: readonly Language[],
): Language => wanted.find((each) => languages.includes(each)) ?? languages[0] ?? 'en'
