import { deepEqual, equal, ok } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { isoMoment } from '#core/dated.ts'
import { fold } from '#core/cases/folding.ts'
import { outcomeIn } from '#core/cases/standing.ts'
import type { CaseEvent, Recorded } from '#core/cases/happenings.ts'
import { forget } from '#jobs/forget.ts'
import { paths as officePaths } from '#office/paths.ts'
import { fixedClock, later } from '#platform/calendar.ts'
import { inTransaction, type Database } from '#platform/database.ts'
import type { Stored } from '#platform/vault.ts'
import { paths } from '#portal/paths.ts'
import { readAnswers } from '#records/answers.ts'
import { finishErasing } from '#records/erasing.ts'
import { readCase, type Case } from '#records/read-case.ts'
import { documentsAndRemoved } from '#records/documents.ts'
import type { House } from '#records/house.ts'
import { lettersOfCase, type Letter } from '#records/letters.ts'
import { idsIn, type Life, type Taken, type World } from '#test/killing/lives.ts'
import { ledgerDump, outsideVerifier } from '#test/outside-verifier.ts'
import { until } from '#test/program.ts'

export type Remains = {
  readonly world: World
  readonly house: House
  readonly lives: readonly Life[]
}

const isDiscarded = ({ steps }: Life) => steps.at(-1)?.step === 'discard'
const hasBegun = ({ steps }: Life) => steps.length > 0

/** Everything that was done is there once, whole; nothing else is. */
export async function foundWhole(remains: Remains): Promise<void> {
  const { world, house, lives } = remains
  const { data, close } = world.house
  // What was interrupted between its key and its rows is ended every hour; here it is at once.
  await finishErasing(house, house.log)
  await stillSignedIn(remains)
  await until(async () => (await stillToDo(house.db)) === 0, 'the end of the jobs')
  deepEqual(await close(), [0, 0, 0, 0])

  const { verify } = await outsideVerifier()
  const key = readFileSync(join(data, 'master.key'), 'utf8')
  deepEqual(verify(await ledgerDump(house.db), key), [])
  let letters = 0
  const named: string[] = []
  for (const life of lives.filter(hasBegun)) {
    const kept = await keptOf(house, life)
    if (isDiscarded(life)) equal(kept, undefined, life.email)
    if (!kept) continue
    stepsAreThere(life, kept.found)
    await answersAreThere(house, life, kept.found)
    lettersAreSent(remains, life, kept)
    named.push(...(await filesOpen(house, life, kept)))
    letters += kept.letters.length
  }
  equal(await lettersThere(house.db), letters, 'no letter is of anything else')
  await sweep(house)
  deepEqual((await filesIn(join(data, 'vault'))).toSorted(), named.toSorted())
}

/** Everybody who came in before the first kill and after it. */
async function stillSignedIn({ world, lives }: Remains): Promise<void> {
  for (const life of lives.filter(hasBegun)) {
    const list = await life.home.look(paths.applications.to('en'))
    equal(list.status, 200, `${life.email} is signed in`)
    deepEqual(idsIn(list.text), isDiscarded(life) ? [] : [life.id])
  }
  for (const [email, signedIn] of world.officials) {
    const page = await (await signedIn).look(officePaths.work.to('en'))
    equal(page.status, 200, `${email} is signed in`)
  }
}

/** Jobs that wait, and leaves without a place. */
async function stillToDo(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from waiting_job)
      + (select count(*) from jobs._private_jobs)
      + (select count(*) from ledger_leaf where index is null) as count`.execute(db)
  return Number(rows[0]?.count)
}

async function lettersThere(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from letter`.execute(db)
  return Number(rows[0]?.count)
}

type Kept = {
  readonly found: Case
  readonly letters: readonly Letter[]
  readonly documents: readonly { readonly name: string; readonly stored: readonly Stored[] }[]
}

const LONG_AGO = isoMoment('2000-01-01T00:00:00.000Z')

