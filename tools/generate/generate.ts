import { createHash, createSecretKey } from 'node:crypto'
import { sql } from 'kysely'
import { Client } from 'pg'
import { addDays, isoMoment } from '#core/dated.ts'
import type { Media } from '#core/policy/case-type.ts'
import { officialsByMailbox } from '#main/demonstration/furnish.ts'
import { sheetFor } from '#main/demonstration/papers.ts'
import { fixedClock } from '#platform/calendar.ts'
import { connect, disconnect, inTransaction, type Database } from '#platform/database.ts'
import { chanceFrom } from '#test/chance.ts'
import { crewOf, type Crew } from './copies/crew.ts'
import { drawn, sharesOf, type Drawn } from './copies/drawn.ts'
import type { Copies, Maker } from './copies/make.ts'
import { bringIn, loading } from './load/loading.ts'
import { placed, treeThatGrows } from './load/places.ts'
import { play } from './play/play.ts'
import { onStage, type Stage } from './play/stage.ts'
import { goOn, targetIn, type Installation, type Target } from './target.ts'
import { groupsOf, tablesOf, type Table } from './template/rows.ts'
import { templateOf, type Elsewhere } from './template/template.ts'
import type { Template } from './template/text.ts'

/** How many cases, and which: the same ones from the same seed. */
export type Wanted = {
  readonly cases: number
  readonly seed: number
  /** How many threads make copies beside this one; none where there are few. */
  readonly threads?: number
  readonly tell?: (sentence: string) => void
}

export type Generated =
  | { readonly ok: true; readonly cases: number; readonly leaves: number }
  | { readonly ok: false; readonly problem: string }

/**
 * Fills a house with invented cases as the product writes them: stories are played through the
 * product in a house that is thrown away, and what they leave is copied, each copy with ids,
 * numbers and keys of its own, everything sealed and entered in the ledger anew.
 */
export async function generate(given: Installation, wanted: Wanted): Promise<Generated> {
  // The beginning of the day in Baku: on one day the same seed gives the same.
  const start = isoMoment(`${addDays(given.clock.today(), -1)}T20:00:00.000Z`)
  const installation = { ...given, clock: fixedClock(start) }
  const { url } = installation
  const db = connect({ url, max: 2, application: 'kecid generating', statementMsMax: 0 })
  try {
    if (!(await isSuperuser(db))) return { ok: false, problem: NO_SUPERUSER }
    const target = await targetIn(db, installation)
    if ('problem' in target) return { ok: false, ...target }
    return await filled(db, { installation, target, wanted })
  } finally {
    await disconnect(db)
  }
}

const NO_SUPERUSER =
  'Whoever DATABASE_URL names has to be a superuser there, since triggers are passed over.'

async function isSuperuser(db: Database): Promise<boolean> {
  const { rows } = await sql<{ readonly is: boolean }>`
    select rolsuper as "is" from pg_roles where rolname = current_user`.execute(db)
  return rows[0]?.is === true
}

type Filling = {
  readonly installation: Installation
  readonly target: Target
  readonly wanted: Wanted
}

async function filled(db: Database, filling: Filling): Promise<Generated> {
  const { installation, target, wanted } = filling
  const { cases, seed, tell = () => undefined } = wanted
  const tables = await tablesOf(db)
  const chance = chanceFrom(seed)
  const templates = await onStage(installation, async (stage) => {
    await play(stage, roundsFor(cases), chance)
    return templatesOf(stage, tables, filling)
  })
  const copying = drawn(templates, { cases, chance, from: target.from })
  tell(`${templates.length} people were played; now each is copied.`)
  const { number, leaf } = copying.end
  const leaves = leaf - target.from.leaf
  await goOn(db, { number, leafId: target.leafId + leaves })
  await brought(db, { ...filling, tables, templates, copying })
  return { ok: true, cases, leaves }
}

