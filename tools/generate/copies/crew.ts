import { Worker } from 'node:worker_threads'
import type { Template } from '../template/text.ts'
import { copiesOf, type Copying, type Maker } from './make.ts'

/** What a worker is given when it begins, and what for each share of the copies. */
export type Given = { readonly maker: Maker; readonly templates: readonly Template[] }
export type Made = { readonly rows: readonly Uint8Array[]; readonly leafHashes: Uint8Array }

/** Makes copies, in this thread or in several beside it. */
export type Crew = {
  readonly make: (share: readonly Copying[]) => Promise<Made>
  readonly end: () => Promise<void>
}

export const made = ({ maker, templates }: Given, share: readonly Copying[]): Made => {
  const { rows, leafHashes } = copiesOf(maker, templates, share)
  return { rows: rows.map((text) => new TextEncoder().encode(text)), leafHashes }
}

export function crewOf(threads: number, given: Given): Crew {
  if (threads === 0) {
    return { make: async (share) => made(given, share), end: async () => undefined }
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

type Hired = { readonly worker: Worker; readonly answers: PromiseWithResolvers<Made>[] }

function workerWith(workerData: Given): Hired {
  // Node reads these files by itself; a compiler between would name each function that is made.
  const settings = { workerData, execArgv: [] }
  const worker = new Worker(new URL('worker.ts', import.meta.url), settings)
  const answers: PromiseWithResolvers<Made>[] = []
  worker.on('message', (made: Made) => answers.shift()?.resolve(made))
  worker.on('error', (fault) => {
    for (const answer of answers.splice(0)) answer.reject(fault)
  })
  return { worker, answers }
}

function asked(hired: Hired | undefined, share: readonly Copying[]): Promise<Made> {
  if (hired === undefined) throw new Error('There is nobody to make copies')
  const answer = Promise.withResolvers<Made>()
  hired.answers.push(answer)
  hired.worker.postMessage(share, [])
  return answer.promise
}
