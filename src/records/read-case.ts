import type { KeyObject } from 'node:crypto'
import { sql, type ExpressionBuilder } from 'kysely'
import { z } from 'zod'
import { assert } from '#core/assert.ts'
import { isoDate } from '#core/dated.ts'
import { isLanguage } from '#core/language.ts'
import type {
  DecisionKnown,
  Held,
  HoldKnown,
  OwnCase,
  StatusKnown,
  UndecidedKnown,
} from '#core/cases/context.ts'
import type { Recorded } from '#core/cases/happenings.ts'
import { fold } from '#core/cases/folding.ts'
import { partOf, type Standing } from '#core/cases/standing.ts'
import type { Tx } from '#platform/database.ts'
import { statementAbout } from '#platform/kept-statement.ts'
import type { DB } from '#platform/schema.gen.ts'
import type { About, Reader } from '#records/case-rows.ts'
import { holdIn, ownCaseIn, type HoldRow, type OwnCaseRow } from '#records/case-known.ts'
import { correctionsIn, correctionsOf, type Correction } from '#records/corrections.ts'
import { contestedIn, contestedOf, undecidedIn, undecidedOf } from '#records/contested.ts'
import { recordedOf, type OpenPart } from '#records/event-rows.ts'
import type { KeyRing, Keys } from '#records/keys.ts'
import { heldKey } from '#records/parties.ts'
import { IN_FORCE } from '#records/statuses.ts'

/** A case as it was read: what happened, what it adds up to, and the key to its secrets. */
export type Case = {
  readonly standing: Standing
  readonly history: readonly Recorded[]
  readonly version: number
  /** Whom it is about, and the key to what is told of them in it. */
  readonly partyId: string
  readonly key: KeyObject
  /** Where it can be about several: the other keys, and who is written to. */
  readonly several?: Several
  /** Of whom nothing is kept in it any more. */
  readonly erased?: readonly string[]
  /** Where this is what it is of one of them: all of it. */
  readonly whole?: Case
  /** Who has it, the subject included: each in a role, and who signs in of them. */
  readonly parties: readonly CaseParty[]
  /** Who is written to. */
  readonly reader: Reader
  /** The status that it is about, where it is about one. */
  readonly status?: StatusKnown
  /** The case that gave that status, and the one that names its holder. */
  readonly giver?: { readonly caseId: string; readonly namedIn: string }
  /** What those who have it hold. */
  readonly held: readonly Held[]
  /** The decision that it is about, where it is about one. */
  readonly contested?: DecisionKnown
  /** What is held back of those whom it is about, of its decisions, or of what it is about. */
  readonly holds?: readonly HoldKnown[]
  /** The case in which nothing was decided that it is about, where it is about one. */
  readonly undecided?: UndecidedKnown
  /** What stands against erasing whoever it is about, where it is about what is kept of them. */
  readonly againstErasing?: readonly string[]
  /** What they sent in, where it is about the same. */
  readonly ownCases?: readonly OwnCase[]
  /** What is to be read beside it, as decisions in other cases say; of a part, of its subject. */
  readonly corrections: readonly Correction[]
}

type CaseParty = {
  readonly partyId: string
  readonly role: string
  readonly isSubject: boolean
}

/** Thrown where whom a case is about was erased: nothing of them is to be read any more. */
const erasedFault = (number: string | null): Error =>
  Object.assign(new Error('What this case told of somebody was erased'), { erased: { number } })

/** The number of the case, where that was what happened; it never had one where it is null. */
export function erasedIn(fault: unknown): { readonly number: string | null } | undefined {
  if (!(fault instanceof Error) || !('erased' in fault)) return undefined
  return z.object({ number: z.string().nullable() }).safeParse(fault.erased).data
}

/** Nothing where that was what happened; any other fault is thrown on. */
export function unlessErased(fault: unknown): undefined {
  if (erasedIn(fault) === undefined) throw fault
}

/** Throws where it is about this one, and nothing of that is kept any more. */
export function assertKept({ erased = [], standing }: Case, subject: string | undefined): void {
  if (subject !== undefined && erased.includes(subject)) throw erasedFault(standing.number ?? null)
}

