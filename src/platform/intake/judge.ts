import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { faultFields, type Log } from '#platform/log.ts'
import { FILE_BYTES_MAX, lengthOf, readPieces } from '#platform/intake/pipe.ts'
import { FAULTS, type Verdict, refused } from '#platform/intake/verdict.ts'
import { findWalls, type Walls } from '#platform/intake/walls.ts'

/** Tells what files are, in processes of their own, so that no file can do anything to ours. */
export type Judge = {
  readonly judge: (file: JudgedFile) => Promise<Judgement>
  readonly close: () => Promise<void>
}

type JudgedFile = {
  readonly size: number
  /** Whose it is: nobody may take all the places. */
  readonly of: string
  /** Asked for when it is the file's turn; twice where the first judge died of it. */
  readonly bytes: () => Promise<AsyncIterable<unknown> | Iterable<unknown>>
}

/** `busy`: nobody could look at it now; it is neither good nor bad. */
type Judgement = Verdict | { readonly ok: false; readonly reason: 'busy' }

export type JudgeSettings = {
  /** The file to run: `main/judge`. */
  readonly program: string
  readonly log: Log
  /** For tests: how long a file may take, and how long it may wait for its turn. */
  readonly milliseconds?: number
  readonly waitMilliseconds?: number
}

const JUDGES = 2
const WAITING_MAX = 16
const WAITING_OF_ONE_MAX = 2
/** Less than what a browser, or what stands before us, waits for an answer. */
const WAIT_MILLISECONDS_MAX = 20_000
const MILLISECONDS_MAX = 12_000
const START_MILLISECONDS_MAX = 15_000
/** A judge that has seen so many files makes room for a fresh one. */
const FILES_MAX = 200

export function openJudge(settings: JudgeSettings): Judge {
  let wasTold = false
  const onReady: Seating['onReady'] = (walls, second) => {
    if (wasTold) return
    wasTold = true
    const part = second ? 'libpdf, then qpdf' : 'libpdf'
    settings.log.info('judge of files', { walls: walls.join(', ') || 'none', part })
  }
  const seats = Array.from({ length: JUDGES }, () => seatOf({ ...settings, onReady }))
  const waiting: string[] = []
  return {
    judge: async (file) => {
      const own = waiting.filter((each) => each === file.of).length
      if (waiting.length >= WAITING_MAX || own >= WAITING_OF_ONE_MAX) return BUSY
      waiting.push(file.of)
      try {
        const seat = seats.reduce((best, each) => (each.load() < best.load() ? each : best))
        return await seat.judge(file)
      } finally {
        waiting.splice(waiting.indexOf(file.of), 1)
      }
    },
    close: async () => {
      await Promise.all(seats.map((seat) => seat.close()))
    },
  }
}

const BUSY = { ok: false, reason: 'busy' } as const

type Seating = JudgeSettings & {
  readonly onReady: (walls: readonly string[], second: boolean) => void
}

type Child = {
  readonly process: ChildProcessByStdio<Writable, Readable, null>
  readonly answers: AsyncGenerator<Buffer>
  files: number
}

/** One judge at a time, and whoever waits for it. */
function seatOf(settings: Seating) {
  let child: Child | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let load = 0
  const drop = async () => {
    const gone = child
    child = undefined
    if (gone) await ended(gone)
  }
  const tryOnce = async (file: JudgedFile): Promise<Trial> => {
    if (child && child.files >= FILES_MAX) await drop()
    try {
      child ??= await started(settings)
    } catch (fault) {
      settings.log.warn('no judge of files', faultFields(fault))
      return { is: 'absent' }
    }
    let trial: Trial | undefined
    try {
      trial = await judgedBy(child, file, settings.milliseconds ?? MILLISECONDS_MAX)
      return trial
    } finally {
      // One that was given half a file would take the next for the other half.
      if (trial?.is !== 'said') await drop()
    }
  }
  const judge = async (file: JudgedFile): Promise<Judgement> => {
    let trial = await tryOnce(file)
    // It may have died of age, or of what lies between it and us; twice is no accident.
    if (trial.is === 'died') trial = await tryOnce(file)
    if (trial.is === 'said') return trial.verdict
    if (trial.is === 'absent') return BUSY
    settings.log.warn('a file was too much for the judge', { reason: trial.is })
    return refused('too-heavy')
  }
  return {
    load: () => load,
    judge: (file: JudgedFile): Promise<Judgement> => {
      load += 1
      const late = Promise.withResolvers<typeof BUSY>()
      let isLate = false
      const timer = setTimeout(() => {
        isLate = true
        late.resolve(BUSY)
      }, settings.waitMilliseconds ?? WAIT_MILLISECONDS_MAX)
      const mine = async () => {
        clearTimeout(timer)
        return isLate ? BUSY : judge(file)
      }
      const next = turn.then(mine).finally(() => (load -= 1))
      turn = next.catch(() => undefined)
      return Promise.race([next, late.promise])
    },
    close: () => turn.then(drop),
  }
}

