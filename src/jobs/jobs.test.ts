import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import { test } from 'node:test'
import { sql } from 'kysely'
import { smtpMailer } from '#jobs/mailer.ts'
import { runWaitingJobs, startWorker } from '#jobs/run.ts'
import { sequenceLedger } from '#jobs/sequence-ledger.ts'
import { inTransaction } from '#platform/database.ts'
import { connectQueue, WORKER_NAME } from '#platform/job-queue.ts'
import { enqueue } from '#records/jobs.ts'
import { house, type TestHouse } from '#test/house.ts'
import { caseIn } from '#test/played-case.ts'

type WaitingJob = {
  readonly task: string
  readonly attempts: number
  readonly locked: string | null
  readonly error: string | null
}

/** What was asked for and is not done, whether the worker took it already or not. */
async function waiting({ db }: TestHouse): Promise<readonly WaitingJob[]> {
  const found = await sql<WaitingJob>`
    select task, attempts, locked, error from (
      select identifier as task, attempts, locked_by as locked, last_error as error, job.id
      from jobs._private_jobs as job join jobs._private_tasks as task on task.id = task_id
      union all select task, 0, null, null, id from waiting_job
    ) as job
    order by id`.execute(db)
  return found.rows
}

const NOBODY_THERE = smtpMailer({ url: 'smtp://127.0.0.1:1', from: 'kecid@localhost' })

test('a letter that a step writes is sent once, in the language of its reader', async (t) => {
  const kecid = await house(t)
  const { mails, signedUpApplicant, db } = kecid
  const ana = await signedUpApplicant({ language: 'az', email: 'ana@example.org' })
  await caseIn('submitted', kecid, ana, { number: 'HQM-2026-000042' })

  const [mail, ...others] = await mails('ana@example.org')
  equal(others.length, 0)
  match(mail?.subject ?? '', /HQM-2026-000042/)
  match(mail?.text ?? '', /http:\/\/portal\.test\/az\/applications\//)
  const letter = await db.selectFrom('letter').selectAll().executeTakeFirstOrThrow()
  equal(mail?.messageId, `<${letter.id}@kecid>`)
  equal(letter.sentAt, kecid.clock.now())
})

test('mails of a demonstration say so in the subject and at the foot, others say nothing', async (t) => {
  for (const demonstration of [true, false]) {
    const kecid = await house(t, { demonstration })
    const ana = await kecid.signedUpApplicant({ email: 'ana@example.org' })
    await caseIn('submitted', kecid, ana)
    await kecid.portal.post('/en/forgotten-password', { email: 'ana@example.org' })

    const mails = await kecid.mails('ana@example.org')

    equal(mails.length, 2, 'a letter of the case and a link for the account')
    for (const { subject, text } of mails) {
      equal(subject.startsWith('Demonstration: '), demonstration, subject)
      equal(/This is a demonstration.*no legal force\.\s*$/s.test(text), demonstration, subject)
    }
  }
})

test('a job that runs twice sends one letter', async (t) => {
  const kecid = await house(t)
  const { mails, signedUpApplicant, db, owned } = kecid
  const ana = await signedUpApplicant()
  await caseIn('submitted', kecid, ana)
  await mails()
  const { id: letter } = await db.selectFrom('letter').select('id').executeTakeFirstOrThrow()

  const again = { task: 'send-letter', payload: { letter } } as const
  await inTransaction(owned.db, (tx) => enqueue(tx, again))
  equal((await mails()).length, 1)
})

test('while no mail server answers, a submission stands and its letter waits', async (t) => {
  const kecid = await house(t)
  const { signedUpApplicant, faces, mails, db } = kecid
  const ana = await signedUpApplicant({ email: 'ana@example.org' })
  await caseIn('submitted', kecid, ana)
  await runWaitingJobs({ house: faces.jobs, mailer: NOBODY_THERE }, kecid.url)

  deepEqual(
    (await waiting(kecid)).map(({ task, attempts, error }) => [task, attempts, error]),
    [['send-letter', 1, 'send-letter failed: ESOCKET']],
  )
  await sql`update jobs._private_jobs set run_at = now()`.execute(db)
  equal((await mails('ana@example.org')).length, 1)
  deepEqual(await waiting(kecid), [])
})

test('an address that is refused for good ends the job, and its owner is told on the page', async (t) => {
  const kecid = await house(t)
  const { signedUpApplicant, runJobs, logged, db } = kecid
  const ana = await signedUpApplicant({ email: 'ana.unusual@bounce.invalid' })
  const id = await caseIn('submitted', kecid, ana)
  await runJobs()

  deepEqual(await waiting(kecid), [])
  const letter = await db.selectFrom('letter').selectAll().executeTakeFirstOrThrow()
  deepEqual([letter.sentAt, letter.refusedAt], [null, kecid.clock.now()])
  const page = await (await ana.get(`/en/applications/${id}/letters`)).text()
  match(page, /the mail server refuses your address/)
  ok(!page.includes('On its way'))
  ok(!logged.join('').includes('unusual'))

  const again = { task: 'send-letter', payload: { letter: letter.id } } as const
  await inTransaction(kecid.db, (tx) => enqueue(tx, again))
  await runJobs()
  deepEqual(await waiting(kecid), [])
})

test('a link to an address that is refused for good ends the job too', async (t) => {
  const kecid = await house(t)
  await kecid.portal.post('/en/register', { email: 'nobody@bounce.invalid' })
  await kecid.runJobs()

  deepEqual(await waiting(kecid), [])
  ok(kecid.logged.some((line) => line.includes('mail refused')))
  ok(!kecid.logged.join('').includes('nobody@'))
})

test('an answer that never comes is given up, and tried again later', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant({ email: 'ana@slow.invalid' })
  await caseIn('submitted', kecid, ana)
  await kecid.runJobs()

  equal((await waiting(kecid))[0]?.error, 'send-letter failed: ETIMEDOUT')
})

