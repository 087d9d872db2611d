import { setTimeout as pause } from 'node:timers/promises'
import { runMigrations } from 'graphile-worker'
import { Pool } from 'pg'
import { addressWith } from '#platform/database.ts'
import { MIGRATOR } from '#platform/logins.ts'

/**
 * The tables in which jobs are tried. They are graphile-worker's own, in a schema of their own, and
 * only the worker touches them: what asks for a job puts it into our table `waiting_job`.
 */
export const JOB_SCHEMA = 'jobs'

const CONNECT_MS_MAX = 10_000

/** graphile-worker expects values as pg gives them by default, so it has a pool of its own. */
export function connectQueue({
  url,
  max,
  application,
  settings = {},
}: {
  readonly url: string
  readonly max: number
  readonly application: string
  readonly settings?: Readonly<Record<string, string>>
}): Pool {
  const pool = new Pool({
    ...addressWith(url, settings),
    max,
    application_name: application,
    connectionTimeoutMillis: CONNECT_MS_MAX,
    keepAlive: true,
  })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Brings the tables up to date; they belong to the migrator, as everything else does. */
export async function migrateQueue(url: string): Promise<void> {
  const application = 'kecid migrate jobs'
  const pool = connectQueue({ url, max: 1, application, settings: { role: MIGRATOR } })
  try {
    await runMigrations({ pgPool: pool, schema: JOB_SCHEMA })
    await pool.query(RIGHTS)
  } finally {
    await pool.end()
  }
}

/** The tables have row level security switched on, so that a grant alone lets nobody in. */
const RIGHTS = `
  do $$
  declare
    private text;
  begin
    if has_schema_privilege('kecid_jobs', '${JOB_SCHEMA}', 'usage') and (
      select count(*) from pg_policies where schemaname = '${JOB_SCHEMA}' and policyname = 'worker'
    ) = (
      select count(*) from pg_class
      where relnamespace = '${JOB_SCHEMA}'::regnamespace and relkind = 'r' and relrowsecurity
    ) then
      return;
    end if;
    grant usage on schema ${JOB_SCHEMA} to kecid_jobs;
    grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to kecid_jobs;
    grant usage, select on all sequences in schema ${JOB_SCHEMA} to kecid_jobs;
    grant execute on all functions in schema ${JOB_SCHEMA} to kecid_jobs;
    for private in
      select relname from pg_class
      where relnamespace = '${JOB_SCHEMA}'::regnamespace and relkind = 'r' and relrowsecurity
    loop
      execute format('drop policy if exists worker on ${JOB_SCHEMA}.%I', private);
      execute format(
        'create policy worker on ${JOB_SCHEMA}.%I for all to kecid_jobs using (true) with check (true)',
        private
      );
    end loop;
  end
  $$`

const TAKEN_MAX = 500

/** Takes what was asked for into the queue, the oldest first; how many it took. */
export async function takeWaitingJobs(pool: Pool): Promise<number> {
  const taken = await pool.query(
    `with taken as (
       delete from waiting_job where id in (
         select id from waiting_job order by id limit ${TAKEN_MAX}
       )
       returning id, task, payload
     ),
     batch as (
       select array_agg(
         (task, payload, null, null, ${TRIES_MAX}, null, null, null)::${JOB_SCHEMA}.job_spec
         order by id
       ) as specs
       from taken
       having count(*) > 0
     )
     select from batch cross join lateral ${JOB_SCHEMA}.add_jobs(specs)`,
  )
  return taken.rowCount ?? 0
}

/** With pauses that grow up to six hours, some four days. */
const TRIES_MAX = 25

/**
 * A worker that was killed, or that lost the database before it could note an end, leaves its jobs
 * locked for hours. When no other worker is connected, whatever none of these has locked was left
 * behind by one like that, and is free again.
 */
export async function freeAbandonedJobs(
  pool: Pool,
  { application, workers }: { readonly application: string; readonly workers: readonly string[] },
): Promise<void> {
  await pool.query(
    `select ${JOB_SCHEMA}.force_unlock_workers(array_agg(distinct locked_by))
     from ${JOB_SCHEMA}._private_jobs
     where locked_by is not null and locked_by <> all ($3) and not exists (
       select from pg_stat_activity
       where datname = current_database() and application_name like $1 and application_name <> $2
     )
     having count(*) > 0`,
    [`${WORKER_NAME} %`, application, workers],
  )
}

/** How a worker calls itself in pg_stat_activity; each adds something of its own. */
export const WORKER_NAME = 'kecid jobs'

const WRITTEN_MS_MAX = 5000
const STEP_MS = 10

/** A stopped worker writes its last completions a moment later; ending before that loses them. */
export async function completionsAreWritten(pool: Pool, workers: readonly string[]): Promise<void> {
  for (let waited = 0; waited < WRITTEN_MS_MAX; waited += STEP_MS) {
    const locked = await pool.query(
      `select from ${JOB_SCHEMA}._private_jobs where locked_by = any ($1) limit 1`,
      [workers],
    )
    if (locked.rowCount === 0) return
    await pause(STEP_MS)
  }
}
