import { isNationality } from '#core/facts/countries.ts'
import { isIsoDate } from '#core/dated.ts'
import { isLanguage, type OfficeLanguage } from '#core/language.ts'
import { eventIn, LANDINGS, type Campaign } from '#core/promotion/campaigns.ts'
import { rowsBy, sumOfCampaigns, type Dimension, type Figure } from '#core/promotion/figures.ts'
import { MATERIAL_KINDS, type MaterialKind } from '#core/promotion/material.ts'
import { missionOf, type Mission } from '#core/promotion/missions.ts'
import { figuresWords } from '#office/figures/words.ts'
import { materialKinds } from '#office/material-kinds.ts'
import { paths } from '#office/paths.ts'
import { formatDate, formatDays } from '#telling/dates.ts'
import { formatNumber } from '#telling/formatters.ts'
import { countryName, languageName } from '#telling/names-of-codes.ts'
import { spreadsheetOf } from '#telling/spreadsheet.ts'

/** A number of people, or of campaigns: none where it is too small, null where it means nothing. */
type Count = number | undefined | null

const OF_REACH = ['campaigns', 'followed', 'begun', 'perHundred'] as const
const OF_APPLYING = ['applied', 'admitted'] as const
type NumberCode = (typeof OF_REACH)[number] | (typeof OF_APPLYING)[number]

/** What a table is called in an address. */
type TableCode = 'missions' | 'events' | 'landings' | 'printed' | 'country' | 'language' | 'week'

/** Rows of names and numbers. */
export type FigureTable = {
  readonly code: TableCode
  readonly title: string
  /** What each of the texts of a row says. */
  readonly of: readonly string[]
  readonly numbers: readonly NumberCode[]
  readonly rows: readonly FigureRow[]
  /** The number of which the most stands first. */
  readonly sortedBy?: NumberCode
  /** Its rows usually stand otherwise. */
  readonly isMoved?: boolean
  /** Said instead of a single row of all others. */
  readonly alone?: string
}

type FigureRow = {
  /** As cells of a file: days so that they sort. */
  readonly texts: readonly string[]
  readonly name: string
  /** What a page and paper say under the name. */
  readonly about?: string
  /** Where what the row is of can be read. */
  readonly href?: string
  readonly counts: readonly Count[]
  /** Machines followed one of its links. */
  readonly isUncounted: boolean
}

/** What there is to put into tables: the figures of a year and the campaigns in it. */
export type Shown = {
  readonly figures: readonly Figure[]
  readonly campaigns: readonly CampaignBrief[]
  readonly missions: readonly Mission[]
  /** Whether whoever reads sees all missions. */
  readonly seesAll: boolean
}

type CampaignBrief = Pick<
  Campaign,
  'id' | 'mission' | 'leadsTo' | 'event' | 'languages' | 'from' | 'until' | 'isUncounted'
> & { readonly kinds: readonly MaterialKind[] }

/** All tables that whoever reads may see, in the order of the page. */
export function tablesOf(shown: Shown, language: OfficeLanguage): readonly FigureTable[] {
  return [
    ...(shown.seesAll ? [missionsTable(shown, language)] : []),
    eventsTable(shown, language),
    landingsTable(shown, language),
    printedTable(shown, language),
    ...(['country', 'language', 'week'] as const).map((by) => peopleTable(shown, by, language)),
  ]
}

/** What came of all that whoever reads may see. */
export const togetherOf = (shown: Shown, language: OfficeLanguage): string => {
  const counts = countsOf(shown, shown.campaigns)
  const told = OF_REACH.flatMap((code, index) => {
    const count = counts[index]
    if (code === 'perHundred' || count === null) return []
    return [`${figuresWords[language][code]}: ${countText(count, language)}`]
  })
  return `${figuresWords[language].sum}. ${told.join(' · ')}`
}

