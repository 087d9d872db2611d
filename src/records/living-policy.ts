import type { Policy, Published } from '#core/policy/policy.ts'
import { inTransaction, type Database, type Tx } from '#platform/database.ts'
import { calendarIn } from '#records/policy-calendars.ts'
import { readText, type Documents, type Kind } from '#records/policy-documents.ts'

/** The policy that a process works by: the newest version it has heard of. */
export type LivingPolicy = {
  readonly now: () => Policy
  /** Looks whether there is a newer one; at once where somebody has heard of its number. */
  readonly follow: (heard?: number) => Promise<void>
}

/** Follows what is published into this database, from the version that is in force there now. */
export async function livingPolicy(db: Database): Promise<LivingPolicy> {
  let policy = await inTransaction(db, readPolicy)
  let following: Promise<void> | undefined
  const look = async () => {
    const version = await inTransaction(db, newestVersion)
    if (version > policy.version) policy = await inTransaction(db, readPolicy)
  }
  return {
    now: () => policy,
    follow: async (heard = Infinity) => {
      if (heard <= policy.version) return
      following ??= look().finally(() => {
        following = undefined
      })
      await following
    },
  }
}

/** The number of what is in force; 0 before anything is. */
export async function newestVersion(tx: Tx): Promise<number> {
  const newest = await tx
    .selectFrom('policyVersion')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.id ?? 0
}

/** Kinds that a case pins: of these a case may still rest on any that was ever published. */
const PINNED = ['case-type', 'procedure', 'scoring'] as const satisfies readonly Kind[]

/**
 * The newest version, and a way to all that cases may still rest on. What is in force is read at
 * once, all else when something asks for it.
 */
export async function readPolicy(tx: Tx): Promise<Policy> {
  const version = await newestVersion(tx)
  const rows = await tx
    .selectFrom('policyDocument as document')
    .leftJoin('policyVersionDocument as own', (join) =>
      join.onRef('own.hash', '=', 'document.hash').on('own.version', '=', version),
    )
    .select(['document.hash', 'document.kind', 'own.version'])
    .where((each) =>
      each.or([each('own.version', 'is not', null), each('document.kind', 'in', [...PINNED])]),
    )
    .execute()
  await fetchTexts(
    tx,
    rows.map(({ hash }) => hash),
  )
  const known = new Map(rows.map((row) => [row.hash, row.kind]))
  const current = rows.filter((row) => row.version !== null)
  const of = <Of extends Kind>(kind: Of): ReadonlyMap<string, Documents[Of]> =>
    new Map(current.filter((row) => row.kind === kind).map(({ hash }) => [hash, read(kind, hash)]))
  const published = <Of extends Kind>(kind: Of): Published<Documents[Of]> => ({
    current: of(kind),
    get: (hash) => (known.get(hash) === kind ? read(kind, hash) : undefined),
  })
  const only = <Of extends Kind>(kind: Of): Documents[Of] => {
    const [document] = of(kind).values()
    if (document === undefined) throw new Error(`the version ${version} of policy has no ${kind}`)
    return document
  }
  const calendars = [...of('calendar').values()].map(calendarIn)
  return {
    version,
    laws: only('laws'),
    lists: {
      education: only('education').levels,
      occupations: only('occupations').subMajorGroups,
    },
    calendars: new Map(calendars.map((calendar) => [calendar.year, calendar])),
    procedures: published('procedure'),
    scorings: published('scoring'),
    types: published('case-type'),
    systems: only('systems'),
    concessions: [...of('concessions').values()],
    places: inOrder(of('place')),
    missions: inOrder(of('mission')),
    statuses: new Map([...of('status').values()].map((kind) => [kind.code, kind])),
  }
}

const inOrder = <Coded extends { readonly code: string }>(documents: ReadonlyMap<string, Coded>) =>
  [...documents.values()].toSorted((a, b) => a.code.localeCompare(b.code, 'en'))

/** What a hash names is the same for every database and for ever: it is fetched and read once. */
const texts = new Map<string, string>()
const documents: { readonly [Each in Kind]: Map<string, Documents[Each]> } = {
  'case-type': new Map(),
  procedure: new Map(),
  scoring: new Map(),
  status: new Map(),
  calendar: new Map(),
  education: new Map(),
  occupations: new Map(),
  laws: new Map(),
  systems: new Map(),
  concessions: new Map(),
  place: new Map(),
  mission: new Map(),
}

async function fetchTexts(tx: Tx, hashes: readonly string[]): Promise<void> {
  const wanted = hashes.filter((hash) => !texts.has(hash))
  if (wanted.length === 0) return
  const rows = await tx
    .selectFrom('policyDocument')
    .select(['hash', 'canonical'])
    .where('hash', 'in', wanted)
    .execute()
  for (const { hash, canonical } of rows) texts.set(hash, canonical)
}

function read<Of extends Kind>(kind: Of, hash: string): Documents[Of] {
  const known = documents[kind].get(hash)
  if (known !== undefined) return known
  const document = readText(kind, texts.get(hash) ?? '')
  documents[kind].set(hash, document)
  return document
}
