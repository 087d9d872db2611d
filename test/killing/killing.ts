import { randomInt } from 'node:crypto'
import { join, resolve } from 'node:path'
import type { TestContext } from 'node:test'
import { assert } from '#core/assert.ts'
import { lawOn } from '#main/demonstration/settling.ts'
import { openKeys } from '#main/ground.ts'
import { DOCUMENT_BYTES_MAX, houseOf, publishedPolicy } from '#main/house.ts'
import { readAssets } from '#platform/assets.ts'
import { systemClock } from '#platform/calendar.ts'
import { connect, disconnect, type Database } from '#platform/database.ts'
import { openLog } from '#platform/log.ts'
import { folderVault } from '#platform/vault.ts'
import type { House } from '#records/house.ts'
import { readPolicyFiles } from '#records/policy-files.ts'
import { ASSETS } from '#test/house.ts'
import { sharedJudge } from '#test/judge.ts'
import { chance } from '#test/killing/chance.ts'
import { partedHouse, type PartedHouse } from '#test/killing/parted-house.ts'
import { playOf, type Wanted } from '#test/killing/play.ts'
import { foundWhole } from '#test/killing/remains.ts'

/**
 * People and officials act in a house whose processes are killed one after the other, at moments
 * that are drawn. Whoever is not answered looks whether it was done before doing it again. In the
 * end everything that was done is there once, whole, and nothing else is.
 *
 * A run that went wrong is drawn again with its seed in KECID_TEST_SEED; how far each process has
 * come when it is killed is up to the machine.
 */
export async function killedAmid(t: TestContext, wanted: Wanted): Promise<void> {
  const seed = Number(process.env['KECID_TEST_SEED'] ?? randomInt(1_000_000))
  const running = await partedHouse(t)
  const db = connect({ url: running.url, max: 2, application: 'test of killing' })
  try {
    const house = await seenFromInside(db, running)
    const today = house.clock.today()
    const description = lawOn(house.policy, today)
    assert(description !== undefined, 'there is a law today')
    const world = { house: running, description, today, officials: new Map() }
    const play = playOf(world, chance(seed))
    await play.begin()
    await play.goOn(wanted)
    t.diagnostic(`seed ${seed}: ${JSON.stringify(play.told)}`)
    await foundWhole({ world, house, lives: play.lives })
  } catch (cause) {
    const complaints = running.complaints()
    throw new Error(`It went wrong with KECID_TEST_SEED=${seed}\n${complaints}`, { cause })
  } finally {
    await disconnect(db)
    await running.stop()
  }
}

const POLICY = resolve(import.meta.dirname, '..', '..', 'policy')

/** The same house, for whoever may read everything that is kept in it. */
async function seenFromInside(db: Database, running: PartedHouse): Promise<House> {
  const { data, portalUrl, officeUrl } = running
  const opening = await openKeys(db, join(data, 'master.key'))
  const read = readPolicyFiles(POLICY)
  assert(opening.ok && read.ok, 'the house has made its key, and found its policy')
  const [{ secret, keys }, clock] = [opening, systemClock]
  const furniture = {
    door: db,
    secret,
    keys,
    clock,
    living: await publishedPolicy(db, read.policy, { secret, at: clock.now() }),
    vault: folderVault(join(data, 'vault'), DOCUMENT_BYTES_MAX),
    judge: sharedJudge(),
    assets: await readAssets(ASSETS),
    log: openLog({ level: 'silent', clock, write: () => undefined }),
  }
  const addresses = { portalUrl, officeUrl, contact: 'service@kecid.example' }
  const rest = { demonstration: true, sessionHours: 1, trustProxy: false }
  return houseOf(db, furniture, { stage: 'test', ...addresses, ...rest })
}
