import { z } from 'zod'
import { isoDate, type IsoDate } from '#core/dated.ts'
import type { Counted } from '#core/deadlines/counted.ts'
import { countedIn, countedShape } from '#records/counted.ts'
import { thereIn, type LiesThere } from '#records/lies-there.ts'

/** One line of a work list. Names are sealed, so that the list has none. */
export type WorkRow = {
  readonly id: string
  readonly number: string
  readonly type: string
  readonly typeHash?: string
  readonly state: string
  readonly outcome?: string
  /** People of another system examine it. */
  readonly there?: LiesThere
  readonly field?: string
  /** Which mission is asked, by its code, and in which language whoever asks is written to. */
  readonly mission?: string
  readonly askedIn?: string
  readonly openedOn: IsoDate
  readonly endedOn?: IsoDate
  /** What is due first, and what its day is counted from; and the same of the statutory term. */
  readonly next?: Next
  readonly counted?: Counted
  /** What else waits for whoever looks, after that. */
  readonly beside?: readonly Next[]
  /** It stands in the list already, for what is due before. */
  readonly isAgain?: true
  /** Something of it is theirs by name, which anybody of their role could have. */
  readonly isByName?: true
  /** What was decided does not hold, so that it is decided anew. */
  readonly isAnew?: true
  /** Whom it was about was erased. */
  readonly erased: boolean
}

type Next = { readonly kind: string; readonly step: string; readonly counted?: Counted }

/** The same as the database gives it. */
export type Row = {
  readonly id: string
  readonly number: string | null
  readonly type: string
  readonly typeHash: string | null
  readonly state: string
  readonly outcome: string | null
  readonly field: string | null
  readonly mission: string | null
  readonly askedIn: string | null
  readonly openedOn: string
  readonly endedOn: string | null
  readonly nextKind: string | null
  readonly nextStep: string | null
  readonly nextCounted: unknown
  readonly counted: unknown
  readonly owed: unknown
  readonly there: unknown
  /** Whether something stands decided, or is decided anew for somebody. */
  readonly decided: 'anew' | 'over' | null
  readonly erased: boolean
  /** By which day it has its place in the list. */
  readonly at: string | null
}

export function workRow(row: Row): WorkRow {
  const { id, number, type, typeHash, state, outcome, field, openedOn, endedOn, erased } = row
  // What was answered is not due any more.
  const counted = row.decided === 'over' ? undefined : countedIn(row.counted)
  const owed = owedShape.parse(row.owed) ?? firstIn(row)
  const [next, ...beside] = owed.map(({ kind, step, counted: day }) => ({
    kind,
    step,
    ...(day === null ? {} : { counted: day }),
  }))
  return {
    id,
    number: number ?? '',
    type,
    ...(typeHash === null ? {} : { typeHash }),
    state,
    ...(outcome === null ? {} : { outcome }),
    ...thereIn(row.there),
    ...(field === null ? {} : { field }),
    ...(row.mission === null ? {} : { mission: row.mission }),
    ...(row.askedIn === null ? {} : { askedIn: row.askedIn }),
    openedOn: isoDate(openedOn),
    ...(endedOn === null ? {} : { endedOn: isoDate(endedOn) }),
    ...(next === undefined ? {} : { next }),
    ...(counted === undefined ? {} : { counted }),
    ...(beside.length === 0 ? {} : { beside }),
    ...(owed.some(({ named }) => named) ? { isByName: true } : {}),
    ...(owed[0]?.here === false ? { isAgain: true } : {}),
    ...(row.decided === 'anew' ? { isAnew: true } : {}),
    erased,
  }
}

const owedShape = z
  .array(
    z.strictObject({
      kind: z.string(),
      step: z.string(),
      counted: countedShape.nullable(),
      named: z.boolean(),
      here: z.boolean(),
    }),
  )
  .nullable()

/** What a list is about that does not ask for all that waits. */
const firstIn = ({ nextKind: kind, nextStep: step, nextCounted }: Row) =>
  kind === null || step === null
    ? []
    : [{ kind, step, counted: countedIn(nextCounted) ?? null, named: false, here: true }]