/** Days for lists to differ in: a round takes about as long as a thousand copies. */
const roundsFor = (cases: number): number => Math.min(24, Math.floor(cases / 2500))

const SHEETS: readonly Media[] = ['pdf', 'png']

const sheets: readonly Buffer[] = SHEETS.map((media) => {
  const en = 'Documents of a generated case'
  const rule = { code: 'documents', title: { az: en, tr: en, en, ru: en }, accepts: [media] }
  return sheetFor(rule, 'An invented person', 0).bytes
})

async function templatesOf(
  { all, office }: Stage,
  tables: readonly Table[],
  { installation: { vault }, target }: Filling,
): Promise<readonly Template[]> {
  const there = await officialsByMailbox(office)
  const ids = Array.from(there, ([mailbox, { id }]): [string, string] => {
    const own = target.officials.get(mailbox)
    if (own === undefined) throw new Error(`${mailbox} works in both houses`)
    return [id, own]
  })
  const filed = vault === undefined ? [] : SHEETS
  const elsewhere: Elsewhere = {
    ids: new Map(ids),
    types: office.policy.types.current,
    policy: target.policy,
    master: target.master.id,
    sheets: new Map(
      filed.map((media, number) => [media, { number, bytes: sheets[number]?.length ?? 0 }]),
    ),
  }
  const officials = new Map(Array.from(there, ([mailbox, { id }]) => [id, mailbox] as const))
  const groups = await groupsOf(all, tables, officials)
  const parties = groups.flatMap((group) => [...group.parties])
  const cases = groups.flatMap((group) => [...group.cases])
  const ring = await office.keys.read({ parties, cases })
  return groups.map((group) => templateOf({ group, ring }, tables, elsewhere))
}

const SHARE = 500

type Bringing = Filling & {
  readonly tables: readonly Table[]
  readonly templates: readonly Template[]
  readonly copying: Drawn
}

async function brought(db: Database, bringing: Bringing): Promise<void> {
  const { installation, wanted, tables, templates } = bringing
  const { cases, threads = 0 } = wanted
  const growing = await inTransaction(db, treeThatGrows)
  const client = new Client({ connectionString: installation.url })
  client.on('error', () => undefined) // met by whatever is asked next
  await client.connect()
  const crew = crewOf(threads, { maker: makerFor(bringing), templates })
  const filling = { tables: [...tables.map(({ name }) => name), NODES], cases }
  try {
    await loading(client, filling, async () => {
      for await (const { rows, leafHashes } of copies(crew, bringing)) {
        await bringIn(client, tables, { rows, nodes: placed(growing, leafHashes) })
      }
    })
  } finally {
    await crew.end()
    await client.end()
  }
}

function makerFor({ installation, target, wanted }: Filling): Maker {
  const { secret, master, from, leafId } = target
  const words = createHash('sha256').update(`generated cases ${wanted.seed}`).digest()
  return {
    secret,
    master,
    seed: createSecretKey(words),
    leafIdsAhead: leafId - from.leaf,
    vault: installation.vault,
    sheets,
  }
}

/** In their order; some shares are made ahead, while the one before them is brought in. */
async function* copies(
  crew: Crew,
  { templates, copying, wanted }: Bringing,
): AsyncGenerator<Copies> {
  const { threads = 0, tell = () => undefined } = wanted
  const all = Math.ceil(copying.order.length / SHARE)
  const shares = sharesOf(templates, copying, SHARE)
  const ahead: Promise<Copies>[] = []
  for (let at = 0; at < all; at += 1) {
    while (ahead.length <= threads * 2) {
      const share = shares.next()
      if (share.done) break
      const making = crew.make(share.value)
      making.catch(() => undefined) // met below
      ahead.push(making)
    }
    const made = await ahead.shift()
    if (made === undefined) throw new Error('A share is made before it is brought in')
    yield made
    if (at % Math.ceil(all / 10) === 0) tell(`${Math.round((100 * at) / all)} % are there.`)
  }
}

const NODES = 'ledger_node'
