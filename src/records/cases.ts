import { randomUUID, type KeyObject } from 'node:crypto'
import { sql, type ExpressionBuilder } from 'kysely'
import { z } from 'zod'
import { assert } from '#core/assert.ts'
import { dayInBaku, isoDate, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { isLanguage } from '#core/language.ts'
import {
  contextFor,
  type Context,
  type DecisionKnown,
  type Held,
  type StatusKnown,
  type Step,
} from '#core/cases/context.ts'
import { duesOf, tellingDay } from '#core/cases/dues.ts'
import { begin, roleBeginning } from '#core/cases/filing.ts'
import { isOfficeRole, SYSTEM, type Role } from '#core/cases/roles.ts'
import {
  applied,
  fold,
  partOf,
  type Contested,
  type PartyIn,
  type Recorded,
  type Standing,
} from '#core/cases/standing.ts'
import { openTasks } from '#core/cases/tasks.ts'
import { dayOf } from '#core/deadlines/counted.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { json, type Tx } from '#platform/database.ts'
import { statementAbout } from '#platform/kept-statement.ts'
import type { DB } from '#platform/schema.gen.ts'
import {
  caseRow,
  lawOf,
  letterRows,
  stateIn,
  type About,
  type Noted,
  type Reader,
  type Taking,
} from '#records/case-rows.ts'
import { contestedIn, contestedOf } from '#records/contested.ts'
import {
  eventRow,
  leafFor,
  partRows,
  recordedOf,
  toldIn,
  type OpenPart,
} from '#records/event-rows.ts'
import type { KeyRing, Keys } from '#records/keys.ts'
import { heldKey } from '#records/parties.ts'
import { IN_FORCE } from '#records/statuses.ts'

export type { Reader, Taking } from '#records/case-rows.ts'

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
  /** Where this is what it is of one of them: all of it. */
  readonly whole?: Case
  /** Who has it, the subject included: each in a role, and who signs in of them. */
  readonly parties: readonly CaseParty[]
  /** Who is written to. */
  readonly reader: Reader
  /** The status that it is about, where it is about one. */
  readonly status?: StatusKnown
  /** What those who have it hold. */
  readonly held: readonly Held[]
  /** The decision that it is about, where it is about one. */
  readonly contested?: DecisionKnown
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
      }
    : held

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
  const seen = fold(id, history)
  const { version } = row
  assert(seen !== undefined, `case ${id} is whole`)
  const [status, contested] = [aboutIn(row), contestedIn(row.contested)]
  return {
    standing: asInRow(seen, row),
    history,
    version,
    partyId: subject.party,
    key,
    parties: parties.map(({ party, role, isSubject }) => ({ partyId: party, role, isSubject })),
    reader: readerIn(parties, subject),
    ...(told === undefined ? {} : { several: told }),
    ...(status === undefined ? {} : { status }),
    ...(contested === undefined ? {} : { contested }),
    held: parties.flatMap(({ role, holds }) => (holds ?? []).map((each) => ({ role, ...each }))),
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
  readonly statusState: string | null
  readonly untilOn: string | null
}

function aboutIn({ aboutStatus, statusState, untilOn }: AboutRow): StatusKnown | undefined {
  if (aboutStatus === null) return undefined
  assert(statusState !== null && untilOn !== null, `the status ${aboutStatus} is there`)
  return { number: aboutStatus, inForce: statusState === IN_FORCE, until: isoDate(untilOn) }
}

const caseWithEvents = statementAbout((tx, id) =>
  tx
    .selectFrom('caseFile')
    .innerJoinLateral(partiesOf, (join) => join.onTrue())
    .leftJoinLateral(contestedOf, (join) => join.onTrue())
    .select('about.contested')
    .innerJoin('event', 'event.caseId', 'caseFile.id')
    .leftJoin('status', 'status.number', 'caseFile.aboutStatus')
    .select('within.parties')
    .select(['caseFile.aboutStatus', 'status.state as statusState', 'status.untilOn'])
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
    .where('caseFile.id', '=', id)
    .orderBy('event.seq'),
)

