import { extname } from 'node:path'
import { parentPort, Worker } from 'node:worker_threads'
import { turnsOf } from '#platform/turns.ts'

/** What a thread does: data goes in and comes out, as it is copied from one thread to another. */
type Work = (asked: never) => Promise<unknown>

type Line = {
  /** The file that it runs: one that calls `serveThread`. */
  readonly program: string
  readonly waitingMax: number
  readonly millisecondsMax: number
}

/**
 * Has work that takes a whole core done in a thread of its own, each piece in its turn; undefined
 * where too many wait. It begins when it is first asked, anew after it failed, and keeps no process
 * from ending.
 */
export function threadFor<Does extends Work>({ program, waitingMax, millisecondsMax }: Line) {
  type Answer = Awaited<ReturnType<Does>>
  const inTurn = turnsOf({ atOnce: 1, waitingMax })
  let thread: Worker | undefined
  const end = async () => {
    const ended = thread
    thread = undefined
    await ended?.terminate()
  }
  const begun = () => {
    const worker = begin(program)
    // Nobody waits for one that ends between two pieces.
    worker.on('error', () => undefined)
    worker.once('exit', () => {
      if (thread === worker) thread = undefined
    })
    return worker
  }
  return (...asked: Parameters<Does>): Promise<Answer | undefined> =>
    inTurn(async () => {
      const { promise, resolve, reject } = Promise.withResolvers<Answer>()
      const late = () => reject(new Error(`No answer within ${millisecondsMax} ms`))
      const gone = () => reject(new Error('The thread ended'))
      const timer = setTimeout(late, millisecondsMax)
      thread ??= begun()
      const working = thread.once('message', resolve).once('error', reject).once('exit', gone)
      working.ref()
      working.postMessage(asked[0], [])
      try {
        return await promise
      } catch (fault) {
        await end()
        throw fault
      } finally {
        clearTimeout(timer)
        working.off('error', reject).off('exit', gone).unref()
      }
    })
}

/** Nothing of ours goes along, such as the address of a database. */
const begin = (program: string): Worker =>
  new Worker(program, { env: {}, execArgv: extname(program) === '.ts' ? ['--import', 'tsx'] : [] })

/** The other end: does what it is asked; a fault ends the thread, and whoever asked hears of it. */
export function serveThread<Asked, Answer>(
  work: (asked: Asked) => Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  parentPort?.on('message', (asked: Asked) => {
    void work(asked).then((answer) => parentPort?.postMessage(answer, []))
  })
  return work
}
