import type { DriverCode, System } from '#core/policy/systems.ts'
import type { Content } from '#exchange/content.ts'
import type { Contract } from '#exchange/contract.ts'
import type { Exchanged, Reply, Request, Written } from '#exchange/driver.ts'

/** How systems are spoken with by one protocol: its words, and what carries them. */
export type Way = {
  readonly write: (system: System, saying: Saying) => Written | Promise<Written>
  /** Gives up after that time, and never throws. */
  readonly send: (request: Request, timeoutMs: number) => Promise<Sent>
  readonly read: (system: System, saying: Saying, reply: Reply) => Exchanged
}

export type Ways = Readonly<Record<DriverCode, Way>>

/** What is said to a service, whichever protocol carries it. */
export type Saying = {
  readonly contract: Contract
  readonly content: Content
  readonly messageId: string
  readonly issue: string
}

export type Sent =
  { readonly ok: true; readonly reply: Reply } | { readonly ok: false; readonly fault: string }