/** The case as far as it is of one subject of it, with the key to what is told of them. */
export const partIn = (held: Case, subject: string): Case =>
  held.several
    ? {
        ...held,
        standing: partOf(held.standing, subject),
        partyId: subject,
        key: held.several.keyOf(subject),
        reader: readerOf(held, subject),
        whole: held.whole ?? held,
        corrections: held.corrections.filter((each) => each.party === subject),
      }
    : held

/** The case, or the part of it, once a step has brought all of it to this standing. */
export function caseAfter(before: Case, standing: Standing): Case {
  const whole = { ...(before.whole ?? before), standing, version: before.version + 1 }
  return before.whole ? partIn(whole, before.partyId) : whole
}

/** Whoever reads what is told of one of them: they themselves, or who acts for them. */
function readerOf({ standing, several, reader }: Case, subject: string): Reader {
  const { by = subject } = standing.parties.find(({ id }) => id === subject) ?? {}
  return several?.readers.find(({ partyId }) => partyId === by) ?? reader
}

/** Holds the row until the transaction ends, so that two steps cannot both be allowed. */
export async function holdCase(tx: Tx, keys: Keys, id: string): Promise<Case | undefined> {
  const [{ rows }, found] = await Promise.all([
    sql<{ held: boolean }>`select hold_case(${id}::uuid) as held`.execute(tx),
    readCase(tx, keys, id),
  ])
  return rows[0]?.held === true ? found : undefined
}

/**
 * The case with as much of its history as this side of the house may see, in one trip. Throws
 * where the key to it is gone; `erasedIn` tells that from other faults.
 */
export async function readCase(tx: Tx, keys: Keys, id: string): Promise<Case | undefined> {
  const [rows, ring] = await Promise.all([caseWithEvents(tx, id), keys.read({ cases: [id] })])
  const [row] = rows // what is not of the event is the same in each
  if (!row) return undefined
  const { parties } = row
  const told = row.subject === null ? await partsOfCase(tx, { id, parties, ring }) : undefined
  const { subject, key } = keptSubject(parties, (party) => ring.of({ party, caseId: id }))
  if (key === 'erased') throw erasedFault(row.number)
  const history = rows.map((each) =>
    told ? recordedOf(each, told.caseKey, told.parts.get(each.seq)) : recordedOf(each, key),
  )
  const folded = fold(id, history)
  const { version } = row
  assert(folded !== undefined, `case ${id} is whole`)
  const erased = parties
    .filter(({ party, isSubject }) => isSubject && ring.of({ party, caseId: id }) === 'erased')
    .map(({ party }) => party)
  const ofToday = actingThemselves(folded, parties)
  const seen = told ? withoutErased(ofToday, erased) : ofToday
  const [status, contested] = [aboutIn(row), contestedIn(row.contested)]
  const undecided = undecidedIn(row.undecided)
  return {
    standing: asInRow(seen, row),
    history,
    version,
    partyId: subject.party,
    key,
    parties: parties.map(({ party, role, isSubject }) => ({ partyId: party, role, isSubject })),
    reader: readerIn(parties, subject),
    ...(told === undefined ? {} : { several: told, erased }),
    ...(status === undefined ? {} : { status }),
    ...(row.givenIn === null || row.namedIn === null
      ? {}
      : { giver: { caseId: row.givenIn, namedIn: row.namedIn } }),
    ...(contested === undefined ? {} : { contested }),
    ...(undecided === undefined ? {} : { undecided }),
    ...(row.againstErasing === null ? {} : { againstErasing: row.againstErasing }),
    ...(row.holds === null ? {} : { holds: row.holds.map(holdIn) }),
    ...(row.ownCases === null ? {} : { ownCases: row.ownCases.map(ownCaseIn) }),
    corrections: correctionsIn(row.corrections, (party) => ring.of({ party, caseId: id })),
    held: parties.flatMap(({ role, party, holds }) =>
      (holds ?? []).map(({ kind, number, until }) => ({
        kind,
        role,
        holder: party,
        until: isoDate(until),
        ...(number === null ? {} : { number }),
      })),
    ),
  }
}