function keptOf({ db, keys }: House, { id }: Life): Promise<Kept | undefined> {
  return inTransaction(db, async (tx) => {
    const found = await readCase(tx, keys, id)
    if (!found) return undefined
    const all = await documentsAndRemoved(tx, id, { since: LONG_AGO, at: LONG_AGO })
    const { filed, removed } = all(found)
    return {
      found,
      letters: await lettersOfCase(tx, keys, id),
      documents: [...filed, ...removed].map(({ name, stored, shown }) => ({
        name,
        stored: shown ? [stored, shown.stored] : [stored],
      })),
    }
  })
}

/** The case is what its events add up to, and these are the acts of its people and no others. */
function stepsAreThere(life: Life, { standing, history, version }: Case): void {
  const folded = fold(life.id, history)
  assert(folded !== undefined, 'a case folds')
  equal(folded.state, standing.state, life.email)
  equal(version, history.length, life.email)
  // What registers answered came by itself, of each once.
  const services = history.flatMap(({ event }) => (event.kind === 'confirm' ? event.service : []))
  equal(new Set(services).size, services.length, life.email)
  const acts = history.filter(({ event }) => event.kind !== 'confirm')
  deepEqual(
    acts.map(({ step }) => step),
    life.steps.map(({ step }) => step),
    life.email,
  )
  for (const [index, each] of acts.entries()) stepIsWhole(each, life.steps[index])
}

/** What was written in it is what was written, each word of it. */
function stepIsWhole({ event }: Recorded, taken?: Taken): void {
  const written = new Set(wordsIn(event))
  deepEqual(written, new Set(taken?.words === undefined ? [] : [taken.words]))
}

function wordsIn(event: CaseEvent): readonly string[] {
  if (event.kind === 'answer') return Object.values(event.reasons)
  if (event.kind === 'propose') return event.proposals.map(({ reasoning }) => reasoning)
  return event.kind === 'send-back' ? [event.reason] : []
}

async function answersAreThere({ db }: House, life: Life, found: Case): Promise<void> {
  const { answers, versions } = (await inTransaction(db, (tx) => readAnswers(tx, life.id)))(found)
  const values = Object.entries(answers).map(
    ([block, items]) => [block, items.map((item) => item.values)] as const,
  )
  deepEqual(Object.fromEntries(values), life.answers, life.email)
  for (const [block, items] of Object.entries(life.answers)) {
    equal(versions[block], Math.max(1, items.length), `${life.email}: ${block} was saved as often`)
  }
}

/** Each letter that the type writes for what happened, once, and its mail with the mail server. */
function lettersAreSent({ world }: Remains, life: Life, { found, letters }: Kept): void {
  const { type } = life.description
  const outcome = outcomeIn(found.standing)
  const due = found.history.flatMap(({ step }) =>
    type.letters.filter(({ on, when }) => on === step && (!when || when.outcome === outcome)),
  )
  const codes = (list: readonly { readonly code: string }[]) =>
    list.map(({ code }) => code).toSorted()
  deepEqual(codes(letters), codes(due), life.email)
  const mails = new Set(world.house.mails.newest(life.email).map(({ messageId }) => messageId))
  for (const { id, code, sentAt } of letters) {
    ok(sentAt !== undefined && mails.has(`<${id}@kecid>`), `${life.email}: ${code} was sent`)
  }
}

/** Gives where they lie. */
async function filesOpen({ vault }: House, life: Life, { found, documents }: Kept) {
  deepEqual(documents.map(({ name }) => name).toSorted(), life.files.toSorted(), life.email)
  const places = documents.flatMap(({ stored }) => stored)
  for (const stored of places) {
    const bytes = await vault.get(stored, found.key)
    ok(bytes, `${life.email}: a file is there`)
    for await (const _ of bytes); // it breaks off where it is not what was put
  }
  return places.map(({ address }) => address)
}

const SWEEPING_MS = 25 * 3_600_000

/** What the hourly job does a day later. */
async function sweep(house: House): Promise<void> {
  const at = later(house.clock.now(), SWEEPING_MS)
  const mailer = { send: () => Promise.reject(new Error('forgetting sends nothing')) }
  const then = { ...house, clock: fixedClock(at), databaseNow: async () => at }
  await forget.work({ house: then, mailer }, {})
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((each) => each.isFile()).map(({ name }) => name)
}
