import type { IsoMoment } from '#core/dated.ts'
import type { Policy } from '#core/policy/policy.ts'
import type { Assets } from '#platform/assets.ts'
import type { Clock } from '#platform/calendar.ts'
import type { Database } from '#platform/database.ts'
import type { Judge } from '#platform/intake/judge.ts'
import type { Log } from '#platform/log.ts'
import type { HouseSecret } from '#platform/sealing.ts'
import type { Vault } from '#platform/vault.ts'
import type { Keys } from '#records/keys.ts'
import type { LivingPolicy } from '#records/living-policy.ts'

/**
 * What every face of the house works with. The database is the face's own: it may do its work
 * there and nothing else.
 */
export type House = {
  readonly db: Database
  /** Where sessions and credentials are, which no face reads or writes by its own login. */
  readonly door: Database
  readonly secret: HouseSecret
  /** The keys of parties and cases, by a login that does nothing else. */
  readonly keys: Keys
  readonly clock: Clock
  /** The clock that all processes share; `clock` is held against it before jobs rely on it. */
  readonly databaseNow: (db: Database) => Promise<IsoMoment>
  /** What is in force; whoever holds on to it works by the same from beginning to end. */
  readonly policy: Policy
  /** Looks whether a newer version was published, at once where its number was heard. */
  readonly followPolicy: LivingPolicy['follow']
  readonly vault: Vault
  readonly judge: Judge
  readonly assets: Assets
  readonly log: Log
  /** Public origins, without a slash at the end. */
  readonly portalUrl: string
  readonly officeUrl: string
  /** The address at which people write to the Service. */
  readonly contact: string
  /** Pages and documents say "demonstration", and demonstration accounts may sign in. */
  readonly demonstration: boolean
  /** Nothing is submitted or signed under provisional values that two people did not adopt. */
  readonly adoptionNeeded: boolean
  readonly sessionHours: number
  /** Believe X-Forwarded-For: a proxy of ours is in front. */
  readonly trustProxy: boolean
}
