import { sql } from 'kysely'
import type { System, Systems } from '#core/policy/systems.ts'
import type { Way, Ways } from '#exchange/ways.ts'
import type { Exchange } from '#exchange/work.ts'
import { askingRegisters } from '#jobs/ask-registers.ts'
import type { Database } from '#platform/database.ts'
import type { House } from '#records/house.ts'
import { addDrafts, patternOf, someone, submitDraft } from './drafts.ts'
import { QUIET } from './exchange-ways.ts'
import { PORTAL_CONNECTIONS, type BenchHouse, type Ground } from './ground.ts'
import { drained } from './rounds.ts'

/** Cases that were sent in, and whoever asks registers about them. */

const AT_ONCE = 8
const MS_MAX = 120_000

/** Sends in so many applications by records; the job of the product leaves their questions. */
export async function submittedIn(
  { assetsFolder }: Ground,
  bench: BenchHouse,
  cases: number,
): Promise<void> {
  const portal = bench.face('kecid_portal', PORTAL_CONNECTIONS)
  const pattern = await patternOf(portal, assetsFolder)
  const submitting = Array.from({ length: cases }, () => async () => {
    const drafts = await addDrafts(portal, pattern, [await someone(portal)])
    for (const draft of drafts) await submitDraft(portal, draft)
  })
  await drained(submitting, { atOnce: AT_ONCE, msMax: MS_MAX })
  const mailer = { send: () => Promise.reject(new Error('asking sends no mail')) }
  await askingRegisters.work({ house: bench.face('kecid_jobs', 2), mailer }, {})
}

/** Limits other than the shipped ones, of every system that is connected. */
export type Raised = Partial<System['limits']>

/** As many connections as the product gives it. */
export const EXCHANGE_CONNECTIONS = 4

/** How many calls are under way, and how many there were at the most. */
export type Flight = { now: number; most: number }

/** Whoever asks, as the product has them, but for these limits; every call is counted. */
export function exchangeIn(
  house: House,
  ways: Ways,
  raised: Raised,
): Exchange & { flight: Flight } {
  const flight = { now: 0, most: 0 }
  const counted = (way: Way): Way => ({
    ...way,
    send: async (request, timeoutMs) => {
      flight.now += 1
      flight.most = Math.max(flight.most, flight.now)
      try {
        return await way.send(request, timeoutMs)
      } finally {
        flight.now -= 1
      }
    },
  })
  return {
    db: house.db,
    keys: house.keys,
    policy: () => ({ ...house.policy, systems: raisedIn(house.policy.systems, raised) }),
    ways: {
      'xroad-rest': counted(ways['xroad-rest']),
      'xroad-soap': counted(ways['xroad-soap']),
      bridge: counted(ways.bridge),
    },
    now: house.databaseNow,
    log: QUIET,
    groundNeeded: true,
    chance: Math.random,
    signed: async () => undefined, // nobody is told of anything here
    flight,
  }
}

const raisedIn = (systems: Systems, raised: Raised): Systems => ({
  ...systems,
  systems: systems.systems.map((system) => ({
    ...system,
    limits: { ...system.limits, ...raised },
  })),
})

/** Makes everything wait again as if nothing had been asked, and due now. */
export async function askedAfresh(all: Database): Promise<void> {
  await sql`
    update inquiry set state = 'waiting', outcome = null, code = null, tries = 0,
      next_at = clock_timestamp(), leased_until = null, answered_at = null,
      answer_sealed = null`.execute(all)
  await sql`truncate exchange_message, system_state`.execute(all)
  await sql`delete from waiting_job where task = 'take-answers'`.execute(all)
  await sql`analyze inquiry`.execute(all)
}
