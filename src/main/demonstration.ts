import { assert } from '#core/assert.ts'
import type { Ground } from '#main/ground.ts'
import type { Configuration } from '#platform/configuration.ts'
import { systemClock } from '#platform/calendar.ts'
import {
  connect,
  disconnect,
  inTransaction,
  type DatabaseRole,
  type Tx,
} from '#platform/database.ts'
import { hashPassword } from '#platform/passwords.ts'
import type { MasterKey } from '#platform/sealing.ts'
import { accountByEmail, addAccount, setPassword } from '#records/accounts.ts'
import {
  DEMONSTRATION_PASSWORD,
  ensureDemonstrationOfficials,
} from '#records/demonstration-officials.ts'

/** An invented person who applies, so that the portal can be tried without an e-mail. */
export const DEMONSTRATION_APPLICANT = 'applicant@kecid.example'

/** The invented people of a demonstration, each added once; never in production. */
export async function ensureDemonstration(
  { url, master }: Ground,
  { demonstration, stage }: Configuration,
  empty: boolean,
): Promise<void> {
  if (!demonstration) return
  assert(stage !== 'production', 'the configuration refuses a demonstration in production')
  await as('kecid_office', url, (tx) => ensureDemonstrationOfficials(tx, master))
  if (!empty) await as('kecid_portal', url, (tx) => ensureApplicant(tx, master))
}

async function ensureApplicant(tx: Tx, master: MasterKey): Promise<void> {
  const email = DEMONSTRATION_APPLICANT
  if (await accountByEmail(tx, master, email)) return
  const hashing = await hashPassword(DEMONSTRATION_PASSWORD)
  assert(hashing.ok, 'nobody else is hashing while the house is being made ready')
  const { id } = await addAccount(tx, master, { email, language: 'en' })
  await setPassword(tx, { accountId: id, passwordHash: hashing.hash, at: systemClock.now() })
}

async function as(role: DatabaseRole, url: string, work: (tx: Tx) => Promise<void>) {
  const db = connect({ url, role, max: 1, application: 'kecid demonstration' })
  try {
    await inTransaction(db, work)
  } finally {
    await disconnect(db)
  }
}