/** The first of them of whom something is kept; the first, where nothing is of any. */
function keptSubject(
  parties: readonly PartyRow[],
  keyOf: (party: string) => KeyObject | 'erased',
): { readonly subject: PartyRow; readonly key: KeyObject | 'erased' } {
  const subjects = parties.filter(({ isSubject }) => isSubject)
  const [first] = subjects
  assert(first !== undefined, 'a case is about somebody')
  const subject = subjects.find(({ party }) => keyOf(party) !== 'erased') ?? first
  return { subject, key: keyOf(subject.party) }
}

/** Of whoever was erased nothing is left in a case of several but that they were in it. */
const withoutErased = (standing: Standing, erased: readonly string[]): Standing => ({
  ...standing,
  parties: standing.parties.map((party) =>
    erased.includes(party.id) ? { ...party, left: true } : party,
  ),
})

/** Whoever was brought along, and has taken over since, is acted for by nobody. */
function actingThemselves(standing: Standing, rows: readonly PartyRow[]): Standing {
  const theirs = new Set(rows.flatMap(({ party, actedBy }) => (actedBy === null ? party : [])))
  if (!standing.parties.some(({ id, by }) => by !== undefined && theirs.has(id))) return standing
  const parties = standing.parties.map(({ by, ...party }) =>
    by === undefined || theirs.has(party.id) ? party : { ...party, by },
  )
  return { ...standing, parties }
}

type Several = NonNullable<About['several']>

/** What is kept apart of each subject, as far as it may be read and was not erased. */
async function partsOfCase(
  tx: Tx,
  {
    id: caseId,
    parties,
    ring,
  }: { readonly id: string; readonly parties: readonly PartyRow[]; readonly ring: KeyRing },
): Promise<Several & { readonly parts: ReadonlyMap<number, readonly OpenPart[]> }> {
  const parts = new Map<number, OpenPart[]>()
  for (const { seq, subject, sealed } of await caseParts(tx, caseId)) {
    const key = ring.of({ party: subject, caseId })
    if (sealed === null || key === 'erased') continue
    parts.set(seq, [...(parts.get(seq) ?? []), { subject, sealed, key }])
  }
  return { parts, ...severalOf(ring, caseId, parties) }
}

const severalOf = (ring: KeyRing, caseId: string, parties: readonly PartyRow[]): Several => ({
  caseKey: heldKey(ring, { caseId }),
  keyOf: (party) => heldKey(ring, { party, caseId }),
  isErased: (party) => ring.of({ party, caseId }) === 'erased',
  readers: readersIn(parties),
})

const caseParts = statementAbout((tx, id) =>
  tx
    .selectFrom('eventPart')
    .select(['seq', 'subject', 'sealed'])
    .where('caseId', '=', id)
    .orderBy('seq'),
)

/** What the row says of where it stands: not every event is there for every side of the house. */
function asInRow(
  { told: _told, ...seen }: Standing,
  row: { readonly state: string; readonly stateSince: string; readonly toldOn: string | null },
): Standing {
  const { state, stateSince, toldOn } = row
  const told = toldOn === null ? {} : { told: isoDate(toldOn) }
  return { ...seen, state, stateSince: isoDate(stateSince), ...told }
}

type AboutRow = {
  readonly aboutStatus: string | null
  readonly statusKind: string | null
  readonly statusState: string | null
  readonly untilOn: string | null
}

function aboutIn(row: AboutRow): StatusKnown | undefined {
  const { aboutStatus: number, statusKind: kind, statusState, untilOn } = row
  if (number === null) return undefined
  assert(kind !== null && statusState !== null && untilOn !== null, `the status ${number} is there`)
  return { number, kind, inForce: statusState === IN_FORCE, until: isoDate(untilOn) }
}

