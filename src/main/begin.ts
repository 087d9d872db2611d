import { join } from 'node:path'
import { hasLaw } from '#core/policy/policy.ts'
import { createOffered } from '#exchange/offered/app.ts'
import { signedChange } from '#exchange/signing.ts'
import { startPaying } from '#exchange/payments/work.ts'
import { startAsking, type Exchange } from '#exchange/work.ts'
import { startWorker } from '#jobs/run.ts'
import { smtpMailer } from '#jobs/mailer.ts'
import { makeDataFolder } from '#main/data-folder.ts'
import { ensureOfficials } from '#main/demonstration.ts'
import { furnish } from '#main/demonstration/furnish.ts'
import type { Faces } from '#main/demonstration/live.ts'
import { takeDoors, type Doors } from '#main/doors.ts'
import { endingsOf, type Endings } from '#main/endings.ts'
import { offeringOf, payingOf, signingOf, waysOf } from '#main/exchange.ts'
import { failed, type Failure } from '#main/failure.ts'
import { layGround, type Ground } from '#main/ground.ts'
import { DOCUMENT_BYTES_MAX, houseOf, JUDGE_PROGRAM, type Furniture } from '#main/house.ts'
import { createOffice } from '#office/app.tsx'
import { readAssets, type Assets } from '#platform/assets.ts'
import { again } from '#platform/again.ts'
import { systemClock } from '#platform/calendar.ts'
import type { Configuration } from '#platform/configuration.ts'
import { announceCopy, copySentence, livingCopy, withdrawCopy } from '#platform/copies.ts'
import { connect, disconnect, type Database } from '#platform/database.ts'
import { isUnreachable } from '#platform/database-reach.ts'
import { openJudge } from '#platform/intake/judge.ts'
import { faultFields, type Log } from '#platform/log.ts'
import { diskFullSentence, isDiskFull } from '#platform/trouble.ts'
import { folderVault } from '#platform/vault.ts'
import { createPortal } from '#portal/app.tsx'
import { makeFindable } from '#records/findable.ts'
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
  /** Where other systems of the state ask. */
  readonly exchange?: string
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
  const { dataFolder } = beginning.configuration
  const begun = await begunWith(beginning, endings).catch((fault: unknown) => ({ fault }))
  if ('ok' in begun && begun.ok) return begun
  await endings.run()
  if ('ok' in begun) return begun
  if (isDiskFull(begun.fault)) return failed('environment', diskFullSentence(dataFolder))
  if (isUnreachable(begun.fault)) return failed('environment', LOST)
  throw begun.fault
}

const LOST = 'The database went away while Keçid was starting; see to it and start again.'

async function begunWith(beginning: Beginning, endings: Endings): Promise<Begun | Failure> {
  const { configuration, log } = beginning
  const { dataFolder } = configuration
  const obstacle = obstacleTo(configuration)
  if (obstacle) return obstacle
  const taken = await takeDoors(configuration, endings)
  if (!taken.ok) return copyAt(dataFolder) ?? taken
  const { doors } = taken
  announceCopy(dataFolder, addressList(doors))
  endings.add('announcement', async () => withdrawCopy(dataFolder))

  const loss = Promise.withResolvers<Failure>()
  const onLoss = (sentence: string) => loss.resolve(failed('environment', sentence))
  const laying = await layGround({ ...beginning, endings, onLoss })
  if (!laying.ok) return laying
  const { ground } = laying
  const site = { ...beginning, configuration: doors.configuration }
  await openUp(site, { ground, doors, endings })
  log.info('ready', { pid: process.pid })
  return {
    ok: true,
    addresses: { ...doors.addresses, database: ground.server.place },
    stop: endings.run,
    lost: loss.promise,
  }
}

/**
 * What can be seen to be in the way before anything is touched. On a server that was named, several
 * processes may share a folder, each with its own parts; there the ports tell a second copy.
 */
function obstacleTo({ dataFolder, databaseUrl }: Configuration): Failure | undefined {
  const copy = databaseUrl === undefined ? copyAt(dataFolder) : undefined
  if (copy) return copy
  const problem = makeDataFolder(dataFolder)
  return problem === undefined ? undefined : failed('environment', problem)
}

function copyAt(dataFolder: string): Failure | undefined {
  const copy = livingCopy(dataFolder)
  return copy && failed('environment', copySentence(copy))
}

const addressList = ({ addresses }: Doors): readonly string[] =>
  [addresses.portal, addresses.office, addresses.standins].filter((each) => each !== undefined)

type Standing = {
  readonly ground: Ground
  readonly doors: Doors
  readonly endings: Endings
}

