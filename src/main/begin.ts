import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { startWorker } from '#jobs/run.ts'
import { smtpMailer } from '#jobs/mailer.ts'
import { ensureDemonstration } from '#main/demonstration.ts'
import { takeDoors, type Doors } from '#main/doors.ts'
import { endingsOf, type Endings } from '#main/endings.ts'
import { failed, type Failure } from '#main/failure.ts'
import { layGround, type Ground } from '#main/ground.ts'
import { DOCUMENT_BYTES_MAX, houseOf, type Furniture } from '#main/house.ts'
import { createOffice } from '#office/app.tsx'
import { readAssets } from '#platform/assets.ts'
import { systemClock } from '#platform/calendar.ts'
import type { Configuration } from '#platform/configuration.ts'
import { announceCopy, copySentence, livingCopy, withdrawCopy } from '#platform/copies.ts'
import { connect, disconnect, type Database } from '#platform/database.ts'
import type { Log } from '#platform/log.ts'
import { troubleSentence } from '#platform/trouble.ts'
import { folderVault } from '#platform/vault.ts'
import { createPortal } from '#portal/app.tsx'
import { createStandins } from '#standins/app.tsx'

/** A house that is at work, until it is told to stop or loses the ground it stands on. */
export type Begun = {
  readonly ok: true
  readonly addresses: Addresses
  readonly stop: () => Promise<void>
  /** Told once the database is lost for good. */
  readonly lost: Promise<Failure>
}

export type Addresses = {
  readonly portal?: string
  readonly office?: string
  readonly standins?: string
  readonly database: string
}

export type Beginning = {
  readonly configuration: Configuration
  /** No invented people who apply, and nothing of theirs. */
  readonly empty: boolean
  /** The folder with db/, policy/ and build/. */
  readonly root: string
  readonly log: Log
}

/** Either everything runs, or nothing does and one sentence says why. */
export async function begin(beginning: Beginning): Promise<Begun | Failure> {
  const endings = endingsOf(beginning.log)
  const begun = await begunWith(beginning, endings).catch(async (fault: unknown) => {
    await endings.run()
    throw fault
  })
  if (!begun.ok) await endings.run()
  return begun
}

async function begunWith(beginning: Beginning, endings: Endings): Promise<Begun | Failure> {
  const { configuration, log } = beginning
  const { dataFolder } = configuration
  const obstacle = obstacleTo(configuration)
  if (obstacle) return obstacle
  const taken = await takeDoors(configuration, endings)
  if (!taken.ok) return taken
  const { doors } = taken
  announceCopy(dataFolder, addressList(doors))
  endings.add('announcement', async () => withdrawCopy(dataFolder))

  const loss = Promise.withResolvers<Failure>()
  const onLoss = (sentence: string) => loss.resolve(failed('environment', sentence))
  const laying = await layGround({ ...beginning, endings, onLoss })
  if (!laying.ok) return laying
  const { ground } = laying
  await ensureDemonstration(ground, configuration, beginning.empty)
  await openUp({ ...beginning, configuration: doors.configuration }, { ground, doors, endings })
  endings.add('doors', doors.close) // before what they lead to
  log.info('ready', { pid: process.pid })
  return {
    ok: true,
    addresses: { ...doors.addresses, database: ground.url },
    stop: endings.run,
    lost: loss.promise,
  }
}

/** What can be seen to be in the way before anything is touched. */
function obstacleTo({ dataFolder }: Configuration): Failure | undefined {
  const copy = livingCopy(dataFolder)
  if (copy) return failed('environment', copySentence(copy))
  try {
    mkdirSync(dataFolder, { recursive: true })
    return undefined
  } catch (error) {
    return failed('environment', troubleSentence(error, dataFolder))
  }
}

const addressList = ({ addresses }: Doors): readonly string[] =>
  [addresses.portal, addresses.office, addresses.standins].filter((each) => each !== undefined)

type Standing = {
  readonly ground: Ground
  readonly doors: Doors
  readonly endings: Endings
}

const CONNECTIONS = { kecid_portal: 10, kecid_office: 6 } as const

/** Each face with a role of its own in the database, so that it may do its own work only. */
async function openUp(beginning: Beginning, { ground, doors, endings }: Standing): Promise<void> {
  const { configuration, root, log } = beginning
  const { parts, dataFolder, smtpUrl, mailFrom } = configuration
  const { url, jobs, master, policy } = ground
  const assetsFolder = join(root, 'build', 'assets')
  const furniture: Furniture = {
    master,
    policy,
    log,
    clock: systemClock,
    vault: folderVault(join(dataFolder, 'vault'), DOCUMENT_BYTES_MAX),
    assets: await readAssets(assetsFolder),
  }
  const database = (role: keyof typeof CONNECTIONS): Database => {
    const db = connect({ url, role, max: CONNECTIONS[role], application: role.replace('_', ' ') })
    endings.add(role, () => disconnect(db))
    return db
  }
  if (parts.includes('jobs')) {
    const mailer = smtpMailer({ url: smtpUrl, from: mailFrom })
    const worker = await startWorker(
      { house: houseOf(jobs, furniture, configuration), mailer },
      url,
    )
    endings.add('worker', worker.stop)
  }
  if (parts.includes('portal')) {
    const house = houseOf(database('kecid_portal'), furniture, configuration)
    doors.open('portal', createPortal(house, assetsFolder))
  }
  if (parts.includes('office')) {
    const house = houseOf(database('kecid_office'), furniture, configuration)
    doors.open('office', createOffice(house, assetsFolder))
  }
  if (doors.mails) {
    const { assets } = furniture
    doors.open('standins', createStandins({ mails: doors.mails, assets, assetsFolder }))
  }
}
