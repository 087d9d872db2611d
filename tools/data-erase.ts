import { sql } from 'kysely'
import { systemClock } from '#platform/calendar.ts'
import { connect, disconnect, type Database } from '#platform/database.ts'
import { masterKeysIn, readMasterKeys } from '#platform/master-key.ts'
import { eraseParty } from '#records/erasing.ts'
import { keyStore } from '#records/keys.ts'
import { runBeside, type Beside } from '#tools/beside.ts'

/**
 * Erases whom a case is about, in the running house, where the Service has decided that it must:
 * `npm run data:erase -- HQM-2026-000123 "letter of 3 May"`. Without --yes it says what would be
 * gone.
 */
const USAGE =
  'Say whom, and why: npm run data:erase -- HQM-2026-000123 "letter of 3 May", and --yes once ' +
  'you are sure.'

const words = process.argv.slice(2)
const [number, ground, ...others] = words.filter((word) => word !== '--yes')

async function erasure(
  beside: Beside,
  { number, ground }: { readonly number: string; readonly ground: string },
): Promise<string | undefined> {
  const open = opening(beside)
  const db = open('kecid_jobs')
  const found = await wholeOf(db, number)
  if (!found) return `There is no case ${number}.`
  if (found.erased) return `Whom ${number} is about was erased already.`
  const [against] = found.against
  if (against !== undefined) return AGAINST[against](number)
  const { cases, documents } = found
  if (!words.includes('--yes')) {
    console.log(
      `Gone for good would be all that is told in ${cases} case(s) of whom ${number} is about, ` +
        `with ${documents} document(s), and their account. To do it, say --yes as well.`,
    )
    return undefined
  }
  const { masterKeyFile: file } = beside.configuration
  const read = readMasterKeys(file, false)
  if (!read.ok) return read.problem
  const keys = keyStore(open('kecid_keys'), masterKeysIn(file, read.keys))
  await eraseParty(
    { db, keys },
    {
      partyId: found.party,
      at: systemClock.now(),
      decided: { caseId: found.caseId, ground },
    },
  )
  console.log(`Whom ${number} is about is erased here; archives of before hold them for a while.`)
  return undefined
}

const opening =
  ({ server, endings }: Beside) =>
  (login: 'kecid_jobs' | 'kecid_keys') => {
    const db = connect({ url: server.as(login), max: 1, application: 'kecid erasing' })
    endings.add(login, () => disconnect(db))
    return db
  }

/** What has to end before, as the database names it. */
const AGAINST = {
  case: (number: string) => `A case of whom ${number} is about is under way; it has to end before.`,
  status: (number: string) =>
    `Whom ${number} is about holds a status; it has to end before its holder is erased.`,
  hold: (number: string) =>
    `The data of whom ${number} is about is held; it has to be let go before.`,
} as const

type Whole = {
  readonly party: string
  readonly caseId: string
  readonly erased: boolean
  readonly cases: number
  readonly documents: number
  readonly against: readonly (keyof typeof AGAINST)[]
}

async function wholeOf(db: Database, number: string): Promise<Whole | undefined> {
  const { rows } = await sql<Whole>`
    select party, case_id, erased, cases, documents, against
    from erasing_of(${number})`.execute(db)
  return rows[0]
}

if (number === undefined || !ground || others.length > 0) {
  console.error(USAGE)
  process.exit(1)
}
await runBeside((beside) => erasure(beside, { number, ground }))
