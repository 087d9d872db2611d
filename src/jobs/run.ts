import { EventEmitter } from 'node:events'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, parseCronItems, run, runOnce, type TaskList } from 'graphile-worker'
import { askingRegisters } from '#jobs/ask-registers.ts'
import { carryingOut } from '#jobs/carry-out.ts'
import { eraseDecided } from '#jobs/erase-decided.ts'
import { finishErasing } from '#jobs/finish-erasing.ts'
import { followTheCalendars } from '#jobs/follow-calendars.ts'
import { followingStatuses } from '#jobs/follow-statuses.ts'
import { forget } from '#jobs/forget.ts'
import type { Handler, Tools } from '#jobs/job.ts'
import { movingCases } from '#jobs/move-cases.ts'
import { releaseFigures } from '#jobs/release-figures.ts'
import { releaseLetters } from '#jobs/release-letters.ts'
import { removeFiles } from '#jobs/remove-files.ts'
import { sendAccountLink } from '#jobs/send-account-link.ts'
import { sendInvitation } from '#jobs/send-invitation.ts'
import { sendLetter } from '#jobs/send-letter.ts'
import { sequenceLedger } from '#jobs/sequence-ledger.ts'
import { takingAnswers } from '#jobs/take-answers.ts'
import { takingPayments } from '#jobs/take-payments.ts'
import { tellingRegisters } from '#jobs/tell-registers.ts'
import { tellMoved } from '#jobs/tell-moved.ts'
import { tellOfficial } from '#jobs/officials/tell-official.ts'
import { tellOfficials } from '#jobs/officials/tell-officials.ts'
import { watchDuties } from '#jobs/watch-duties.ts'
import { watchVisits } from '#jobs/watch-visits.ts'
import { watchKeeping } from '#jobs/watch-keeping.ts'
import { watchTerms } from '#jobs/watch-terms.ts'
import {
  completionsAreWritten,
  connectQueue,
  freeAbandonedJobs,
  JOB_SCHEMA,
  takeWaitingJobs,
  WORKER_NAME,
} from '#platform/job-queue.ts'
import { again } from '#platform/again.ts'
import { faultFields, type Log } from '#platform/log.ts'
import { codeOf } from '#platform/trouble.ts'
import type { Jobs } from '#records/jobs.ts'
import { lookAtTime } from '#records/trusted-time.ts'

/** What only the clock asks for. */
type Timed = {
  readonly forget: Record<string, never>
  readonly 'follow-statuses': Record<string, never>
  readonly 'erase-decided': Record<string, never>
  readonly 'finish-erasing': Record<string, never>
  readonly 'release-figures': Record<string, never>
  readonly 'release-letters': Record<string, never>
  readonly 'tell-moved': Record<string, never>
  readonly 'tell-officials': Record<string, never>
  readonly 'watch-duties': Record<string, never>
  readonly 'watch-keeping': Record<string, never>
  readonly 'watch-visits': Record<string, never>
}
type Tasks = Jobs & Timed

/** A job without a handler, or a handler of another payload, does not compile. */
const HANDLERS: { readonly [Name in keyof Tasks]: Handler<Tasks[Name]> } = {
  'send-letter': sendLetter,
  'send-account-link': sendAccountLink,
  'send-invitation': sendInvitation,
  'tell-official': tellOfficial,
  'tell-officials': tellOfficials,
  'watch-terms': watchTerms,
  'follow-calendars': followTheCalendars,
  'tell-moved': tellMoved,
  'carry-out': carryingOut,
  'move-cases': movingCases,
  'ask-registers': askingRegisters,
  'take-answers': takingAnswers,
  'take-payments': takingPayments,
  'tell-registers': tellingRegisters,
  'release-figures': releaseFigures,
  'release-letters': releaseLetters,
  'remove-files': removeFiles,
  'erase-decided': eraseDecided,
  'finish-erasing': finishErasing,
  'watch-duties': watchDuties,
  'watch-keeping': watchKeeping,
  'watch-visits': watchVisits,
  'follow-statuses': followingStatuses,
  forget,
}

