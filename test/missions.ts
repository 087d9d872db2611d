import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { assert } from '#core/assert.ts'
import type { Mission } from '#core/promotion/missions.ts'
import { releaseFigures } from '#jobs/release-figures.ts'
import { DEMONSTRATION_MISSIONS } from '#main/demonstration/missions.ts'
import type { CampaignSaid } from '#core/promotion/campaigns.ts'
import { addDays } from '#core/dated.ts'
import { actingOn, inTransaction, type Database } from '#platform/database.ts'
import { campaignById, makeCampaign } from '#records/campaigns.ts'
import type { TestHouse } from '#test/house.ts'
import { FROZEN_POLICY } from '#test/policies.ts'
import { copyOfPolicy, type Ending } from '#test/published.ts'

export { DEMONSTRATION_MISSIONS }

/** The frozen policy, or another, with the invented missions beside it. */
export function policyWithMissions(
  t: Ending,
  missions: readonly Mission[] = DEMONSTRATION_MISSIONS,
  from = FROZEN_POLICY,
) {
  const folder = copyOfPolicy(t, from)
  mkdirSync(join(folder, 'missions'))
  for (const mission of missions) {
    const text = stringify(mission, { aliasDuplicateObjects: false })
    writeFileSync(join(folder, 'missions', `${mission.code}.yaml`), text)
  }
  return folder
}

/** The database of the office, as one of its people has it. */
export async function officialIn(
  { office, faces, clock }: TestHouse,
  name: string,
): Promise<Database> {
  const { cookies } = await office(`${name}@kecid.example`)
  const token = cookies.get('kecid-office') ?? ''
  return actingOn(faces.office.db, { token, at: clock.now() })
}

/** What the clock alone asks for at the end of a week. */
export async function weekIsShown({ faces }: TestHouse): Promise<void> {
  const tools = { house: faces.jobs, mailer: { send: async () => 'sent' as const } }
  await releaseFigures.work(tools, {})
}

/** A campaign of the mission of somebody, of tomorrow, in Turkish and English. */
export async function campaignOf(
  home: TestHouse,
  { by = 'consul', ...more }: Partial<CampaignSaid> & { readonly by?: string } = {},
) {
  const db = await officialIn(home, by)
  const day = addDays(home.clock.today(), 1)
  const said: CampaignSaid = {
    event: { tr: 'Mühendislik Fuarı', en: 'Engineering Fair' },
    place: 'Technical University, Ankara',
    from: day,
    until: day,
    languages: ['tr', 'en'],
    leadsTo: 'welcome',
    ...more,
  }
  const at = home.clock.now()
  const id = await inTransaction(db, (tx) => makeCampaign(tx, said, at))
  const campaign = await inTransaction(db, (tx) => campaignById(tx, id))
  assert(campaign !== undefined, 'it was made')
  return { db, at, campaign }
}
