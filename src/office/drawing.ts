import { extname, join } from 'node:path'
import type { draw } from '#office/drawing-thread.ts'
import { threadFor } from '#platform/thread.ts'

/** Lies beside this one, in src/office as in build/main. */
const PROGRAM = join(import.meta.dirname, `drawing-thread${extname(import.meta.filename)}`)

/**
 * The file of a piece, of which one is drawn at a time; undefined where too many wait. It takes a
 * thread for up to seconds, and nobody at the office or the portal waits for that.
 */
export const drawMaterial = threadFor<typeof draw>({
  program: PROGRAM,
  waitingMax: 12,
  millisecondsMax: 60_000,
})