/** Hours of this table are UTC, four less than in Baku all year; none of it depends on the day. */
const CRON = [
  { task: 'watch-terms', match: '*/10 * * * *' },
  { task: 'carry-out', match: '*/10 * * * *' },
  { task: 'move-cases', match: '*/10 * * * *' },
  { task: 'ask-registers', match: '*/10 * * * *' },
  { task: 'take-answers', match: '*/10 * * * *' },
  { task: 'take-payments', match: '*/10 * * * *' },
  { task: 'tell-registers', match: '*/10 * * * *' },
  { task: 'release-letters', match: '*/10 * * * *' },
  { task: 'tell-moved', match: '*/10 * * * *' },
  // From eight to nine in the morning, until it went well.
  { task: 'tell-officials', match: '*/10 4 * * *' },
  { task: 'forget', match: '17 * * * *' },
  // A week that is over is shown once; the hours after the first are for one that went wrong.
  { task: 'release-figures', match: '23 * * * 1' },
  { task: 'watch-duties', match: '7 * * * *' },
  { task: 'watch-keeping', match: '27 * * * *' },
  { task: 'watch-visits', match: '3 * * * *' },
  { task: 'follow-statuses', match: '57 * * * *' },
  { task: 'erase-decided', match: '37 * * * *' },
  { task: 'finish-erasing', match: '47 * * * *' },
] as const satisfies readonly { readonly task: keyof Tasks; readonly match: string }[]

export type Worker = { readonly stop: () => Promise<void> }

const AT_ONCE = 4

/**
 * Works until it is stopped; a stop lets what was begun end, and keeps the note that it ended.
 * When the database goes away, notes may be lost and jobs stay locked; another shift is begun
 * then, which frees them.
 */
export async function startWorker(tools: Tools, url: string): Promise<Worker> {
  const ending = new AbortController()
  await isTimeTrusted(tools) // the office and the log need not wait for the first timed job
  let shift = await beginShift(tools, url)
  const watch = async () => {
    while (!ending.signal.aborted) {
      await shift.ended
      if (ending.signal.aborted) return
      await pause(AGAIN_MS, undefined, { signal: ending.signal }).catch(() => undefined)
      if (ending.signal.aborted) return
      await shift.close()
      try {
        shift = await beginShift(tools, url)
      } catch (fault) {
        tools.house.log.warn('job worker not started', faultFields(fault))
      }
    }
  }
  const watching = watch()
  return {
    stop: async () => {
      ending.abort()
      await shift.close()
      await watching
      await shift.close() // the one that was beginning meanwhile
    },
  }
}

const AGAIN_MS = 500

/** One runner, from its start to its end, whoever brought that about. */
async function beginShift(tools: Tools, url: string) {
  const queue = await openQueue(tools, url)
  const runner = await run({
    ...queue.options,
    concurrency: AT_ONCE,
    parsedCronItems: parseCronItems(CRON.map((item) => ({ ...item, identifier: item.task }))),
  }).catch(async (fault: unknown) => {
    await queue.close({ notesAreComing: false })
    throw fault
  })
  const ended = runner.promise.catch((fault: unknown) => {
    tools.house.log.warn('job worker ended', faultFields(fault))
  })
  const taking = again(TAKE_EVERY_MS, tools.house.log, () => takeWaitingJobs(queue.options.pgPool))
  // The server may hold one that was killed for connected a while longer.
  const freeing = again(FREE_EVERY_MS, tools.house.log, queue.free)
  const sequencing = again(SEQUENCE_EVERY_MS, tools.house.log, () => sequenceLedger(tools.house.db))
  let lost = false
  queue.options.events.once('pool:listen:error', () => {
    lost = true
    void runner.stop().catch(() => undefined) // it may have been told already
  })
  let closing: Promise<void> | undefined
  const close = async () => {
    await Promise.all([taking.stop(), sequencing.stop(), freeing.stop()])
    await runner.stop().catch(() => undefined) // it may have ended by itself
    await ended
    await queue.close({ notesAreComing: !lost })
  }
  return { ended, close: () => (closing ??= close()) }
}

