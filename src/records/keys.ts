import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { isoMoment, type IsoMoment } from '#core/dated.ts'
import { NO_ID } from '#core/id.ts'
import { inTransaction, type Database } from '#platform/database.ts'
import { unwrapped, wrapped, type MasterKey, type MasterKeys } from '#platform/master-key.ts'
import { newKey } from '#platform/sealing.ts'
import { heldIfCurrent, present, withCurrent } from '#records/master-keys.ts'

/**
 * The keys of parties and cases, behind a port: they lie in a schema of their own, under a login of
 * their own, and could lie on another server. So they are never written in one transaction with
 * what they open: a key comes before the first row that needs it, and of what is to be erased the
 * key goes before the rows.
 */
export type KeyOf = {
  /** Alone: the key of the party as such. */
  readonly party?: string
  /** Alone: of what belongs to the case alone. With a party: of a subject within this case. */
  readonly caseId?: string
}

export type KeyRing = {
  /** One that was neither made nor erased, or not asked for, is a fault. */
  readonly of: (wanted: KeyOf) => KeyObject | 'erased'
}

type Asked = { readonly parties?: readonly string[]; readonly cases?: readonly string[] }

type Erased =
  | { readonly party: string; readonly caseId?: string }
  | { readonly party?: undefined; readonly caseId: string }

export type Tombstone = {
  /** Its number, in the order in which they were set. */
  readonly n: number
  readonly kind: 'party' | 'case' | 'part'
  /** Of a part of a case, the subject whose it was. */
  readonly id: string
  readonly caseId: string | null
  readonly erasedAt: IsoMoment
}

type UnownedKey = KeyOf & { readonly id: string }

export type Keys = {
  /** Those that are there already stay as they are. */
  readonly make: (wanted: readonly KeyOf[]) => Promise<KeyRing>
  /**
   * Of parties their own keys; of cases their own and those of all their subjects. What is asked in
   * one turn of the event loop is one statement.
   */
  readonly read: (asked: Asked) => Promise<KeyRing>
  /** For good; may be done again. */
  readonly erase: (thing: Erased, at: IsoMoment) => Promise<void>
  /** Those behind that number, so many of them, for doing it again in a restored database. */
  readonly tombstones: (after: number, limit: number) => Promise<readonly Tombstone[]>
  /** Keys made before, of which it is not known yet whether what they are for was ever written. */
  readonly orphans: (before: IsoMoment, limit: number) => Promise<readonly UnownedKey[]>
  /** What they are for is there: nobody asks again. */
  readonly settle: (ids: readonly string[]) => Promise<void>
  /** What they are for never came. */
  readonly forget: (ids: readonly string[]) => Promise<void>
}

export function keyStore(db: Database, masters: MasterKeys): Keys {
  const find = together(db)
  return {
    make: async (wanted) => {
      await withCurrent(db, masters, (master) => addKeys(db, master, wanted))
      const [parties, cases] = [parts(wanted, 'party'), parts(wanted, 'caseId')]
      return ringOf(await find({ parties, cases }), masters)
    },
    read: async (asked) => ringOf(await find(asked), masters),
    erase: (thing, at) => erase(db, thing, at),
    tombstones: (after, limit) => tombstones(db, { after, limit }),
    orphans: async (before, limit) => {
      const { rows } = await sql<Omit<Row, 'wrapped' | 'master'> & { readonly id: string }>`
        select id, party, case_id from keys.data_key
        where not is_owned and made_at < ${before} order by made_at, id limit ${limit}`.execute(db)
      return rows.map(({ id, party, caseId }) => ({
        id,
        ...(party === null ? {} : { party }),
        ...(caseId === null ? {} : { caseId }),
      }))
    },
    settle: async (ids) => {
      await sql`update keys.data_key set is_owned = true where id = any(${ids}::uuid[])`.execute(db)
    },
    forget: async (ids) => {
      await sql`delete from keys.data_key
        where id = any(${ids}::uuid[]) and not is_owned`.execute(db)
    },
  }
}

const parts = (wanted: readonly KeyOf[], part: 'party' | 'caseId'): readonly string[] =>
  wanted.flatMap((each) => each[part] ?? [])