/** The subject first; each with the language in which they read, where they sign in. */
const partiesOf = (from: ExpressionBuilder<DB, 'caseFile'>) =>
  from
    .selectFrom('caseParty')
    .leftJoin('account', (join) =>
      join.onRef('account.party', '=', 'caseParty.party').on('account.closedAt', 'is', null),
    )
    .select(
      sql<readonly PartyRow[]>`json_agg(
        json_build_object(
          'party', case_party.party, 'role', role, 'isSubject', is_subject, 'language', language,
          'holds', (
            select json_agg(json_build_object('kind', kind, 'number', number) order by number)
            from status where holder = case_party.party and state = ${IN_FORCE}
          )
        )
        order by is_subject desc, from_on, case_party.joined_as
      )`.as('parties'),
    )
    .whereRef('caseParty.caseId', '=', 'caseFile.id')
    .where('caseParty.untilOn', 'is', null)
    .as('within')

type PartyRow = {
  readonly party: string
  readonly role: string
  readonly isSubject: boolean
  readonly language: string | null
  readonly holds: readonly Omit<Held, 'role'>[] | null
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

/** A case never goes back in time: where the clock does, its last moment goes on. */
export function nowIn({ history }: Case, now: IsoMoment): Pick<Taking, 'at' | 'on'> {
  const [today, last] = [dayInBaku(now), history.at(-1)]
  if (last === undefined) return { at: now, on: today }
  return { at: now < last.at ? last.at : now, on: today < last.on ? last.on : today }
}

/** What the core is given to decide a step of a case. */
export const contextIn = (
  around: Partial<Pick<Case, 'status' | 'held' | 'contested'>>,
  taking: Taking,
): Context => contextFor(taking, around)

/** Who begins a case, about whom, and in which role of it. */
export type Beginning = {
  /** Where its keys were needed before it begins. */
  readonly id?: string
  readonly reader: Reader
  /** Where it is not about whoever begins it: a child, somebody represented, a holder. */
  readonly about?: { readonly partyId: string; readonly role: string }
  /** The number of the status that it is about. */
  readonly status?: string
  /** The decision that it is about. */
  readonly contests?: Contested
}

/**
 * A new case; one that officials begin has its number at once, others have theirs when they are
 * sent in. Its keys are made before the first row that needs them.
 */
export async function beginCase(
  tx: Tx,
  keys: Keys,
  beginning: Beginning,
  taking: Taking,
): Promise<string> {
  const { id = randomUUID(), reader, status, contests } = beginning
  const { at, on, by, description } = taking
  const parties = partiesIn(beginning, taking)
  const opening = { type: description.type, by }
  const isNumbered = isOfOffice(roleBeginning(opening, parties))
  const step = begin(opening, {
    parties,
    ...(isNumbered ? { number: await nextNumber(tx, description.type, on) } : {}),
    ...(status === undefined ? {} : { about: status }),
    ...(contests === undefined ? {} : { contests }),
  })
  const [subject] = parties
  assert(subject !== undefined, 'a case is about somebody')
  const wanted = { party: subject.id, caseId: id }
  const ring = await keys.make([{ caseId: id }, wanted])
  const key = heldKey(ring, wanted)
  const { stage } = stateIn({ state: step.to }, taking)
  const { code: type } = description.type
  const row = {
    id,
    type,
    state: step.to,
    stage,
    about_status: status ?? null,
    about_decision: contests?.decision ?? null,
    opened_on: on,
    changed_at: at,
  }
  const rows = parties.map(({ id: party, role, isSubject: is_subject, by: acted_by }) => ({
    party,
    role,
    is_subject,
    acted_by,
  }))
  await sql`select begin_case(${json(row)}, ${json(rows)})`.execute(tx)
  const several = isAboutSeveral(description.type)
    ? { caseKey: heldKey(ring, { caseId: id }), keyOf: () => key, readers: [reader] }
    : undefined
  const about = { partyId: subject.id, key, reader, ...(several ? { several } : {}) }
  const writing = { id, version: 0, about }
  await record(tx, writing, step, taking)
  return id
}

const isAboutSeveral = ({ subjects }: Pick<CaseType, 'subjects'>): boolean =>
  subjects !== undefined && subjects.max > 1

/** The subject first, then whoever acts for it. */
function partiesIn(
  { reader, about }: Beginning,
  { by, description: { type } }: Taking,
): readonly PartyIn[] {
  const own = type.begins.by.filter((role) => !isOfOffice(role))
  const subject = about ?? { partyId: reader.partyId, role: own[0] }
  assert(subject.role !== undefined, `who a case of ${type.code} is about has a role in it`)
  const first = { id: subject.partyId, role: subject.role, isSubject: true }
  const role = own.find((each) => each !== subject.role) ?? own[0]
  const isOther = role !== undefined && by.id !== subject.partyId
  return isOther
    ? [
        { ...first, by: by.id },
        { id: by.id, role, isSubject: false },
      ]
    : [first]
}

const isOfOffice = (role: Role): boolean => isOfficeRole(role) || role === SYSTEM

/** Writes a step: its event, leaf, letters, tasks and jobs, and gives what the case is now. */
export async function recordStep(
  tx: Tx,
  held: Case,
  step: Written,
  taking: Taking,
): Promise<Standing> {
  return (await recordEvent(tx, held, step, taking)).after
}

/** The same, with what happened, for what is written beside it. */
export async function recordEvent(
  tx: Tx,
  held: Case,
  step: Written,
  taking: Taking,
): Promise<Happened> {
  const { standing, version, partyId, key, reader, several } = held.whole ?? held
  const about = { partyId, key, reader, ...(several ? { several } : {}) }
  return record(tx, { id: standing.id, version, about, before: standing }, step, taking)
}

/** A step, with the id of its event where rows were written before it that name it. */
type Written = Step & { readonly id?: string }

/** A step that was recorded, and the case after it. */
export type Happened = { readonly after: Standing; readonly event: Noted }

type Writing = {
  readonly id: string
  readonly version: number
  readonly about: About
  readonly before?: Standing
}

async function record(tx: Tx, writing: Writing, step: Written, taking: Taking): Promise<Happened> {
  const { by, at, on } = taking
  const { code, role, to } = step
  const taken: Noted = {
    id: step.id ?? randomUUID(),
    at,
    on: step.on ?? on,
    by: by.id,
    role,
    step: code,
    to,
    event: step.event,
  }
  const { about, version, id, before } = writing
  const law = lawOf(taking)
  const told = tellingDay(step.event, applied(id, before, taken), law)
  const event = { ...taken, event: about.several ? { ...told, tells: toldIn(told) } : told }
  const after = applied(id, before, event)
  const dues = duesOf(after, law)
  const letters = letterRows(after, event, { about, taking, dues })
  const tasks = openTasks(after, law).map((task) => ({
    id: randomUUID(),
    subject: about.several ? null : about.partyId,
    kind: task.kind,
    step: task.step,
    owner_role: task.ownerRole,
    owner_party: task.ownerParty ?? (isOfOffice(task.ownerRole) ? null : about.reader.partyId),
    owner_body: task.ownerBody ?? null,
    counted: task.counted ?? null,
    due_on: task.counted ? dayOf(task.counted, law.calendars) : null,
    silence: task.silence ?? null,
    shows: task.shows ?? null,
  }))
  const noting = { about, taking }
  const done = await sql<{ recorded: boolean }>`
    select record_step(
      ${json(caseRow(after, { version, taking }))},
      ${json(eventRow(event, { ...noting, seq: version }))},
      ${json(leafFor(event, { ...noting, caseId: id, after }))},
      ${json(letters)},
      ${json(tasks)}
    ) as recorded`.execute(tx)
  assert(done.rows[0]?.recorded === true, 'a held case is not changed by anybody else')
  const parts = partRows(event, { about, taking, caseId: id, after })
  if (parts.length > 0) {
    await sql`select record_parts(${id}::uuid, ${event.id}::uuid, ${json(parts)})`.execute(tx)
  }
  return { after, event }
}

/** What makes the next case's number its own; gaps may occur. */
export async function nextSerial(tx: Tx): Promise<number> {
  const row = await sql<{ serial: number }>`
    select nextval('case_number') as serial`.execute(tx)
  const serial = row.rows[0]?.serial
  assert(serial !== undefined, 'a sequence always has a next number')
  return serial
}

/** The number of the next case of this type. */
export const nextNumber = async (tx: Tx, type: Numbered, on: IsoDate): Promise<string> =>
  numberOf(type, { serial: await nextSerial(tx), on })

type Numbered = { readonly numberPrefix: string }

/** The number of a case of this type, such as HQM-2026-000123. */
export const numberOf = (
  { numberPrefix }: Numbered,
  { serial, on }: { readonly serial: number; readonly on: IsoDate },
): string => `${numberPrefix}-${on.slice(0, 4)}-${String(serial).padStart(6, '0')}`