/** Whoever waits for a mail waits this much longer at most. */
const TAKE_EVERY_MS = 500
/** A leaf has its place within about a second, and at once where a start finds it waiting. */
const SEQUENCE_EVERY_MS = 500

/** What a killed worker had locked waits so much longer at most. */
const FREE_EVERY_MS = 30_000

const ROUNDS_MAX = 100

/** Does everything that is waiting now, and comes back; for tests and for tidying up. */
export async function runWaitingJobs(tools: Tools, url: string): Promise<void> {
  const queue = await openQueue(tools, url)
  try {
    await takeWaitingJobs(queue.options.pgPool)
    for (let round = 0; round < ROUNDS_MAX; round += 1) {
      await runOnce({ ...queue.options, concurrency: 1 })
      // A job may have asked for another.
      if ((await takeWaitingJobs(queue.options.pgPool)) === 0) return
    }
  } finally {
    await queue.close({ notesAreComing: true })
  }
}

async function openQueue(tools: Tools, url: string) {
  const application = `${WORKER_NAME} ${randomUUID()}`
  const max = AT_ONCE + 2
  const pgPool = connectQueue({ url, max, application })
  const events = new EventEmitter()
  const workers: string[] = []
  events.on('worker:create', ({ worker }: { readonly worker: { readonly workerId: string } }) =>
    workers.push(worker.workerId),
  )
  const close = async ({ notesAreComing }: { readonly notesAreComing: boolean }) => {
    // The server may go away in this very moment.
    if (notesAreComing) await completionsAreWritten(pgPool, workers).catch(() => undefined)
    await pgPool.end()
  }
  const free = () => freeAbandonedJobs(pgPool, { application, workers })
  await free().catch(async (fault: unknown) => {
    await pgPool.end()
    throw fault
  })
  return {
    close,
    free,
    options: {
      pgPool,
      schema: JOB_SCHEMA,
      noHandleSignals: true,
      logger: loggerTo(tools.house.log),
      taskList: tasksWith(tools),
      events,
    },
  }
}

const tasksWith = (tools: Tools): TaskList =>
  Object.fromEntries(
    Object.keys(HANDLERS)
      .filter(isTask)
      .map((name) => [name, taskOf(name, tools)]),
  )

const isTask = (name: string): name is keyof Tasks => Object.hasOwn(HANDLERS, name)

/** The one place where the fault of a job ends: it is logged, and the job will be tried again. */
function taskOf<Name extends keyof Tasks>(name: Name, tools: Tools): TaskList[Name] {
  const { payload, work, needsTrustedTime }: Handler<Tasks[Name]> = HANDLERS[name]
  const { log } = tools.house
  return async (given, { job }) => {
    const began = performance.now()
    try {
      await tools.house.followPolicy()
      if (needsTrustedTime && !(await isTimeTrusted(tools, name))) return
      await work(tools, payload.parse(given))
      log.info('job done', { job: name, durationMs: Math.round(performance.now() - began) })
    } catch (fault) {
      log.warn('job failed', { job: name, attempt: job.attempts, ...faultFields(fault) })
      throw withoutWords(name, fault)
    }
  }
}

async function isTimeTrusted({ house }: Tools, job?: string): Promise<boolean> {
  const doubt = await lookAtTime(house)
  if (doubt === undefined) return true
  house.log.warn('time in doubt', { reason: doubt, ...(job === undefined ? {} : { job }) })
  return false
}

/** The queue keeps the message of a failure, and a mail server may quote an address in its own. */
const withoutWords = (name: string, fault: unknown): Error =>
  new Error(`${name} failed: ${codeOf(fault) || (fault instanceof Error ? fault.name : 'fault')}`)

/** Of what graphile-worker says only troubles are kept, and of those no free text. */
function loggerTo(log: Log): Logger {
  return new Logger(({ taskIdentifier }) => (level, _message, meta) => {
    if ((level !== 'error' && level !== 'warning') || meta?.['failure'] === true) return
    const job = taskIdentifier === undefined ? {} : { job: taskIdentifier }
    log.warn('job queue', { reason: level, ...job, ...faultFields(meta?.['error']) })
  })
}
