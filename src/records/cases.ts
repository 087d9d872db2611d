import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { dayInBaku, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { contextFor, type Around, type Context, type Step } from '#core/cases/context.ts'
import { isAboutParty } from '#core/cases/contesting.ts'
import { duesOf, tellingDay } from '#core/cases/dues.ts'
import { actingAs } from '#core/cases/begins.ts'
import { begin, roleBeginning } from '#core/cases/filing.ts'
import { askOf } from '#core/cases/life.ts'
import { isOfficeRole, SYSTEM, type Role } from '#core/cases/roles.ts'
import { applied } from '#core/cases/folding.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { Contested, PartyIn } from '#core/cases/happenings.ts'
import { openTasks } from '#core/cases/tasks.ts'
import { dayOf } from '#core/deadlines/counted.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { json, type Tx } from '#platform/database.ts'
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
import { eventRow, leafFor, partRows, toldIn } from '#records/event-rows.ts'
import type { AskingLink } from '#records/asking.ts'
import type { Keys } from '#records/keys.ts'
import { heldKey } from '#records/parties.ts'
import type { Case } from '#records/read-case.ts'
import { endedAgainLeaf, type Again } from '#records/statuses.ts'
import { needlessLetters } from '#records/visit-papers.ts'

export type { Reader, Taking } from '#records/case-rows.ts'

/** A case never goes back in time: where the clock does, its last moment goes on. */
export function nowIn({ history }: Case, now: IsoMoment): Pick<Taking, 'at' | 'on'> {
  const [today, last] = [dayInBaku(now), history.at(-1)]
  if (last === undefined) return { at: now, on: today }
  return { at: now < last.at ? last.at : now, on: today < last.on ? last.on : today }
}

/** What the core is given to decide a step of a case. */
export const contextIn = (around: Around, taking: Taking): Context => contextFor(taking, around)

/** Who begins a case, about whom, and in which role of it. */
export type Beginning = {
  /** Where its keys were needed before it begins. */
  readonly id?: string
  readonly reader: Reader
  /** Whoever begins it as the first who can, where nothing is said. */
  readonly about?: { readonly partyId: string; readonly role: string }
  /** Who acts for them, and has the case as well. */
  readonly guardian?: Reader | undefined
  /** The number of the status that it is about. */
  readonly status?: string
  /** The decision that it is about, or the case in which there is none. */
  readonly contests?: Contested
  /** Which mission is asked, by whoever has this link and no account that can be signed in to. */
  readonly asking?: { readonly mission: string; readonly link: AskingLink }
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
  const { id = randomUUID(), guardian, status, contests, asking } = beginning
  const { at, on, by, description } = taking
  const parties = partiesIn(beginning, taking)
  const acts = guardian && parties.some((each) => each.id === guardian.partyId)
  const reader = acts ? guardian : beginning.reader
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
    about_case: contests !== undefined && contests.decision === undefined ? contests.case : null,
    about_party: isAboutParty(description.type.begins) ? subject.id : null,
    opened_on: on,
    changed_at: at,
    ...(asking === undefined ? {} : { asking: { mission: asking.mission, ...asking.link } }),
  }
  const rows = parties.map(({ id: party, role, isSubject: is_subject, by: acted_by }) => ({
    party,
    role,
    is_subject,
    acted_by,
  }))
  await sql`select begin_case(${json(row)}, ${json(rows)})`.execute(tx)
  const several = isAboutSeveral(description.type)
    ? {
        caseKey: heldKey(ring, { caseId: id }),
        keyOf: () => key,
        isErased: () => false,
        readers: [reader],
      }
    : undefined
  const about = { partyId: subject.id, key, reader, ...(several ? { several } : {}) }
  asHeld(await record(tx, { id, version: 0, about }, step, taking))
  return id
}

const isAboutSeveral = ({ subjects }: Pick<CaseType, 'subjects'>): boolean =>
  subjects !== undefined && subjects.max > 1

