import { extname, join } from 'node:path'
import type { Assets } from '#platform/assets.ts'
import type { Clock } from '#platform/calendar.ts'
import type { Configuration } from '#platform/configuration.ts'
import { databaseNow, inTransaction, type Database } from '#platform/database.ts'
import type { Judge } from '#platform/intake/judge.ts'
import type { Log } from '#platform/log.ts'
import type { HouseSecret } from '#platform/sealing.ts'
import type { Vault } from '#platform/vault.ts'
import type { House } from '#records/house.ts'
import type { Keys } from '#records/keys.ts'
import { livingPolicy, type LivingPolicy } from '#records/living-policy.ts'
import { publishPolicy, type Publisher } from '#records/policy.ts'
import type { PolicyFiles } from '#records/policy-files.ts'

/** What all faces of one process share. */
export type Furniture = {
  readonly door: Database
  readonly secret: HouseSecret
  readonly keys: Keys
  readonly clock: Clock
  readonly living: LivingPolicy
  readonly vault: Vault
  readonly judge: Judge
  readonly assets: Assets
  readonly log: Log
}

export type HouseSettings = Pick<
  Configuration,
  'stage' | 'portalUrl' | 'officeUrl' | 'contact' | 'demonstration' | 'sessionHours' | 'trustProxy'
>

/** No document of an applicant is larger. */
export const DOCUMENT_BYTES_MAX = 10 * 1024 * 1024

/** The program that judges files lies beside this one, in src/main as in build/main. */
export const JUDGE_PROGRAM = join(import.meta.dirname, `judge${extname(import.meta.filename)}`)

/** The house as one face meets it: with a database in which it may do its own work only. */
export function houseOf(db: Database, furniture: Furniture, settings: HouseSettings): House {
  const { stage, portalUrl, officeUrl, contact, ...rest } = settings
  const { demonstration, sessionHours, trustProxy } = rest
  const { living, ...others } = furniture
  return {
    db,
    ...others,
    get policy() {
      return living.now()
    },
    followPolicy: living.follow,
    databaseNow,
    portalUrl,
    officeUrl,
    contact,
    demonstration,
    adoptionNeeded: stage === 'production',
    sessionHours,
    trustProxy,
  }
}

/** Publishes what is shipped, and follows whatever is published from then on. */
export async function publishedPolicy(
  jobs: Database,
  files: PolicyFiles,
  by: Omit<Publisher, 'isShipped'>,
): Promise<LivingPolicy> {
  await inTransaction(jobs, (tx) => publishPolicy(tx, files, { ...by, isShipped: true }))
  return livingPolicy(jobs)
}
