import type { IsoDate } from '#core/dated.ts'

/** What is counted of those whom the Program was told. */
export const COUNTED = ['followed', 'begun', 'applied', 'admitted'] as const
/** One of them. */
export type Counted = (typeof COUNTED)[number]

/** People who are shown together: by campaign, or by country and language. */
export type Figure = {
  /** The Monday of the week at whose end they were enough to be shown. */
  readonly week: IsoDate
  readonly what: Counted
  readonly people: number
  readonly campaign?: string
  readonly country?: string
  readonly language?: string
}

/** By what people are told apart in a table. */
export type Dimension = 'week' | 'country' | 'language'

/** A row of a table: no key are those who waited too long for others like them. */
export type FigureRow = {
  readonly key: string | undefined
  readonly applied: number
  readonly admitted: number
}

/** How many applied and were recognised, the most first; weeks the latest first. */
export function rowsBy(figures: readonly Figure[], by: Dimension): readonly FigureRow[] {
  const told = figures.filter(({ campaign }) => campaign === undefined)
  const rows = [...Map.groupBy(told, (figure) => figure[by])].map(([key, own]) => ({
    key,
    applied: sumOf(own, 'applied'),
    admitted: sumOf(own, 'admitted'),
  }))
  return rows.toSorted((one, two) =>
    by === 'week'
      ? (two.key ?? '').localeCompare(one.key ?? '', 'en')
      : Number(one.key === undefined) - Number(two.key === undefined) ||
        two.applied - one.applied ||
        two.admitted - one.admitted ||
        (one.key ?? '').localeCompare(two.key ?? '', 'en'),
  )
}

/** So many people in all. */
export const sumOf = (figures: readonly Figure[], what: Counted): number =>
  figures.reduce((sum, figure) => (figure.what === what ? sum + figure.people : sum), 0)

/** The same of the campaigns with these ids alone. */
export const sumOfCampaigns = (
  figures: readonly Figure[],
  { what, campaigns }: { readonly what: Counted; readonly campaigns: readonly string[] },
): number => {
  const wanted = new Set(campaigns)
  return sumOf(
    figures.filter(({ campaign }) => campaign !== undefined && wanted.has(campaign)),
    what,
  )
}
