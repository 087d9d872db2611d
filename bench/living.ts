import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { addDays, yearOf, type IsoDate } from '#core/dated.ts'
import { calendarOf, nextWorkingDay, type Calendars } from '#core/deadlines/working-days.ts'
import { NO_ID } from '#core/id.ts'
import { systemClock } from '#platform/calendar.ts'
import { connect, disconnect, inTransaction, type Database } from '#platform/database.ts'
import { followCalendars } from '#records/calendars.ts'
import type { House } from '#records/house.ts'
import { casesToMove, moveCase } from '#records/moving.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { publishPolicy } from '#records/policy.ts'
import { inHouse, onGround, type BenchHouse, type Ground } from './ground.ts'
import { generated } from './lists.ts'
import { quantile } from './rounds.ts'
import { figure, milliseconds, perSecond, within, type Figure } from './table.ts'

/**
 * What is published while cases run: how long sort keys take to follow a calendar and cases to move
 * to a version that takes them over, and how long a writer waits for either.
 */
export const measureLiving = (root: string, many: number): Promise<readonly Figure[]> =>
  onGround(root, async (ground) => {
    const figures: Figure[] = []
    for (const cases of [10_000, many]) {
      figures.push(
        ...(await inHouse(ground, `living_${cases}`, async (bench) => {
          await generated(ground, bench, cases)
          return [await followed(bench, cases), await movedOn(ground, bench, cases)]
        })),
      )
    }
    return figures
  })

const QUIET_MS = 3000
const LONGEST_WAIT_MS = 200

const followed = (bench: BenchHouse, cases: number): Promise<Figure> =>
  besideWriter(bench, async ({ db, policy }, compared) => {
    await followCalendars(db, policy.calendars)
    let moved = 0
    const found = await compared(async () => {
      moved = await followCalendars(db, withDayOff(policy.calendars))
    })
    const seconds = (found.spent / 1000).toFixed(1)
    return figure({
      name: `a calendar is followed, ${cases.toLocaleString('en')} cases`,
      ours: milliseconds(found.longest),
      peer: milliseconds(found.longestAlone),
      note: `${found.note}; ${moved.toLocaleString('en')} rows moved in ${seconds} s`,
    })
  })

/** Moving all that run would take longer than a bench may; every page of them costs the same. */
const MOVING_MS = 60_000

/** The applicants' type in a second version that takes running cases over, adopted by two. */
const movedOn = (ground: Ground, bench: BenchHouse, cases: number): Promise<Figure> =>
  besideWriter(bench, async (house, compared) => {
    const { db } = house
    await publishedForRunning(ground, bench, house)
    const running = await runningCases(bench.all)
    const asking = performance.now()
    await inTransaction(db, (tx) => casesToMove(tx, NO_ID))
    const page = performance.now() - asking
    let moved = 0
    const found = await compared(async () => {
      const until = performance.now() + MOVING_MS
      let after: string | undefined = NO_ID
      while (after !== undefined && performance.now() < until) {
        const from: string = after
        const ids: readonly string[] = await inTransaction(db, (tx) => casesToMove(tx, from))
        for (const id of ids) {
          await inTransaction(db, (tx) => moveCase(tx, house, { id, now: house.clock.now() }))
        }
        moved += ids.length
        after = ids.at(-1)
      }
    })
    return figure({
      name: `running cases are moved, ${cases.toLocaleString('en')} cases`,
      ours: milliseconds(found.longest),
      peer: milliseconds(found.longestAlone),
      note:
        `${found.note}; ${perSecond((1000 * moved) / found.spent)}, ` +
        `${moved.toLocaleString('en')} of ${running.toLocaleString('en')} that run; the first page of them ${milliseconds(page)}`,
    })
  })

async function publishedForRunning(ground: Ground, { all }: BenchHouse, house: House) {
  const folder = join(ground.folder, 'policy-for-running')
  cpSync(join(ground.root, 'policy'), folder, { recursive: true })
  const path = join(folder, 'types', 'recognition.yaml')
  const renewed = 'version: 2\nfor: { running: { versions: [1], states: {} } }\n'
  writeFileSync(path, readFileSync(path, 'utf8').replace('version: 1\n', renewed))
  const read = readPolicyFiles(folder)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const { secret, clock } = house
  const by = { secret, at: clock.now(), isShipped: false }
  await inTransaction(all, (tx) => publishPolicy(tx, read.policy, by))
  await house.followPolicy()
  const { typeHash } = await all
    .selectFrom('typeMove')
    .select('typeHash')
    .limit(1)
    .executeTakeFirstOrThrow()
  const people = await all.selectFrom('membership').select('party').distinct().limit(2).execute()
  for (const { party } of people) {
    await all
      .insertInto('policyAdoption')
      .values({ hash: typeHash, party, adoptedAt: clock.now() })
      .execute()
  }
}

async function runningCases(all: Database): Promise<number> {
  const { rows } = await sql<{ many: string }>`
    select count(*) as many from case_file
    where stage <> 'ended' and type_hash in (select from_hash from type_move)`.execute(all)
  return Number(rows[0]?.many)
}

type Beside = {
  readonly longest: number
  readonly longestAlone: number
  readonly spent: number
  readonly note: string
}

/** What a writer waits for while something runs, beside what it waits for while nothing does. */
async function besideWriter<Value>(
  bench: BenchHouse,
  work: (
    house: House,
    compared: (running: () => Promise<void>) => Promise<Beside>,
  ) => Promise<Value>,
): Promise<Value> {
  const writing = connect({ url: bench.url, max: 1, application: 'bench writer' })
  try {
    const ids = await openCases(bench.all)
    return await work(bench.face('kecid_jobs', 2), async (running) => {
      const quiet = beginWriting(writing, ids)
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS))
      const alone = await quiet.stop()
      const busy = beginWriting(writing, ids)
      const began = performance.now()
      await running()
      const spent = performance.now() - began
      const waits = await busy.stop()
      const longest = Math.max(...waits)
      return {
        longest,
        longestAlone: Math.max(...alone),
        spent,
        note:
          `longest wait of a writer, ${within(longest, LONGEST_WAIT_MS, '200 ms')}, p99 ` +
          `${milliseconds(quantile(waits, 0.99))} of ${waits.length} writes`,
      }
    })
  } finally {
    await disconnect(writing)
  }
}

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