/** Moved to the row of another party or case, a key does not open. */
export const keyPlace = ({ party = '', caseId = '' }: KeyOf): string =>
  `keys.data_key:${party}:${caseId}`

/** Gives nothing where the master key was not the current one any more. */
async function addKeys(
  db: Database,
  master: MasterKey,
  wanted: readonly KeyOf[],
): Promise<true | undefined> {
  const rows = wanted.map((each) => ({
    id: randomUUID(),
    party: each.party,
    case_id: each.caseId,
    wrapped: wrapped(master, keyPlace(each), newKey()).toString('hex'),
  }))
  const ids = [...new Set([...parts(wanted, 'party'), ...parts(wanted, 'caseId')])].sort()
  // Sorted, so that two that make the same keys wait for one another in the same order.
  const { rows: found } = await inTransaction(db, async (tx) => {
    // Whoever erases one of these just now is waited for, so that its tombstone is seen.
    const held = sql`select pg_advisory_xact_lock_shared(hashtextextended(id, 0))
      from unnest(${ids}::text[]) as wanted (id)`.execute(tx)
    const made = sql<{ isCurrent: boolean }>`
    with current as (${heldIfCurrent(master)}),
    made as (
      insert into keys.data_key (id, party, case_id, wrapped, master)
      select wanted.id, party, case_id, decode(wanted.wrapped, 'hex'), current.id
      from current, json_to_recordset(${JSON.stringify(rows)}::json)
        as wanted (id uuid, party uuid, case_id uuid, wrapped text)
      where not exists (
        select from keys.tombstone
        where (kind = 'party' and tombstone.id = wanted.party)
          or (kind = 'case' and tombstone.id = wanted.case_id)
          or (
            kind = 'part' and tombstone.id = wanted.party
            and tombstone.case_id = wanted.case_id
          )
      )
      order by party, case_id
      on conflict do nothing
    )
    select exists (select from current) as is_current`.execute(tx)
    await held
    return made
  })
  return found[0]?.isCurrent === true ? true : undefined
}

type Row = {
  readonly party: string | null
  readonly caseId: string | null
  /** Nothing of what was erased. */
  readonly wrapped: Buffer | null
  readonly master: string | null
}

type Finding = { readonly asked: Asked; readonly answer: PromiseWithResolvers<readonly Row[]> }

/** Finds what is asked in one turn of the event loop with one statement. */
function together(db: Database): (asked: Asked) => Promise<readonly Row[]> {
  let waiting: Finding[] = []
  const answerAll = async () => {
    const findings = waiting
    waiting = []
    const all = (part: keyof Asked) => findings.flatMap(({ asked }) => asked[part] ?? [])
    const rows = await findRows(db, { parties: all('parties'), cases: all('cases') }).catch(
      (error: unknown) => {
        for (const { answer } of findings) answer.reject(error)
        return []
      },
    )
    for (const { asked, answer } of findings) answer.resolve(among(rows, asked))
  }
  return (asked) => {
    const answer = Promise.withResolvers<readonly Row[]>()
    if (waiting.length === 0) setImmediate(() => void answerAll())
    waiting.push({ asked, answer })
    return answer.promise
  }
}

/** Whoever asks gets nothing of what others asked at the same time. */
function among(rows: readonly Row[], { parties = [], cases = [] }: Asked): readonly Row[] {
  const [ofParties, ofCases] = [new Set<string | null>(parties), new Set<string | null>(cases)]
  return rows.filter(({ party, caseId }) =>
    caseId === null ? ofParties.has(party) : ofCases.has(caseId),
  )
}

async function findRows(
  db: Database,
  { parties = [], cases = [] }: Asked,
): Promise<readonly Row[]> {
  if (parties.length + cases.length === 0) return []
  const isErased = sql`exists (
    select from keys.tombstone
    where (kind = 'party' and tombstone.id = data_key.party)
      or (kind = 'case' and tombstone.id = data_key.case_id)
      or (
        kind = 'part' and tombstone.id = data_key.party and tombstone.case_id = data_key.case_id
      )
  )`
  const { rows } = await sql<Row>`
    select party, case_id, case when not ${isErased} then wrapped end as wrapped, master
    from keys.data_key
    where (party = any(${parties}::uuid[]) and case_id is null) or case_id = any(${cases}::uuid[])
    union all
    select id, null, null, null from keys.tombstone
    where kind = 'party' and id = any(${parties}::uuid[])
    union all
    select null, id, null, null from keys.tombstone
    where kind = 'case' and id = any(${cases}::uuid[])`.execute(db)
  return rows
}

