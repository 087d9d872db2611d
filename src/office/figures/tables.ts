import { isNationality } from '#core/facts/countries.ts'
import { isIsoDate } from '#core/dated.ts'
import { isLanguage, type OfficeLanguage } from '#core/language.ts'
import { LANDINGS, type Landing } from '#core/promotion/campaigns.ts'
import { rowsBy, sumOfCampaigns, type Dimension, type Figure } from '#core/promotion/figures.ts'
import type { Mission } from '#core/promotion/missions.ts'
import { figuresWords } from '#office/figures/words.ts'
import { formatDate } from '#telling/dates.ts'
import { formatNumber } from '#telling/formatters.ts'
import { countryName, languageName } from '#telling/names-of-codes.ts'

/** Rows of a name and numbers: none where it is too small, null where it means nothing. */
export type FigureTable = {
  readonly code: TableCode
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly name: string
    readonly numbers: readonly (number | undefined | null)[]
  }[]
}

/** What a table is called in an address. */
type TableCode = 'country' | 'language' | 'week' | 'missions' | 'landings'

/** What there is to put into tables: the figures of a year and the campaigns in it. */
export type Shown = {
  readonly figures: readonly Figure[]
  readonly campaigns: readonly CampaignBrief[]
  readonly missions: readonly Mission[]
  /** Whether whoever reads sees all missions. */
  readonly seesAll: boolean
}

type CampaignBrief = {
  readonly id: string
  readonly mission: string
  readonly leadsTo: Landing
}

const OF_PEOPLE = [
  ['country', 'byCountry'],
  ['language', 'byLanguage'],
  ['week', 'byWeek'],
] as const

/** All tables that whoever reads may see, in the order of the page. */
export function tablesOf(shown: Shown, language: OfficeLanguage): readonly FigureTable[] {
  const words = figuresWords[language]
  const ofPeople = OF_PEOPLE.map(([by, title]) => ({
    code: by,
    title: words[title],
    columns: [words[by], words.submitted, words.recognised],
    rows: rowsBy(shown.figures, by).map(({ key, submitted, recognised }) => ({
      name: nameOf(by, key, language),
      numbers: [submitted, recognised].map(orFew),
    })),
  }))
  return [
    ...(shown.seesAll ? [missionsTable(shown, language)] : []),
    landingsTable(shown, language),
    ...ofPeople,
  ]
}

/** Nobody is shown as fewer than can be shown: which of the two it is nobody can tell. */
const orFew = (people: number): number | undefined => (people === 0 ? undefined : people)

function nameOf(by: Dimension, key: string | undefined, language: OfficeLanguage): string {
  const words = figuresWords[language]
  if (key === undefined) return words.others
  if (by === 'week') return isIsoDate(key) ? formatDate(key, language, 'plain') : key
  if (by === 'language') return isLanguage(key) ? languageName(key, language) : key
  return isNationality(key) ? countryName(key, language) : words.unknown
}

const reachColumns = (first: string, language: OfficeLanguage): readonly string[] => {
  const words = figuresWords[language]
  return [first, words.campaigns, words.followed, words.begun, words.perHundred]
}

function reachOf(
  shown: Shown,
  of: readonly CampaignBrief[],
): readonly (number | undefined | null)[] {
  const campaigns = of.map(({ id }) => id)
  const followed = sumOfCampaigns(shown.figures, { what: 'followed', campaigns })
  const begun = sumOfCampaigns(shown.figures, { what: 'begun', campaigns })
  // Where there is no campaign, there is nobody to be few of.
  if (of.length === 0) return [0, null, null, null]
  const perHundred = followed === 0 || begun === 0 ? null : Math.round((begun / followed) * 100)
  return [of.length, orFew(followed), orFew(begun), perHundred]
}

function missionsTable(shown: Shown, language: OfficeLanguage): FigureTable {
  const words = figuresWords[language]
  const codes = new Set(shown.campaigns.map(({ mission }) => mission))
  const former = [...codes].filter((code) => shown.missions.every((each) => each.code !== code))
  const all = [
    ...shown.missions.map(({ code, title }) => ({ code, name: title[language] })),
    ...former.map((code) => ({ code, name: code })),
  ]
  return {
    code: 'missions',
    title: words.missions,
    columns: reachColumns(words.mission, language),
    rows: all.map(({ code, name }) => ({
      name,
      numbers: reachOf(
        shown,
        shown.campaigns.filter(({ mission }) => mission === code),
      ),
    })),
  }
}

function landingsTable(shown: Shown, language: OfficeLanguage): FigureTable {
  const words = figuresWords[language]
  return {
    code: 'landings',
    title: words.landings,
    columns: reachColumns(words.landing, language),
    rows: LANDINGS.map((landing) => ({
      name: words[landing],
      numbers: reachOf(
        shown,
        shown.campaigns.filter(({ leadsTo }) => leadsTo === landing),
      ),
    })),
  }
}

/** The column whose lengths are drawn: the first that counts people. */
export const drawnIn = ({ code }: FigureTable): number =>
  code === 'missions' || code === 'landings' ? 1 : 0

/** A number as it is read. */
export function numberText(number: number | undefined | null, language: OfficeLanguage): string {
  if (number === null) return '–'
  return number === undefined ? figuresWords[language].few : formatNumber(number, language)
}

/** How long a row is drawn, as a share of the longest. */
export function shareOf(table: FigureTable, { numbers }: FigureTable['rows'][number]): number {
  const drawn = drawnIn(table)
  const longest = Math.max(1, ...table.rows.map((row) => row.numbers[drawn] ?? 0))
  return (numbers[drawn] ?? 0) / longest
}

/** A table as a file (RFC 4180), which opens in every spreadsheet and is a formula in none. */
export function csvOf({ columns, rows }: FigureTable): string {
  const lines = [columns, ...rows.map(({ name, numbers }) => [name, ...numbers.map(textOf)])]
  // The mark at the beginning is how a spreadsheet knows that ə and ş are meant.
  return `\uFEFF${lines.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`
}

const textOf = (number: number | undefined | null): string => String(number ?? '')

const quoted = (cell: string): string => {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return `"${safe.replaceAll('"', '""')}"`
}