/** Nobody is shown as fewer than can be shown: which of the two it is nobody can tell. */
const orFew = (people: number): number | undefined => (people === 0 ? undefined : people)

function peopleTable(shown: Shown, by: Dimension, language: OfficeLanguage): FigureTable {
  const words = figuresWords[language]
  const found = rowsBy(shown.figures, by)
  const rows = found.map(({ key, applied, admitted }) => {
    const name = nameOf(by, key, language)
    const text = by === 'week' ? (key ?? name) : name
    const counts = [applied, admitted].map(orFew)
    return { texts: [text], name, counts, isUncounted: false }
  })
  const [only] = rows
  const isAlone = found.length === 1 && found[0]?.key === undefined
  return {
    code: by,
    title: words.by[by],
    of: [words[by]],
    numbers: OF_APPLYING,
    rows,
    ...(only && isAlone ? { alone: aloneText(only.counts, by, language) } : {}),
  }
}

const aloneText = (counts: readonly Count[], by: Dimension, language: OfficeLanguage): string => {
  const [applied = '', admitted = ''] = counts.map((count) =>
    countText(count, language).toLocaleLowerCase(language),
  )
  return figuresWords[language].alone[by]
    .replace('{applied}', applied)
    .replace('{admitted}', admitted)
}

function nameOf(by: Dimension, key: string | undefined, language: OfficeLanguage): string {
  const words = figuresWords[language]
  if (key === undefined) return words.others
  if (by === 'week') return isIsoDate(key) ? formatDate(key, language, 'plain') : key
  if (by === 'language') return isLanguage(key) ? languageName(key, language) : key
  return isNationality(key) ? countryName(key, language) : words.unknown
}

function countsOf(shown: Shown, of: readonly CampaignBrief[]): readonly Count[] {
  const campaigns = of.map(({ id }) => id)
  const followed = sumOfCampaigns(shown.figures, { what: 'followed', campaigns })
  const begun = sumOfCampaigns(shown.figures, { what: 'begun', campaigns })
  // Where there is no campaign, there is nobody to be few of.
  if (of.length === 0) return [0, null, null, null]
  const perHundred = followed === 0 || begun === 0 ? null : Math.round((begun / followed) * 100)
  return [of.length, orFew(followed), orFew(begun), perHundred]
}

/** What came of campaigns that have something in common. */
const reachRow = (shown: Shown, name: string, of: readonly CampaignBrief[]): FigureRow => ({
  texts: [name],
  name,
  counts: countsOf(shown, of),
  isUncounted: of.some(({ isUncounted }) => isUncounted),
})

function missionsTable(shown: Shown, language: OfficeLanguage): FigureTable {
  const words = figuresWords[language]
  const codes = shown.campaigns.map(({ mission }) => mission)
  const all = new Set([...shown.missions.map(({ code }) => code), ...codes])
  const rows = [...all].map((code) => {
    const own = shown.campaigns.filter(({ mission }) => mission === code)
    const query = new URLSearchParams({ mission: code }).toString()
    const href = `${paths.campaigns.to(language)}?${query}`
    return { ...reachRow(shown, missionName(shown, code, language), own), href }
  })
  const title = words.missions
  return mostFirst({ code: 'missions', title, of: [words.mission], numbers: OF_REACH, rows })
}

/** One that is gone from the policy goes by its code. */
const missionName = ({ missions }: Shown, code: string, language: OfficeLanguage): string =>
  missionOf(missions, code)?.title[language] ?? code

function eventsTable(shown: Shown, language: OfficeLanguage): FigureTable {
  const words = figuresWords[language]
  const rows = shown.campaigns.map((campaign) => {
    const { id, from, until, isUncounted } = campaign
    const mission = missionName(shown, campaign.mission, language)
    const days = formatDays(campaign, language)
    const name = eventIn(campaign, language)
    return {
      texts: [name, mission, from, until],
      name,
      about: shown.seesAll ? `${mission} · ${days}` : days,
      href: paths.campaign.to(language, { id }),
      counts: countsOf(shown, [campaign]).slice(1),
      isUncounted,
    }
  })
  const of = [words.event, words.mission, words.from, words.until]
  const numbers = OF_REACH.slice(1)
  return mostFirst({ code: 'events', title: words.events, of, numbers, rows })
}