/** The subject first, then whoever acts for it. */
export function partiesIn(
  { reader, about, guardian }: Pick<Beginning, 'reader' | 'about' | 'guardian'>,
  { by, description: { type } }: Taking,
): readonly PartyIn[] {
  const own = type.begins.by.filter((role) => !isOfOffice(role))
  const subject = about ?? { partyId: reader.partyId, role: own[0] }
  assert(subject.role !== undefined, `who a case of ${type.code} is about has a role in it`)
  const first = { id: subject.partyId, role: subject.role, isSubject: true }
  const acting =
    actingAs(type, first.role) ??
    type.roles.find(({ code, subject: isOne }) => code !== first.role && !isOne)?.code
  if (guardian !== undefined && acting !== undefined) {
    return [
      { ...first, by: guardian.partyId },
      { id: guardian.partyId, role: acting, isSubject: false },
    ]
  }
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
export const recordStep = async (
  tx: Tx,
  held: Case,
  step: Written,
  taking: Taking,
): Promise<Standing> => (await recordEvent(tx, held, step, taking)).after

/** The same, with what happened, for what is written beside it. */
export const recordEvent = async (
  tx: Tx,
  held: Case,
  step: Written,
  taking: Taking,
): Promise<Happened> => asHeld(await record(tx, writingOf(held), step, taking))

/**
 * The same of a case that was read and not held: undefined where somebody was faster, and then
 * nothing was written.
 */
export const recordUnheld = async (
  tx: Tx,
  read: Case,
  step: Written,
  taking: Taking,
): Promise<Standing | undefined> => (await record(tx, writingOf(read), step, taking))?.after

function writingOf(found: Case): Writing {
  const { standing, version, partyId, key, reader, several } = found.whole ?? found
  const about = { partyId, key, reader, ...(several ? { several } : {}) }
  const again = endsAgain(found)
  return {
    id: standing.id,
    version,
    about,
    before: standing,
    ...(again === undefined ? {} : { again }),
  }
}

/** What ends again with a case that held it back, as long as that still stands. */
function endsAgain({ contested, holds = [], standing }: Case): Writing['again'] {
  const holdsBack = holds.some(
    ({ decision, by }) => decision !== undefined && by.id === standing.id,
  )
  const { took, event, inForce } = contested ?? {}
  if (!holdsBack || inForce !== true || took?.isHeld !== true) return undefined
  assert(event !== undefined, 'what took a status was decided by an event')
  return { ...took, event }
}

function asHeld(happened: Happened | undefined): Happened {
  assert(happened !== undefined, 'a held case is not changed by anybody else')
  return happened
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
  readonly again?: Pick<Again, 'number' | 'as' | 'event'>
}

/** Undefined where somebody was faster. */
async function record(
  tx: Tx,
  writing: Writing,
  step: Written,
  taking: Taking,
): Promise<Happened | undefined> {
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
  const { about, version, id, before, again } = writing
  const law = lawOf(taking)
  const told = tellingDay(step.event, applied(id, before, taken), law)
  const event = { ...taken, event: about.several ? { ...told, tells: toldIn(told) } : told }
  const after = applied(id, before, event)
  const dues = duesOf(after, law)
  const letters = [
    ...letterRows(after, event, { about, taking, dues }),
    ...(await needlessLetters(tx, { after, event }, { about, taking })),
  ]
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
  const row = caseRow(after, { version, taking })
  const { procedure: policy = taking.description.procedureHash } = after
  const acting = { partyId: about.partyId, key: about.key, by, role, at, caseId: id, policy }
  const endedAgain =
    again && row.stage === 'ended' ? { endedAgain: endedAgainLeaf({ ...acting, ...again }) } : {}
  const done = await sql<{ recorded: boolean }>`
    select record_step(
      ${json({ ...row, ...endedAgain })},
      ${json(eventRow(event, { ...noting, seq: version }))},
      ${json(leafFor(event, { ...noting, caseId: id, after }))},
      ${json(letters)},
      ${json(tasks)}
    ) as recorded`.execute(tx)
  if (done.rows[0]?.recorded !== true) return undefined
  if (isPaidOnPaper(event, taking)) await sql`select note_on_paper(${event.id}::uuid)`.execute(tx)
  const parts = partRows(event, { about, taking, caseId: id, after })
  if (parts.length > 0) {
    await sql`select record_parts(${id}::uuid, ${event.id}::uuid, ${json(parts)})`.execute(tx)
  }
  return { after, event }
}

/** An official was shown a receipt for what is paid for at the portal otherwise. */
function isPaidOnPaper({ step, role, event }: Noted, { description: { type } }: Taking): boolean {
  if (event.kind !== 'answer' || role === SYSTEM || event.recorded === undefined) return false
  return askOf(type, step)?.paid === event.recorded.option
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
