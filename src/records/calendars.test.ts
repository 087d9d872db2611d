import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import type { Calendars } from '#core/deadlines/working-days.ts'
import { connect, disconnect, inTransaction } from '#platform/database.ts'
import { addressAs } from '#platform/logins.ts'
import { askToFollow, followCalendars } from '#records/calendars.ts'
import { dayCounted } from '#records/counted.ts'
import { house, type TestHouse } from '#test/house.ts'
import { changedPolicy, publishNow } from '#test/published.ts'

const CASES = 1000

/**
 * Cases without a history, each with a task; half of them count days of work, half all days. Of
 * those due on one day the order is that of their ids, which are the same each time.
 */
async function filled({ db, faces }: TestHouse): Promise<void> {
  await sql`
    with made as (
      select n, md5(n::text)::uuid as id, date '2026-02-02' + n % 40 as day,
        case when n / 40 % 2 = 0
          then jsonb_build_object('length', 20, 'unit', 'working-days')
          else jsonb_build_object('length', 28, 'unit', 'calendar-days')
        end as term
      from generate_series(1, ${CASES}) as n
    ),
    cases as (
      insert into case_file (
        id, type, state, stage, state_since, opened_on, version, number, filed_on, counted, due_on,
        changed_at
      )
      select id, 'recognition', 'submitted', 'examined', day, day, 2,
        'LIST-' || lpad(n::text, 6, '0'), day,
        jsonb_build_object('from', day, 'terms', jsonb_build_array(term), 'pauses', '[]'::jsonb),
        day + 28, day
      from made
      returning id, counted, due_on
    )
    insert into task (
      case_id, id, kind, step, owner_role, counted, due_on, state, opened_by
    )
    select id, md5('task ' || id)::uuid, 'next-move', 'submitted', 'case-officer', counted, due_on,
      'open', gen_random_uuid()
    from cases`.execute(db)
  await followCalendars(faces.jobs.db, faces.jobs.policy.calendars)
}

/** A Monday that everybody has off by decision: whatever is counted through it comes later. */
const withDayOff = (t: TestContext): string =>
  changedPolicy(t, 'calendars/2026.yaml', (text) =>
    text.replace(
      'restDays:\n',
      'restDays:\n  - { on: 2026-03-16, because: decision, basis: {} }\n',
    ),
  )

const rowsIn = async ({ db }: TestHouse) => [
  ...(await db.selectFrom('caseFile').select(['counted', 'dueOn']).execute()),
  ...(await db.selectFrom('task').select(['counted', 'dueOn']).execute()),
]

/** How many rows stand where another calendar would have them. */
const elsewhere = async (here: TestHouse, calendars: Calendars) =>
  (await rowsIn(here)).filter(({ counted, dueOn }) => dayCounted(counted, calendars) !== dueOn)
    .length

/** The numbers of a list with the day of the answer beside each. */
async function listed(
  officer: { readonly get: (path: string) => Promise<Response> },
  from: string,
) {
  const page = await (await officer.get(`/en?list=examined&after=${from}`)).text()
  return [...page.matchAll(/>(LIST-\d+)<[\s\S]*?<\/tr>/g)].map(([line, number = '']) => {
    const days = [...line.matchAll(/data-label="Answer due"[^>]*>([^<]+)</g)]
    return { number, day: days.at(-1)?.[1] ?? '' }
  })
}

async function changed(t: TestContext) {
  const here = await house(t)
  await filled(here)
  const { jobs } = here.faces
  const before = jobs.policy.calendars
  await publishNow(here, withDayOff(t))
  await jobs.followPolicy()
  return { here, before, calendars: jobs.policy.calendars }
}

test('lists show the day of a new calendar at once, and are in its order when a job has run', async (t) => {
  const { here, before, calendars } = await changed(t)
  const officer = await here.office('officer@kecid.example')
  const from = '2026-03-15_00000000-0000-0000-0000-000000000000'
  equal(await elsewhere(here, before), 0)
  const wrong = await elsewhere(here, calendars)
  ok(wrong > CASES / 4, String(wrong))

  const shown = await listed(officer, from)
  equal(shown.length, 25)
  const { rows } = await sql<{ number: string; counted: unknown }>`
    select number, counted from case_file`.execute(here.db)
  const dayOf = new Map(
    rows.map(({ number, counted }) => [number, dayCounted(counted, calendars) ?? '']),
  )
  const days = shown.map(({ number }) => dayOf.get(number) ?? '')
  for (const [index, { day }] of shown.entries()) {
    ok(day.startsWith(`${Number(days[index]?.slice(8))} March`), `${day} is ${days[index] ?? ''}`)
  }
  ok(days.join() !== days.toSorted().join(), 'the order waits')

  await here.runJobs()
  equal(await elsewhere(here, calendars), 0)
  const now = (await listed(officer, from)).map(({ number }) => dayOf.get(number) ?? '')
  deepEqual(now, now.toSorted())

  await inTransaction(here.faces.jobs.db, (tx) => askToFollow(tx, calendars))
  const waiting = await here.db.selectFrom('waitingJob').select('task').execute()
  deepEqual(waiting, [], 'they were followed')
})

test('one that is being written is waited for, and who writes it waits for nobody', async (t) => {
  const { here, calendars } = await changed(t)
  const wrong = await elsewhere(here, calendars)
  let moving: Promise<number> | undefined
  await here.db.transaction().execute(async (tx) => {
    await sql`select from case_file for update`.execute(tx)
    moving = followCalendars(here.faces.jobs.db, calendars)
    await pause(150)
    await sql`update case_file set version = version + 1`.execute(tx)
  })
  equal(await moving, wrong)
  equal(await elsewhere(here, calendars), 0)
})

test('whatever ended it between two pages, it begins anew and comes to the same', async (t) => {
  const { here, calendars } = await changed(t)
  const { db } = here
  const wrong = await elsewhere(here, calendars)
  const cases = await db.selectFrom('caseFile').select(['id', 'counted', 'dueOn']).execute()
  const last = cases
    .filter(({ counted, dueOn }) => dayCounted(counted, calendars) !== dueOn)
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))[0]
  await db.transaction().execute(async (tx) => {
    await sql`select from case_file where id = ${last?.id ?? ''}::uuid for update`.execute(tx)
    const url = addressAs(here.url, 'kecid_jobs')
    const jobs = connect({ url, max: 1, application: 'jobs that end' })
    const ended = rejects(followCalendars(jobs, calendars))
    await pause(1500)
    await disconnect(jobs)
    await ended
  })
  const left = await elsewhere(here, calendars)
  ok(left > 0 && left < wrong, `${left} of ${wrong}`)

  await followCalendars(here.faces.jobs.db, calendars)
  equal(await elsewhere(here, calendars), 0)
})

test('a job brings no day before any that could be counted', async (t) => {
  const { here } = await changed(t)
  const one = await here.db
    .selectFrom('task')
    .select(['caseId', 'id', 'counted'])
    .executeTakeFirstOrThrow()
  const rows = [{ case_id: one.caseId, task: one.id, counted: one.counted, due_on: '2026-02-04' }]
  const { rows: moved } = await sql<{ moved: number }>`
    select follow_days(${JSON.stringify(rows)}::json) as moved`.execute(here.faces.jobs.db)
  deepEqual(moved, [{ moved: 0 }])
})