/** Whoever comes in passes the door, for one short statement. */
const CONNECTIONS = { kecid_door: 4, kecid_portal: 10, kecid_office: 6, kecid_exchange: 4 } as const

/** What is published acts everywhere as soon; whoever is signed in brings word of it themselves. */
const FOLLOW_EVERY_MS = 2000

/** What an earlier version gave is there once; another may still run beside this one. */
const FIND_EVERY_MS = 60_000

/** Faces can be met before the invented people have moved in; jobs are begun after that. */
async function openUp(beginning: Beginning, { ground, doors, endings }: Standing): Promise<void> {
  const { configuration, empty, root } = beginning
  const { parts, demonstration, smtpUrl: url, mailFrom: from } = configuration
  const assetsFolder = join(root, 'build', 'assets')
  const assets = await readAssets(assetsFolder)
  const faces = facesOf(beginning, { ground, endings, assets })
  await ensureOfficials({ office: faces.office, jobs: ground.jobs }, configuration)
  if (parts.includes('portal')) doors.open('portal', createPortal(faces.portal, assetsFolder))
  if (parts.includes('office')) doors.open('office', createOffice(faces.office, assetsFolder))
  const { mails, registers, payments } = doors
  if (mails) {
    const made = {
      mails,
      assets,
      assetsFolder,
      ...(registers ? { registers: registers.state } : {}),
      ...(payments ? { payments: payments.state } : {}),
    }
    doors.open('standins', createStandins(made))
  }
  const following = again(FOLLOW_EVERY_MS, beginning.log, () => ground.living.follow())
  endings.add('following of policy', following.stop)
  const { policy, clock } = faces.portal
  if (demonstration && !empty && hasLaw(policy, clock.today())) await furnish(faces)
  if (parts.includes('jobs')) {
    const tools = { house: faces.jobs, mailer: smtpMailer({ url, from }) }
    const worker = await startWorker(tools, ground.server.as('kecid_jobs'))
    endings.add('worker', worker.stop)
    const finding = again(FIND_EVERY_MS, beginning.log, () =>
      makeFindable(faces.jobs, clock.today()),
    )
    endings.add('finding of statuses', finding.stop)
  }
  if (parts.includes('exchange')) {
    const { log } = beginning
    const paying = payingOf(faces, configuration)
    doors.open(
      'exchange',
      createOffered(offeringOf(faces, configuration), configuration.exchangeCallers, paying),
    )
    if (paying) endings.add('payments', startPaying(paying).stop)
    const asking = startAsking(exchangeOf(faces, { configuration, log }))
    endings.add('exchange', asking.stop)
  }
  endings.add('doors', doors.close) // before what they lead to
}

/** Who asks registers, by what policy says of them now. */
function exchangeOf(
  { jobs, exchange: db }: Faces,
  { configuration, log }: Pick<Beginning, 'configuration' | 'log'>,
): Exchange {
  const policy = () => jobs.policy
  const signing = signingOf(configuration.exchange, log)
  return {
    db,
    keys: jobs.keys,
    policy,
    ways: waysOf(configuration.exchange, { log, systems: () => policy().systems }),
    now: jobs.databaseNow,
    log,
    groundNeeded: configuration.stage === 'production',
    chance: Math.random,
    signed: (change) => signedChange(signing, policy().systems, change),
  }
}

/** Each face with a login of its own in the database, so that it may do its own work only. */
function facesOf(
  { configuration, log }: Beginning,
  { ground, endings, assets }: Pick<Standing, 'ground' | 'endings'> & { readonly assets: Assets },
): Faces {
  const { server, jobs, secret, keys, living } = ground
  const vault = folderVault(join(configuration.dataFolder, 'vault'), DOCUMENT_BYTES_MAX)
  const judge = openJudge({ program: JUDGE_PROGRAM, log })
  endings.add('judge of files', judge.close)
  // An empty file, so that the first real one need not wait and the log says which walls stand.
  judge
    .judge({ size: 0, of: '', bytes: async () => [] })
    .catch((fault: unknown) => log.warn('no judge of files', faultFields(fault)))
  const database = (login: keyof typeof CONNECTIONS): Database => {
    const [url, max] = [server.as(login), CONNECTIONS[login]]
    const db = connect({ url, max, application: login.replace('_', ' ') })
    endings.add(login, () => disconnect(db))
    return db
  }
  const door = database('kecid_door')
  const shared = { secret, keys, living, log, vault, judge, assets, door }
  const furniture: Furniture = { ...shared, clock: systemClock }
  return {
    portal: houseOf(database('kecid_portal'), furniture, configuration),
    office: houseOf(database('kecid_office'), furniture, configuration),
    jobs: houseOf(jobs, furniture, configuration),
    exchange: database('kecid_exchange'),
  }
}
