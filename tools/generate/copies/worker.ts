import { parentPort, workerData } from 'node:worker_threads'
import { made, type Given } from './crew.ts'
import type { Copying } from './make.ts'

/** One of several threads that make copies; a share of them at a time. */
const given = workerData as Given

parentPort?.on('message', (share: readonly Copying[]) => {
  const { rows, leafHashes } = made(given, share)
  const buffers = [...rows, leafHashes].map(({ buffer }) => buffer as ArrayBuffer)
  parentPort?.postMessage({ rows, leafHashes }, buffers)
})
