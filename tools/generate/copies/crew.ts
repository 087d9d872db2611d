import { Worker } from 'node:worker_threads'
import type { Template } from '../template/text.ts'
import { copiesOf, type Copies, type Copying, type Maker } from './make.ts'

/** What a worker is given when it begins, and what for each share of the copies. */
export type Given = { readonly maker: Maker; readonly templates: readonly Template[] }

/** Makes copies, in this thread or in several beside it. */
export type Crew = {
  readonly make: (share: readonly Copying[]) => Promise<Copies>
  readonly end: () => Promise<void>
}

export function crewOf(threads: number, given: Given): Crew {
  if (threads === 0) {
    return {
      make: async (share) => copiesOf(given.maker, given.templates, share),
      end: async () => undefined,
    }
  }
  const workers = Array.from({ length: threads }, () => workerWith(given))
  let turn = 0
  return {
    make: (share) => {
      turn += 1
      return asked(workers[turn % threads], share)
    },
    end: async () => {
      await Promise.all(workers.map(({ worker }) => worker.terminate()))
    },
  }
}

type Hired = { readonly worker: Worker; readonly answers: PromiseWithResolvers<Copies>[] }

function workerWith(workerData: Given): Hired {
  // Node reads these files by itself; a compiler between would name each function that is made.
  const settings = { workerData, execArgv: [] }
  const worker = new Worker(new URL('worker.ts', import.meta.url), settings)
  const answers: PromiseWithResolvers<Copies>[] = []
  worker.on('message', (copies: Copies) => answers.shift()?.resolve(copies))
  worker.on('error', (fault) => {
    for (const answer of answers.splice(0)) answer.reject(fault)
  })
  return { worker, answers }
}

function asked(hired: Hired | undefined, share: readonly Copying[]): Promise<Copies> {
  if (hired === undefined) throw new Error('There is nobody to make copies')
  const answer = Promise.withResolvers<Copies>()
  hired.answers.push(answer)
  hired.worker.postMessage(share, [])
  return answer.promise
}
