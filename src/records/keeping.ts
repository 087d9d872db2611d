import { sql } from 'kysely'
import { dealWith, keptUntil, type Ending } from '#core/cases/keeping.ts'
import { isoDate, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { NO_ID } from '#core/id.ts'
import { KEEP_ENDS } from '#core/policy/case-type.ts'
import { descriptionOf, type Description } from '#core/policy/policy.ts'
import { termOf } from '#core/policy/procedure.ts'
import { inTransaction, json, type Tx } from '#platform/database.ts'
import { erasePart } from '#records/erasing.ts'
import type { House } from '#records/house.ts'
import { letterRow, type Reading } from '#records/letters.ts'

/** One subject of an ended case: what became of them, and who reads of it. */
export type Kept = {
  readonly lookOn: IsoDate
  readonly caseId: string
  readonly party: string
  /** What is found holds while it has this number. */
  readonly version: number
  /** After which day they were told that it goes. */
  readonly goesAfter: string | null
  readonly number: string
  readonly type: string
  readonly typeHash: string | null
  readonly procedureHash: string | null
  readonly scoringHash: string | null
  readonly state: string
  readonly endedOn: string
  readonly decided:
    (Omit<NonNullable<Ending['decided']>, 'toldOn'> & { readonly toldOn: IsoDate | null }) | null
  readonly gave: readonly (IsoDate | null)[] | null
  readonly readers: readonly Reading[] | null
}

/** The moment, and the day that it is in. */
type Now = { readonly at: IsoMoment; readonly on: IsoDate }

type Place = Pick<Kept, 'lookOn' | 'caseId' | 'party'>

/** A page of those whose turn it is, in the order of their days. */
export async function keptToLookAt(
  tx: Tx,
  { on, after }: { readonly on: IsoDate; readonly after?: Place | undefined },
): Promise<readonly Kept[]> {
  const { lookOn = LONG_AGO, caseId = NO_ID, party = NO_ID } = after ?? {}
  const { rows } = await sql<Kept>`
    select * from keepings_to_look_at(
      ${on}::date, ${lookOn}::date, ${caseId}::uuid, ${party}::uuid
    )`.execute(tx)
  return rows
}

const LONG_AGO = '-infinity'

/** What follows for one of them on a day. */
export type Found = {
  readonly kept: Kept
  readonly until: IsoDate | undefined
  readonly dealing: ReturnType<typeof dealWith>
  readonly description: Description
}

/** By the law of the case, and by the calendars of now. */
export function foundOf({ policy }: House, kept: Kept, on: IsoDate): Found {
  const { type, typeHash, procedureHash, scoringHash, goesAfter } = kept
  const description = descriptionOf(
    policy,
    {
      type,
      ...(typeHash === null ? {} : { typeHash }),
      ...(procedureHash === null ? {} : { procedure: procedureHash }),
      ...(scoringHash === null ? {} : { scoring: scoringHash }),
    },
    on,
  )
  const { procedure } = description
  const { calendars } = policy
  const until = keptUntil(description.type, endingOf(kept), { procedure, calendars })
  const notice = termOf(procedure, description.type.keep?.notice ?? '')
  const told = goesAfter === null ? {} : { announced: isoDate(goesAfter) }
  const dealing = notice
    ? dealWith({ until, ...told, on, notice, calendars })
    : ({ does: 'wait' } as const)
  return { kept, until, dealing, description }
}

const endingOf = ({ endedOn, decided, gave }: Kept): Ending => ({
  endedOn: isoDate(endedOn),
  decided: decided ? { ...decided, toldOn: decided.toldOn ?? undefined } : undefined,
  gave: (gave ?? []).map((day) => day ?? undefined),
})

/** Of which nothing is to be done today: until when each is kept, and when it is looked at. */
export async function noteKept(tx: Tx, found: readonly Found[]): Promise<void> {
  const rows = found.flatMap(({ kept: { caseId, party, version }, until, dealing }) =>
    dealing.does === 'wait'
      ? {
          case_id: caseId,
          party,
          version,
          look_on: dealing.lookOn ?? null,
          kept_until: until ?? null,
        }
      : [],
  )
  if (rows.length > 0) await sql`select note_keepings(${json(rows)})`.execute(tx)
}

/** Tells whoever can sign in after which day it goes: once. */
export async function announceEnd(
  house: House,
  { kept, until, description }: Found,
  { after, at, on }: Now & { readonly after: IsoDate },
): Promise<void> {
  const { caseId, party, number, version } = kept
  const { calendars } = house.policy
  const key = (await house.keys.read({ cases: [caseId] })).of({ party, caseId })
  const rule = description.type.letters.find((each) => each.on === KEEP_ENDS)
  if (key === 'erased' || !rule) return
  const values = {
    number,
    dueOn: after,
    stepDueOn: '',
    application: caseId,
    typeHash: kept.typeHash ?? description.typeHash,
    provisional: [],
  }
  const letters = (kept.readers ?? []).map((reader) =>
    letterRow(reader, { code: rule.code, values, key, at, calendars }),
  )
  const row = { case_id: caseId, party, version, kept_until: until, goes_after: after }
  await inTransaction(house.db, async (tx) => {
    await sql`select announce_keeping(${json(row)}, ${on}::date, ${json(letters)})`.execute(tx)
  })
}

/** Erases it, unless something stands against that, which is asked again while the case is held. */
export async function eraseKept(
  house: House,
  { caseId, party: partyId, version }: Kept,
  { at, on }: Now,
): Promise<void> {
  await inTransaction(house.db, async (tx) => {
    const { rows } = await sql<{ ground: string | null }>`
      select let_go(${caseId}::uuid, ${partyId}::uuid, ${version}, ${on}::date) as ground`.execute(
      tx,
    )
    const ground = rows[0]?.ground
    if (typeof ground === 'string') {
      await erasePart(tx, house, { part: { partyId, caseId }, ground, at })
    }
  })
}

/** Until when what is kept of somebody in a case is there, as far as that is known. */
export type Keeping = {
  readonly party: string
  /** The last day on which it certainly is. */
  readonly until: IsoDate
  /** After which day it goes, once that was told; or once it was decided that they are erased. */
  readonly goesAfter?: IsoDate
  /** That is decided, and not only what follows from how long it is kept. */
  readonly isDecided?: true
}

/** Of each subject of a case of whom that is known. */
export async function keepingsOf(tx: Tx, caseId: string): Promise<readonly Keeping[]> {
  const rows = await tx
    .selectFrom('keeping')
    .select(['party', 'keptUntil', 'goesAfter'])
    .select((each) =>
      each
        .selectFrom('effect')
        .select((decided) => decided.fn.min('effect.dueOn').as('dueOn'))
        .where('effect', '=', 'erase')
        .where('state', '=', 'waiting')
        .where(sql<boolean>`target = keeping.party::text`)
        .as('erasedAfter'),
    )
    .where('caseId', '=', caseId)
    .where('erasedAt', 'is', null)
    .execute()
  return rows.flatMap(({ party, keptUntil, goesAfter, erasedAfter }) => {
    if (erasedAfter !== null && (keptUntil === null || erasedAfter <= keptUntil)) {
      const goes = isoDate(erasedAfter)
      return { party, until: goes, goesAfter: goes, isDecided: true as const }
    }
    if (keptUntil === null) return []
    const told = goesAfter === null ? {} : { goesAfter: isoDate(goesAfter) }
    return { party, until: isoDate(keptUntil), ...told }
  })
}
