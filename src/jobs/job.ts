import type { z } from 'zod'
import type { Mailer } from '#jobs/mailer.ts'
import type { House } from '#records/house.ts'

/**
 * The room `jobs` does what nobody waits for: one file per job. A job may run twice, since a worker
 * can die between the work and the note that it is done; the second time changes nothing.
 */
export type Handler<Payload> = {
  /** What arrives is parsed: it may have been written by an earlier version. */
  readonly payload: z.ZodType<Payload>
  /** It does what the clock alone asks for and nobody can undo: not while time is in doubt. */
  readonly needsTrustedTime: boolean
  readonly work: (tools: Tools, payload: Payload) => Promise<void>
}

export type Tools = { readonly house: House; readonly mailer: Mailer }
