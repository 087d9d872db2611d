import { sql } from 'kysely'
import { addDays, yearOf, type IsoDate } from '#core/dated.ts'
import { calendarOf, nextWorkingDay, type Calendars } from '#core/deadlines/working-days.ts'
import { systemClock } from '#platform/calendar.ts'
import { connect, disconnect, type Database } from '#platform/database.ts'
import { followCalendars } from '#records/calendars.ts'
import { inHouse, onGround, type Ground } from './ground.ts'
import { generated } from './lists.ts'
import { quantile } from './rounds.ts'
import { figure, milliseconds, within, type Figure } from './table.ts'

/** How long sort keys take to follow a calendar, and how long a writer waits for them meanwhile. */
export const measureCalendars = (root: string): Promise<readonly Figure[]> =>
  onGround(root, async (ground) => {
    const figures: Figure[] = []
    for (const cases of [10_000, 100_000]) figures.push(await followed(ground, cases))
    return figures
  })

const QUIET_MS = 3000

const followed = (ground: Ground, cases: number): Promise<Figure> =>
  inHouse(ground, `calendars_${cases}`, async (bench) => {
    await generated(ground, bench, cases)
    const { db, policy } = bench.face('kecid_jobs', 2)
    await followCalendars(db, policy.calendars)
    const writing = connect({ url: bench.url, max: 1, application: 'bench writer' })
    try {
      const ids = await openCases(bench.all)
      const quiet = beginWriting(writing, ids)
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
      const alone = await quiet.stop()

      const busy = beginWriting(writing, ids)
      const began = performance.now()
      const moved = await followCalendars(db, withDayOff(policy.calendars))
      const spent = performance.now() - began
      const waits = await busy.stop()
      const longest = Math.max(...waits)
      return figure({
        name: `a calendar is followed, ${cases.toLocaleString('en')} cases`,
        ours: milliseconds(longest),
        peer: milliseconds(Math.max(...alone)),
        note:
          `longest wait of a writer, ${within(longest, 200, '200 ms')}, p99 ` +
          `${milliseconds(quantile(waits, 0.99))} of ${waits.length} writes; ` +
          `${moved.toLocaleString('en')} rows moved in ${(spent / 1000).toFixed(1)} s`,
      })
    } finally {
      await disconnect(writing)
    }
  })

async function openCases(all: Database): Promise<readonly string[]> {
  const found = await all
    .selectFrom('caseFile')
    .select('id')
    .where('stage', '!=', 'ended')
    .limit(20_000)
    .execute()
  return found.map(({ id }) => id)
}

/** Holds one open case after the other and writes it, as a step does; how long each took. */
function beginWriting(db: Database, ids: readonly string[]) {
  const waits: number[] = []
  const ending = new AbortController()
  const work = async () => {
    for (let turn = 0; !ending.signal.aborted; turn += 1) {
      const id = ids[(turn * 7919) % ids.length] ?? ''
      const began = performance.now()
      await db.transaction().execute(async (tx) => {
        await sql`select from case_file where id = ${id}::uuid for update`.execute(tx)
        await sql`update case_file set changed_at = now() where id = ${id}::uuid`.execute(tx)
        await sql`update task set version = version + 1
          where case_id = ${id}::uuid and state = 'open'`.execute(tx)
      })
      waits.push(performance.now() - began)
    }
  }
  const working = work()
  return {
    stop: async (): Promise<readonly number[]> => {
      ending.abort()
      await working
      return waits
    },
  }
}

/** The next day of work but one is off: most of what is open is counted through it. */
function withDayOff(calendars: Calendars): Calendars {
  const on: IsoDate = nextWorkingDay(addDays(systemClock.today(), 1), calendars)
  const year = calendarOf(yearOf(on), calendars)
  return new Map(calendars).set(year.year, { ...year, restDays: [...year.restDays, on] })
}
