import { sql } from 'kysely'
import { isoDate, type IsoDate } from '#core/dated.ts'
import type { Tx } from '#platform/database.ts'
import type { Counted } from '#core/deadlines/counted.ts'
import { casesAboutCase, casesAboutStatuses } from '#records/cases-about.ts'
import { countedIn } from '#records/counted.ts'
import { thereIn, thereOf, type LiesThere } from '#records/lies-there.ts'

/** A status as officials read of it; the code on its paper is its holder's alone. */
export type StatusSeen = {
  readonly number: string
  readonly kind: string
  readonly state: string
  readonly endedAs?: string
  readonly validFrom: IsoDate
  readonly validUntil: IsoDate
  /** The case that gave it. */
  readonly caseId: string
  /** What it rests on. */
  readonly base?: Base
  /** What is about it, the newest first. */
  readonly cases: readonly CaseAbout[]
}

/** A status on which another rests, and the case that gave it. */
type Base = Pick<StatusSeen, 'number' | 'kind' | 'state' | 'endedAs' | 'caseId'>

export type CaseAbout = {
  readonly id: string
  readonly type: string
  readonly typeHash?: string
  readonly number: string
  readonly state: string
  readonly outcome?: string
  readonly there?: LiesThere
  readonly ended: boolean
}

/** What a case gave, or the status with that number. */
export async function statusSeen(
  tx: Tx,
  by: { readonly caseId: string; readonly holder?: string } | { readonly number: string },
): Promise<StatusSeen | undefined> {
  const [column, value] =
    'number' in by
      ? (['status.number', by.number] as const)
      : (['status.caseId', by.caseId] as const)
  const rows = await tx
    .selectFrom('status')
    .leftJoin(casesAboutStatuses(tx).as('about'), 'about.aboutStatus', 'status.number')
    .leftJoin('status as base', 'base.number', 'status.restsOn')
    .select(['base.number as baseNumber', 'base.kind as baseKind', 'base.state as baseState'])
    .select(['base.endedAs as baseEndedAs', 'base.caseId as baseCase'])
    .select(['status.number as statusNumber', 'status.kind', 'status.state as statusState'])
    .select(['status.endedAs', 'status.fromOn', 'status.untilOn', 'status.caseId'])
    .select(['about.id', 'about.type', 'about.typeHash', 'about.number', 'about.state'])
    .select(['about.stage', 'about.outcome'])
    .select(thereOf(sql`about.id`).as('there'))
    .where(column, '=', value)
    .$if('caseId' in by && by.holder !== undefined, (each) =>
      each.where('status.holder', '=', 'caseId' in by ? (by.holder ?? '') : ''),
    )
    .orderBy('about.openedOn', 'desc')
    .orderBy('about.id')
    .execute()
  const [row] = rows
  if (!row) return undefined
  const { endedAs } = row
  return {
    number: row.statusNumber,
    kind: row.kind,
    state: row.statusState,
    ...(endedAs === null ? {} : { endedAs }),
    validFrom: isoDate(row.fromOn),
    validUntil: isoDate(row.untilOn),
    caseId: row.caseId,
    ...baseIn(row),
    cases: rows.flatMap(caseAbout),
  }
}

/** A case about one in which nothing is decided; told, by when something is to be. */
export type Complaint = CaseAbout & { readonly told?: Counted }

/** Those about this case, the newest first. */
export async function complaintsAbout(tx: Tx, caseId: string): Promise<readonly Complaint[]> {
  const rows = await casesAboutCase(tx, caseId)
    .select((each) =>
      each
        .selectFrom('task')
        .innerJoin('event', 'event.id', 'task.openedBy')
        .select('task.counted')
        .whereRef('event.caseId', '=', 'caseFile.id')
        .where('task.caseId', '=', caseId)
        .where('task.kind', '=', 'notice')
        .where('task.state', '=', 'open')
        .limit(1)
        .as('told'),
    )
    .execute()
  return rows.flatMap((row) => {
    const told = countedIn(row.told)
    return caseAbout(row).map((each) => ({ ...each, ...(told === undefined ? {} : { told }) }))
  })
}

type BaseRow = {
  readonly [Column in 'baseNumber' | 'baseKind' | 'baseState' | 'baseEndedAs' | 'baseCase']:
    string | null
}

function baseIn(row: BaseRow): Pick<StatusSeen, 'base'> {
  const { baseNumber: number, baseKind: kind, baseState: state, baseEndedAs, baseCase } = row
  if (number === null || kind === null || state === null || baseCase === null) return {}
  const endedAs = baseEndedAs === null ? {} : { endedAs: baseEndedAs }
  return { base: { number, kind, state, caseId: baseCase, ...endedAs } }
}

type AboutRow = {
  readonly [Column in 'id' | 'type' | 'typeHash' | 'number' | 'state' | 'stage' | 'outcome']:
    string | null
} & { readonly there?: unknown }

/** Nothing is about it where the row has no case. */
export function caseAbout({
  id,
  type,
  typeHash,
  number,
  state,
  stage,
  outcome,
  there = null,
}: AboutRow): CaseAbout[] {
  if (id === null || type === null || state === null) return []
  return [
    {
      id,
      type,
      ...(typeHash === null ? {} : { typeHash }),
      number: number ?? '',
      state,
      ...(outcome === null ? {} : { outcome }),
      ...thereIn(there),
      ended: stage === 'ended',
    },
  ]
}
