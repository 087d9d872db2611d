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

/** By whom what is held by whoever acts, and by those for whom they act. */
export async function ownHoldings(
  tx: Tx,
  parties: readonly string[],
): Promise<ReadonlyMap<string, readonly Held[]>> {
  const rows = await tx
    .selectFrom('status')
    .leftJoin('event', 'event.id', 'status.endedBy')
    .select(['holder', 'number', 'status.kind', 'fromOn', 'untilOn', 'status.caseId'])
    .select(['state', 'event.happenedOn as endedOn', 'endedBy'])
    .where('holder', 'in', [...parties])
    .orderBy('fromOn')
    .execute()
  const own = rows.map(({ number, caseId, endedBy, ...row }) => ({
    ...row,
    endedOn: endedBy === null ? endedByTime(row) : row.endedOn,
    more: { number, caseId },
  }))
  const apart = (await heldBySame(tx)).filter(({ holder }) => parties.includes(holder))
  return byHolder([...own, ...apart.map((row) => ({ ...row, more: { apart: true } as const }))])
}

/** What whoever acts holds by what is kept of them elsewhere (one-person.sql). */
async function heldBySame(tx: Tx): Promise<readonly Row[]> {
  const { rows } = await sql<Row & { readonly byTime: boolean }>`
    select holder, kind, from_on, until_on, state, ended_on, by_time
    from held_by_same() order by from_on`.execute(tx)
  return rows.map(endedAsKnown)
}

/** The same of everybody in a family, without what would lead to their cases. */
export async function familyHoldings(
  tx: Tx,
  caseId: string,
): Promise<ReadonlyMap<string, readonly Held[]>> {
  const { rows } = await sql<Row & { readonly byTime: boolean }>`
    select holder, kind, from_on, until_on, state, ended_on, by_time
    from held_in_family(${caseId}::uuid) order by from_on`.execute(tx)
  return byHolder(rows.map(endedAsKnown))
}

const endedAsKnown = ({ byTime, ...row }: Row & { readonly byTime: boolean }): Row =>
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