test('every leaf gets its place in the ledger, and keeps it', async (t) => {
  const kecid = await house(t)
  const { signedUpApplicant, faces, db } = kecid
  await caseIn('recognised', kecid, await signedUpApplicant())
  const sequenced = async () => {
    await sequenceLedger(faces.jobs.db)
    return db.selectFrom('ledgerLeaf').select(['id', 'index']).orderBy('id').execute()
  }

  const first = await sequenced()
  deepEqual(
    first.map(({ index }) => index),
    first.map((_, index) => index),
  )
  ok(first.length > 10)
  deepEqual(await sequenced(), first)
})

test('while a worker is at work a leaf has its place about a second after it was entered', async (t) => {
  const kecid = await house(t)
  const worker = await startWorker({ house: kecid.faces.jobs, mailer: NOBODY_THERE }, kecid.url)
  t.after(worker.stop)
  await caseIn('submitted', kecid, await kecid.signedUpApplicant())
  const unplaced = () =>
    kecid.db.selectFrom('ledgerLeaf').select('id').where('index', 'is', null).execute()

  for (let looks = 0; looks < 200 && (await unplaced()).length > 0; looks += 1) await pause(50)
  deepEqual(await unplaced(), [])
})

test('a job of a transaction that was undone is never done', async (t) => {
  const kecid = await house(t)
  const undone = inTransaction(kecid.db, async (tx) => {
    await enqueue(tx, { task: 'watch-terms', payload: {} })
    throw new Error('undone')
  })

  await undone.catch(() => undefined)
  deepEqual(await waiting(kecid), [])
})

test('what is asked for while a worker is at work is done soon', async (t) => {
  const kecid = await house(t)
  const worker = await startWorker({ house: kecid.faces.jobs, mailer: NOBODY_THERE }, kecid.url)
  t.after(worker.stop)
  await inTransaction(kecid.db, (tx) => enqueue(tx, { task: 'watch-terms', payload: {} }))

  for (let looks = 0; looks < 200 && (await waiting(kecid)).length > 0; looks += 1) await pause(50)
  deepEqual(await waiting(kecid), [])
})

test('a worker that is stopped leaves no job locked, done or not', async (t) => {
  const kecid = await house(t)
  const { faces, url, owned } = kecid
  const tools = { house: faces.jobs, mailer: NOBODY_THERE }
  for (let round = 0; round < 5; round += 1) {
    await inTransaction(owned.db, (tx) => enqueue(tx, { task: 'watch-terms', payload: {} }))
    const worker = await startWorker(tools, url)
    await pause(round * 8)
    await worker.stop()
    deepEqual(
      (await waiting(kecid)).filter(({ locked }) => locked !== null),
      [],
      `stopped after ${round * 8} ms`,
    )
  }
})

test('what a killed worker left locked is free again when the next one starts', async (t) => {
  const kecid = await house(t)
  const ana = await kecid.signedUpApplicant({ email: 'ana@example.org' })
  await caseIn('submitted', kecid, ana)
  await runWaitingJobs({ house: kecid.faces.jobs, mailer: NOBODY_THERE }, kecid.url)
  await sql`
    update jobs._private_jobs
    set locked_by = 'dead', locked_at = now(), run_at = now()`.execute(kecid.db)
  await isAlone(kecid)

  equal((await kecid.mails('ana@example.org')).length, 1)
})

/** The server may know of a connection that has ended for a moment more. */
async function isAlone({ db }: TestHouse): Promise<void> {
  for (let looks = 0; looks < 200; looks += 1) {
    const { rows } = await sql`
      select from pg_stat_activity
      where datname = current_database() and application_name like ${`${WORKER_NAME} %`}`.execute(
      db,
    )
    if (rows.length === 0) return
    await pause(10)
  }
}

test('while another worker is at work, its locked jobs are left to it', async (t) => {
  const kecid = await house(t)
  const tools = { house: kecid.faces.jobs, mailer: NOBODY_THERE }
  // As it is seen by others; a real one would look after locks itself meanwhile.
  const another = connectQueue({ url: kecid.url, max: 1, application: `${WORKER_NAME} another` })
  t.after(() => another.end())
  await another.query('select')
  await sql`
    with job as (select jobs.add_job('forget', run_at => now() + interval '1 day'))
    select from job`.execute(kecid.db)
  await sql`
    update jobs._private_jobs set locked_by = 'alive', locked_at = now()`.execute(kecid.db)
  await runWaitingJobs(tools, kecid.url)

  deepEqual(
    (await waiting(kecid)).map(({ locked }) => locked),
    ['alive'],
  )
  await sql`update jobs._private_jobs set locked_by = null, locked_at = null`.execute(kecid.db)
})