const caseWithEvents = statementAbout((tx, id) =>
  tx
    .selectFrom('caseFile')
    .innerJoinLateral(partiesOf, (join) => join.onTrue())
    .leftJoinLateral(contestedOf, (join) => join.onTrue())
    .leftJoinLateral(undecidedOf, (join) => join.onTrue())
    .leftJoinLateral(correctionsOf, (join) => join.onTrue())
    .select(['about.contested', 'awaited.undecided', 'corrected.corrections'])
    .innerJoin('event', 'event.caseId', 'caseFile.id')
    .leftJoin('status', 'status.number', 'caseFile.aboutStatus')
    .select(['within.parties', 'within.holds'])
    .select(['caseFile.aboutStatus', 'status.kind as statusKind'])
    .select(['status.state as statusState', 'status.untilOn'])
    .select(['status.caseId as givenIn', 'status.namedIn'])
    .select(['caseFile.number', 'caseFile.state', 'caseFile.stateSince', 'caseFile.version'])
    .select([
      'caseFile.toldOn',
      'event.seq',
      'event.subject',
      'event.id',
      'event.kind',
      'event.step',
      'event.role',
      'event.actor',
    ])
    .select(['event.toState', 'event.recordedAt', 'event.happenedOn', 'event.readable'])
    .select('event.sealed')
    .select(
      sql<readonly string[] | null>`
        case when case_file.about_party is not null then against_erasing_in(case_file.id) end
      `.as('againstErasing'),
    )
    .select(
      sql<readonly OwnCaseRow[] | null>`
        case when case_file.about_party is not null then (
          select coalesce(json_agg(json_build_object(
            'id', own.id, 'number', own.number, 'type', own.type,
            'since', to_char(sent.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
          ) order by sent.recorded_at, own.number), '[]')
          from case_party join case_file as own on own.id = case_party.case_id
          cross join lateral (
            select coalesce(
              (select recorded_at from event where event.case_id = own.id and kind = 'file'
               order by seq limit 1),
              (select recorded_at from event where event.case_id = own.id order by seq limit 1)
            ) as recorded_at
          ) as sent
          where case_party.party = case_file.about_party and is_subject and until_on is null
            and own.number is not null
        ) end
      `.as('ownCases'),
    )
    .where('caseFile.id', '=', id)
    .orderBy('event.seq'),
)

/**
 * The subject first; each with the language in which they read, where they sign in. Beside them
 * what is held back.
 */
const partiesOf = (from: ExpressionBuilder<DB, 'caseFile'>) =>
  from
    .selectFrom('caseParty')
    .leftJoin('account', (join) =>
      join.onRef('account.party', '=', 'caseParty.party').on('account.closedAt', 'is', null),
    )
    .select(
      sql<readonly PartyRow[]>`json_agg(
        json_build_object(
          'party', case_party.party, 'role', role, 'isSubject', is_subject, 'actedBy', acted_by,
          'language', language,
          'holds', (
            select json_agg(json_build_object('kind', kind, 'number', number,
              'until', to_char(until_on, 'YYYY-MM-DD')) order by number)
            from (
              select kind, number, until_on from status
              where holder = case_party.party and state = ${IN_FORCE}
              union all
              select kind, number, until_on from held_elsewhere(case_file.id, case_party.party)
            ) as theirs
          )
        )
        order by is_subject desc, from_on, case_party.joined_as
      )`.as('parties'),
    )
    .select(sql<readonly HoldRow[] | null>`holds_in(case_file.id)`.as('holds'))
    .whereRef('caseParty.caseId', '=', 'caseFile.id')
    .where('caseParty.untilOn', 'is', null)
    .as('within')

type HeldRow = {
  readonly kind: string
  readonly number: string | null
  readonly until: string
}

type PartyRow = {
  readonly party: string
  readonly role: string
  readonly isSubject: boolean
  readonly actedBy: string | null
  readonly language: string | null
  readonly holds: readonly HeldRow[] | null
}

/** Whoever can sign in and read: the subject, else somebody who acts for them. */
function readerIn(parties: readonly PartyRow[], subject: PartyRow): Reader {
  const { party, language } = parties.find((each) => each.language !== null) ?? subject
  return { partyId: party, language: language !== null && isLanguage(language) ? language : 'en' }
}

/** Whoever can sign in and read, each in their language. */
const readersIn = (parties: readonly PartyRow[]): readonly Reader[] => [
  ...new Map(
    parties.flatMap(({ party: partyId, language }) =>
      language !== null && isLanguage(language) ? [[partyId, { partyId, language }] as const] : [],
    ),
  ).values(),
]
