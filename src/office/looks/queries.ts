import { sql } from 'kysely'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'

/** One look of an official at a person's data. */
export type LookRow = {
  readonly id: string
  readonly at: IsoMoment
  readonly actor: string
  readonly role: string
  readonly body?: string
  readonly page: string
  readonly caseId?: string
  readonly number?: string
}

export type LooksPage = { readonly rows: readonly LookRow[]; readonly next?: LookPlace }
export type LookPlace = { readonly at: IsoMoment; readonly id: string }

const PAGE_ROWS = 50

/** The newest looks first; after a place, those before it. */
export async function recentLooks(tx: Tx, before: LookPlace | undefined): Promise<LooksPage> {
  const { at, id } = before ?? { at: 'infinity', id: LAST_ID }
  const { rows } = await sql<Row>`
    select l.id, l.at, l.actor, l.role, l.body, l.page, l.case_id, f.number
    from look l
    left join case_file f on f.id = l.case_id
    where (l.at, l.id) < (${at}::timestamptz, ${id}::uuid)
    order by l.at desc, l.id desc
    limit ${PAGE_ROWS + 1}`.execute(tx)
  const shown = rows.slice(0, PAGE_ROWS).map(lookOf)
  const last = shown.at(-1)
  return rows.length > PAGE_ROWS && last
    ? { rows: shown, next: { at: last.at, id: last.id } }
    : { rows: shown }
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

type Row = {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly role: string
  readonly body: string | null
  readonly page: string
  readonly caseId: string | null
  readonly number: string | null
}

function lookOf({ id, at, actor, role, body, page, caseId, number }: Row): LookRow {
  return {
    id,
    at: isoMoment(at),
    actor,
    role,
    page,
    ...(body === null ? {} : { body }),
    ...(caseId === null ? {} : { caseId: caseId }),
    ...(number === null ? {} : { number }),
  }
}