type Trial =
  | { readonly is: 'said'; readonly verdict: Verdict }
  | { readonly is: 'died' | 'too-slow' | 'absent' }

async function judgedBy(child: Child, file: JudgedFile, milliseconds: number): Promise<Trial> {
  child.files += 1
  const late = Promise.withResolvers<'late'>()
  const timer = setTimeout(() => late.resolve('late'), milliseconds)
  try {
    const answered = sent(child, file).then(() => answerOf(child))
    answered.catch(() => undefined) // too late, nobody listens any more
    const heard = await Promise.race([answered, late.promise])
    if (heard === 'late') return { is: 'too-slow' }
    const verdict = heard && verdictOf(heard)
    return verdict ? { is: 'said', verdict } : { is: 'died' }
  } finally {
    clearTimeout(timer)
  }
}

/** A judge that died halfway takes no more; its silence tells. */
async function sent({ process: { stdin } }: Child, file: JudgedFile): Promise<void> {
  stdin.write(lengthOf(file.size))
  let size = 0
  for await (const piece of await file.bytes()) {
    if (!(piece instanceof Uint8Array)) throw new Error('A file is made of bytes')
    size += piece.length
    if (!stdin.writable) return
    if (!stdin.write(piece)) await drained(stdin)
  }
  if (size !== file.size) throw new Error('A file is as long as was said')
}

/** Or closed, for good: whichever comes first takes the other listener along. */
async function drained(stdin: Writable): Promise<void> {
  const heard = new AbortController()
  const { signal } = heard
  const either = ['drain', 'close'].map((event) => once(stdin, event, { signal }))
  await Promise.any(either).finally(() => heard.abort())
  await Promise.allSettled(either)
}

type Answer = { readonly said: unknown; readonly shown: Buffer }

/** Undefined for one that died, or whose mind a file has taken: it does not speak as agreed. */
async function answerOf({ answers }: Child): Promise<Answer | undefined> {
  try {
    const text = await answers.next()
    const shown = await answers.next()
    if (text.done === true || shown.done === true) return undefined
    return { said: JSON.parse(text.value.toString()), shown: shown.value }
  } catch {
    return undefined
  }
}

const saidShape = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    media: z.enum(['pdf', 'jpeg', 'png']),
    pages: z.number().int().positive(),
  }),
  z.object({ ok: z.literal(false), reason: z.enum(FAULTS) }),
])

function verdictOf({ said, shown }: Answer): Verdict | undefined {
  const { data: verdict } = saidShape.safeParse(said)
  return verdict?.ok && shown.length > 0 ? { ...verdict, shown } : verdict
}

const readyShape = z.object({ ready: z.literal(true), gaveUp: z.boolean(), second: z.boolean() })

/** Nothing of ours goes along, such as the address of a database. No picture is put on a disk. */
const ENVIRONMENT = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  TMPDIR: '/tmp',
  VIPS_DISC_THRESHOLD: '4g',
} as const

let walls: Promise<Walls> | undefined

async function started({ program, onReady }: Seating): Promise<Child> {
  walls ??= findWalls()
  const { before, standing } = await walls
  const [first = process.execPath, ...more] = before
  const node = before.length === 0 ? [] : [...more, process.execPath]
  const judging = spawn(first, [...node, '--max-old-space-size=640', program], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: ENVIRONMENT,
  })
  judging.stdin.on('error', () => undefined) // it died; its silence tells
  judging.on('error', () => undefined)
  const child: Child = {
    process: judging,
    answers: readPieces(judging.stdout, FILE_BYTES_MAX),
    files: 0,
  }
  const timer = setTimeout(() => judging.kill('SIGKILL'), START_MILLISECONDS_MAX)
  try {
    const answer = await answerOf(child)
    if (!answer) throw new Error('The judge of files did not start')
    const { gaveUp, second } = readyShape.parse(answer.said)
    onReady([...standing, ...(gaveUp ? ['nobody'] : [])], second)
    return child
  } catch (fault) {
    await ended(child)
    throw fault
  } finally {
    clearTimeout(timer)
  }
}

async function ended({ process: judging }: Child): Promise<void> {
  if (judging.pid === undefined || judging.exitCode !== null || judging.signalCode !== null) return
  const gone = once(judging, 'exit')
  judging.kill('SIGKILL')
  await gone
}
