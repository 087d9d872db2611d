import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { canonicalBytes } from '#core/canonical.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import { NO_ID } from '#core/id.ts'
import { inTransaction, json, type Database, type Tx } from '#platform/database.ts'
import { dayCounted } from '#records/counted.ts'

/**
 * The days that lists are sorted by follow the calendars. Every page shows the right day at once,
 * since it counts; here only the order of rows catches up, a few cases at a time.
 */

/** Has a job follow these calendars, where the days were last written by others. */
export async function askToFollow(tx: Tx, calendars: Calendars): Promise<void> {
  await sql`select ask_to_follow(${hashOf(calendars)})`.execute(tx)
}

/**
 * Brings every open case and task to its place by these calendars; how many were moved. Whatever
 * stops it, it begins anew: nothing rests on how far it came.
 */
export async function followCalendars(db: Database, calendars: Calendars): Promise<number> {
  const days = new Map<string, IsoDate | undefined>()
  const dayFor = (counted: unknown): IsoDate | undefined => {
    const key = JSON.stringify(counted)
    if (!days.has(key)) days.set(key, dayCounted(counted, calendars))
    return days.get(key)
  }
  let [after, moved]: [string | undefined, number] = [NO_ID, 0]
  while (after !== undefined) {
    const page = await followPage(db, after, dayFor)
    moved += page.moved
    after = page.last
  }
  await sql`select note_followed(${hashOf(calendars)})`.execute(db)
  return moved
}

type Row = {
  readonly caseId: string
  readonly task: string | null
  readonly counted: unknown
  readonly dueOn: string | null
}

/** Whoever writes a case has it for a moment; one that stays locked is left to another run. */
const TRIES = 100
const AGAIN_MS = 50

async function followPage(
  db: Database,
  after: string,
  dayFor: (counted: unknown) => IsoDate | undefined,
): Promise<{ readonly moved: number; readonly last: string | undefined }> {
  let moved = 0
  for (let tries = 0; tries < TRIES; tries += 1) {
    const { rows } = await sql<Row>`
      select case_id, task, counted, due_on from days_to_follow(${after}::uuid)`.execute(db)
    const wrong = rows.flatMap(({ caseId, task, counted, dueOn }) => {
      const day = dayFor(counted)
      return day === undefined || day === dueOn
        ? []
        : [{ case_id: caseId, task, counted, due_on: day }]
    })
    if (wrong.length === 0) return { moved, last: rows.at(-1)?.caseId }
    const done = await inTransaction(db, (tx) =>
      sql<{ moved: number }>`select follow_days(${json(wrong)}) as moved`.execute(tx),
    )
    const here = done.rows[0]?.moved ?? 0
    moved += here
    if (here === wrong.length) return { moved, last: rows.at(-1)?.caseId }
    await pause(AGAIN_MS)
  }
  throw new Error('A case is held for longer than anybody writes one')
}

/** The same for the same days, in whatever order the years came. */
function hashOf(calendars: Calendars): string {
  const years = [...calendars.values()].toSorted((one, other) => one.year - other.year)
  const off = years.map(({ year, holidays, restDays, workedDays }) => ({
    year,
    off: [...new Set([...holidays.map(({ on }) => on), ...restDays])].toSorted(),
    worked: [...workedDays].toSorted(),
  }))
  return createHash('sha256').update(canonicalBytes(off)).digest('hex')
}
