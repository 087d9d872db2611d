import { sql } from 'kysely'
import type { Answers, Item } from '#core/answers/answers.ts'
import { addDays, isoDate, type IsoDate } from '#core/dated.ts'
import type { Holding } from '#core/concessions/classes.ts'
import type { Tx } from '#platform/database.ts'
import { openedItems } from '#records/answers.ts'
import type { Case } from '#records/read-case.ts'
import { IN_FORCE } from '#records/statuses.ts'

/**
 * Families: a case of several whom the law speaks of together. What one of them holds, and what
 * they wrote of themselves there, the others are shown while both are in it (family.sql).
 */

/** What somebody holds or held; with its number where it is of whoever asks, or in their care. */
export type Held = Holding & { readonly number?: string; readonly caseId?: string }

/** A status as it lies in its row, with the day on which it ended where whoever asks may know. */
export type HeldRow = {
  readonly kind: string
  readonly fromOn: string
  readonly untilOn: string
  readonly state: string
  readonly endedOn: string | null
}

type Row = HeldRow & { readonly holder: string }

/**
 * Until its own last day, or the day before it was taken. What was taken by a step that its holder
 * is not told of has a last day that nobody is told either: it is left out.
 */
export function heldIn({ kind, fromOn, untilOn, state, endedOn }: HeldRow): Holding | undefined {
  const [from, last] = [isoDate(fromOn), isoDate(untilOn)]
  if (state === IN_FORCE) return { kind, from, until: last }
  const until = endedOn === null ? undefined : dayBefore(isoDate(endedOn), last)
  return until !== undefined && until >= from ? { kind, from, until } : undefined
}

const dayBefore = (ended: IsoDate, last: IsoDate): IsoDate => {
  const day = addDays(ended, -1)
  return day < last ? day : last
}

/**
 * By whom what is held by whoever acts, and by those for whom they act; of whoever acts also what
 * they hold by what is kept of them elsewhere (one-person.sql).
 */
export async function ownHoldings(
  tx: Tx,
  parties: readonly string[],
): Promise<ReadonlyMap<string, readonly Held[]>> {
  const theirs = sql`any (${sql.val([...parties])}::uuid[])`
  const { rows } = await sql<OwnRow>`
    select holder, number, status.kind, from_on, until_on, status.case_id, state,
      event.happened_on as ended_on, ended_by is null as by_time
    from status left join event on event.id = ended_by
    where holder = ${theirs}
    union all
    select holder, null, kind, from_on, until_on, null, state, ended_on, by_time
    from held_by_same() where holder = ${theirs}
    order by from_on`.execute(tx)
  return byHolder(
    rows.map(({ number, caseId, ...row }) => ({
      ...endedAsKnown(row),
      more: number === null || caseId === null ? { apart: true } : { number, caseId },
    })),
  )
}

type OwnRow = ByTime & { readonly number: string | null; readonly caseId: string | null }

/** The same of everybody in a family, without what would lead to their cases. */
export async function familyHoldings(
  tx: Tx,
  caseId: string,
): Promise<ReadonlyMap<string, readonly Held[]>> {
  const { rows } = await sql<ByTime>`
    select holder, kind, from_on, until_on, state, ended_on, by_time
    from held_in_family(${caseId}::uuid) order by from_on`.execute(tx)
  return byHolder(rows.map(endedAsKnown))
}

type ByTime = Row & { readonly byTime: boolean }

const endedAsKnown = ({ byTime, ...row }: ByTime): Row =>
  byTime ? { ...row, endedOn: endedByTime(row) } : row

/** A status that its time ended was in force until its last day. */
export const endedByTime = ({ state, untilOn }: Pick<Row, 'state' | 'untilOn'>): string | null =>
  state === 'ended' ? addDays(isoDate(untilOn), 1) : null

function byHolder(
  rows: readonly (Row & { readonly more?: Pick<Held, 'number' | 'caseId' | 'apart'> })[],
): ReadonlyMap<string, readonly Held[]> {
  const held = new Map<string, Held[]>()
  for (const { more, ...row } of rows) {
    const holding = heldIn(row)
    if (holding) held.set(row.holder, [...(held.get(row.holder) ?? []), { ...holding, ...more }])
  }
  return held
}

/** What each in a family wrote of themselves for it. */
export async function familyAnswers(
  tx: Tx,
  { standing: { id }, several }: Case,
): Promise<ReadonlyMap<string, Answers>> {
  const { rows } = await sql<{
    readonly subject: string
    readonly block: string
    readonly readable: unknown
    readonly sealed: Buffer
  }>`select subject, block, readable, sealed from written_for_family(${id}::uuid)`.execute(tx)
  const written = new Map<string, Record<string, readonly Item[]>>()
  for (const { subject, block, readable, sealed } of rows) {
    const key = several?.keyOf(subject)
    if (key === undefined) continue
    const opened = openedItems({ caseId: id, partyId: subject, key }, { block, readable, sealed })
    written.set(subject, { ...written.get(subject), [block]: opened })
  }
  return written
}
