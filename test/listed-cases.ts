import { randomUUID } from 'node:crypto'
import type { Stage } from '#core/cases/stages.ts'
import { onDay } from '#test/case-rows.ts'
import type { TestHouse } from '#test/house.ts'

/** Lists of cases in the office, filled and read. */

/** The numbers of cases on a page of a list, in its order. */
export const numbersIn = (page: string) =>
  [...page.matchAll(/HQM-TEST-[\d-]+|LIST-\d+/g)].map(([number]) => number)

type Filling = {
  readonly days: readonly (string | null)[]
  readonly prefix?: string
  readonly state?: string
  readonly stage?: Stage
}

/** Rows as they stand in the list, without the history behind them. */
export async function filled(
  { db }: TestHouse,
  { days, prefix = 'LIST-1', state = 'submitted', stage = 'examined' }: Filling,
) {
  await db
    .insertInto('caseFile')
    .values(
      days.map((dueOn, index) => ({
        id: randomUUID(),
        type: 'recognition',
        state,
        stage,
        stateSince: '2026-03-02',
        openedOn: '2026-03-02',
        version: 2,
        number: `${prefix}${String(index).padStart(3, '0')}`,
        field: 'ict',
        filedOn: '2026-03-02',
        endedOn: stage === 'ended' ? dueOn : null,
        dueOn: stage === 'ended' ? null : dueOn,
        counted: dueOn === null || stage === 'ended' ? null : JSON.stringify(onDay(dueOn)),
        changedAt: '2026-03-02T06:00:00.000Z',
      })),
    )
    .execute()
}

/** The page, and each behind it. */
export async function pagesOf(
  officer: { readonly get: (path: string) => Promise<Response> },
  address: string,
): Promise<readonly string[]> {
  const pages: string[] = []
  let next: string | undefined = address
  while (next !== undefined && pages.length < 10) {
    const page: string = await (await officer.get(next)).text()
    pages.push(page)
    next = /href="([^"]*)"[^>]*rel="next"/.exec(page)?.[1]?.replaceAll('&amp;', '&')
  }
  return pages
}