/** A key is unwrapped when it is asked for, and not kept beyond the ring. */
function ringOf(rows: readonly Row[], masters: MasterKeys): KeyRing {
  const found = new Map(
    rows.map((row) => [keyPlace({ party: row.party ?? '', caseId: row.caseId ?? '' }), row]),
  )
  const opened = new Map<string, KeyObject>()
  const isErased = (each: KeyOf) => found.get(keyPlace(each))?.wrapped === null
  return {
    of: (wanted) => {
      const { party = '', caseId = '' } = wanted
      if ([wanted, { party }, { caseId }].some(isErased)) return 'erased'
      const place = keyPlace(wanted)
      const row = found.get(place)
      assert(row !== undefined, 'a key is made before what lies under it, and asked for with it')
      assert(row.wrapped !== null && row.master !== null, 'what is not erased is there')
      const key = opened.get(place) ?? unwrapped(present(masters, row.master), place, row.wrapped)
      opened.set(place, key)
      return key
    },
  }
}

/** The tombstone alone suffices: from then on the key is given to nobody, and made by nobody. */
async function erase(db: Database, { party, caseId }: Erased, at: IsoMoment): Promise<void> {
  const id = party ?? caseId
  const kind = party === undefined ? 'case' : caseId === undefined ? 'party' : 'part'
  const within = kind === 'part' ? caseId : undefined
  await sql`
    insert into keys.tombstone (kind, id, case_id, erased_at)
    values (${kind}, ${id}, ${within ?? null}, ${at})
    on conflict do nothing`.execute(db)
  await inTransaction(db, async (tx) => {
    // Who makes a key just now, not knowing of the tombstone, is waited for.
    await sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`.execute(tx)
    if (kind === 'case') {
      await sql`delete from keys.data_key where case_id = ${id}`.execute(tx)
      return
    }
    if (kind === 'party') {
      await sql`delete from keys.data_key where party = ${id} and case_id is null`.execute(tx)
    }
    await sql`
      update keys.data_key set wrapped = null, master = null
      where party = ${id} and wrapped is not null
        and (${within ?? null}::uuid is null or case_id = ${within ?? null}::uuid)`.execute(tx)
  })
}

async function tombstones(
  db: Database,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly Tombstone[]> {
  const { rows } = await sql<Tombstone>`
    select n, kind, id, case_id, erased_at from keys.tombstone
    where n > ${after} order by n limit ${limit}`.execute(db)
  return rows.map((row) => ({ ...row, erasedAt: isoMoment(row.erasedAt) }))
}

const REWRAPPED = 500

/**
 * Wraps every key by another master key, in batches, while others read and make keys. What is
 * erased meanwhile stays erased.
 */
export async function rewrapKeys(db: Database, from: MasterKey, to: MasterKey): Promise<void> {
  let after = NO_ID
  for (;;) {
    const { rows } = await sql<Row & { readonly id: string; readonly wrapped: Buffer }>`
      select id, party, case_id, wrapped, master from keys.data_key
      where id > ${after} and master = ${from.id} order by id limit ${REWRAPPED}`.execute(db)
    const [last] = rows.slice(-1)
    if (!last) return
    after = last.id
    const again = rows.map((row) => {
      const place = keyPlace({ party: row.party ?? '', caseId: row.caseId ?? '' })
      const key = unwrapped(from, place, row.wrapped)
      return { id: row.id, wrapped: wrapped(to, place, key).toString('hex') }
    })
    await sql`
      update keys.data_key set wrapped = decode(again.wrapped, 'hex'), master = ${to.id}
      from json_to_recordset(${JSON.stringify(again)}::json) as again (id uuid, wrapped text)
      where data_key.id = again.id and data_key.master = ${from.id}`.execute(db)
  }
}