function landingsTable(shown: Shown, language: OfficeLanguage): FigureTable {
  const words = figuresWords[language]
  return {
    code: 'landings',
    title: words.landings,
    of: [words.landing],
    numbers: OF_REACH,
    rows: LANDINGS.map((landing) => {
      const own = shown.campaigns.filter(({ leadsTo }) => leadsTo === landing)
      return reachRow(shown, words[landing], own)
    }),
  }
}

/** A campaign of which much was printed is in each of its rows. */
function printedTable(shown: Shown, language: OfficeLanguage): FigureTable {
  const words = figuresWords[language]
  const bare = shown.campaigns.filter(({ kinds }) => kinds.length === 0)
  return {
    code: 'printed',
    title: words.printed,
    of: [words.piece],
    numbers: OF_REACH,
    rows: [
      ...MATERIAL_KINDS.flatMap((kind) => {
        const own = shown.campaigns.filter(({ kinds }) => kinds.includes(kind))
        return own.length === 0 ? [] : [reachRow(shown, materialKinds[language][kind], own)]
      }),
      ...(bare.length === 0 ? [] : [reachRow(shown, words.nothingPrinted, bare)]),
    ],
  }
}

/** The number whose lengths are drawn: the first that counts people. */
export const drawnIn = ({ numbers }: FigureTable): number => (numbers[0] === 'campaigns' ? 1 : 0)

const mostFirst = (table: FigureTable): FigureTable => ({
  ...sortedBy(table, table.numbers[drawnIn(table)] ?? ''),
  isMoved: false,
})

/** The same rows, the most of that number first; those that are too small or mean nothing last. */
export function sortedBy(table: FigureTable, number: string): FigureTable {
  const code = table.numbers.find((each) => each === number)
  if (code === undefined) return table
  const index = table.numbers.indexOf(code)
  const most = ({ counts }: FigureRow): number => counts[index] ?? -1
  const rows = table.rows.toSorted((one, two) => most(two) - most(one))
  return { ...table, rows, sortedBy: code, isMoved: true }
}

/** A number as it is read. */
export function countText(count: Count, language: OfficeLanguage): string {
  if (count === null) return '–'
  return count === undefined ? figuresWords[language].few : formatNumber(count, language)
}

/** How long a row is drawn, as a share of the longest. */
export function shareOf(table: FigureTable, { counts }: FigureRow): number {
  const drawn = drawnIn(table)
  const longest = Math.max(1, ...table.rows.map((row) => row.counts[drawn] ?? 0))
  return (counts[drawn] ?? 0) / longest
}

/** A table as a file. What is too small is a word to filter by, which the head explains. */
export function fileOf(table: FigureTable, language: OfficeLanguage): string {
  const words = figuresWords[language]
  const { of, numbers, rows } = table
  const countsMachines = rows.some(({ isUncounted }) => isUncounted)
  const few = words.few.toLocaleLowerCase(language)
  const textIn = (count: Count) => (count === undefined ? words.fewInFile : (count ?? ''))
  return spreadsheetOf([
    [
      ...of,
      ...numbers.map((code) =>
        code === 'campaigns' || code === 'perHundred'
          ? words[code]
          : `${words[code]} (${words.fewInFile} = ${few})`,
      ),
      ...(countsMachines ? [words.uncounted] : []),
    ],
    ...rows.map(({ texts, counts, isUncounted }) => [
      ...texts,
      ...counts.map(textIn),
      ...(countsMachines ? [isUncounted ? words.yes : ''] : []),
    ]),
  ])
}
