import { parentPort, workerData } from 'node:worker_threads'
import type { Given } from './crew.ts'
import { copiesOf, type Copying } from './make.ts'

/** One of several threads that make copies; a share of them at a time. */
const { maker, templates } = workerData as Given

parentPort?.on('message', (share: readonly Copying[]) => {
  const { rows, leafHashes } = copiesOf(maker, templates, share)
  const buffers = [...rows, leafHashes].map(({ buffer }) => buffer as ArrayBuffer)
  parentPort?.postMessage({ rows, leafHashes }, buffers)
})
