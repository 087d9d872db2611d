import { randomUUID, type KeyObject } from 'node:crypto'
import { sql } from 'kysely'
import { assert } from '#core/assert.ts'
import { dayInBaku, isoDate, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { dueOn } from '#core/deadlines/terms.ts'
import { isLanguage, type Language } from '#core/language.ts'
import {
  applied,
  fold,
  type Application,
  type CaseEvent,
  type Recorded,
} from '#core/lifecycle/application.ts'
import { isWithBodies } from '#core/lifecycle/assess.ts'
import { isState } from '#core/lifecycle/lifecycle.ts'
import { ruleOf } from '#core/lifecycle/may.ts'
import type { Step } from '#core/lifecycle/step.ts'
import { termOf, type TermCode } from '#core/policy/rule-set.ts'
import type { Tx } from '#platform/database.ts'
import type { MasterKey } from '#platform/sealing.ts'
import {
  caseRow,
  eventRow,
  leafFor,
  letterRows,
  recordedOf,
  roleTaken,
  type Applicant,
  type Taking,
} from '#records/case-rows.ts'
import type { Job } from '#records/jobs.ts'
import { personKey } from '#records/person-keys.ts'
import { followStatus } from '#records/status-documents.ts'
import { concernsTasks, endTasks, recordTasks } from '#records/tasks.ts'

export type { Applicant, Taking } from '#records/case-rows.ts'

/** A case as it was read: what happened, what it adds up to, and the key to its secrets. */
export type Case = {
  readonly application: Application
  readonly history: readonly Recorded[]
  readonly version: number
  readonly personId: string
  readonly key: KeyObject
  /** The language in which the applicant is written to. */
  readonly language: Language
  readonly dueOn?: IsoDate
}

/** Holds the row until the transaction ends, so that two steps cannot both be allowed. */
export async function holdCase(tx: Tx, master: MasterKey, id: string): Promise<Case | undefined> {
  const row = tx.selectFrom('application').select('id').where('id', '=', id).forUpdate()
  const [, found] = await Promise.all([row.execute(), readCase(tx, master, id)])
  return found
}

/** The case with as much of its history as this side of the house may see, in one statement. */
export async function readCase(tx: Tx, master: MasterKey, id: string): Promise<Case | undefined> {
  const rows = await tx
    .selectFrom('application')
    .innerJoin('person', 'person.id', 'application.personId')
    .innerJoin('account', 'account.personId', 'person.id')
    .innerJoin('applicationEvent as event', 'event.applicationId', 'application.id')
    .select([
      'application.personId',
      'application.state',
      'application.stateSince',
      'application.version',
      'application.dueOn',
      'person.wrappedKey',
      'account.language',
    ])
    .select(['event.id', 'event.type', 'event.action', 'event.role', 'event.actorId'])
    .select(['event.toState', 'event.at', 'event.happenedOn', 'event.readable', 'event.sealed'])
    .where('application.id', '=', id)
    .orderBy('event.seq')
    .limit(EVENTS_MAX)
    .execute()
  const [row] = rows // what is not of the event is the same in each
  if (!row) return undefined
  const { personId, wrappedKey, version, state, language } = row
  const key = personKey(master, { id: personId, wrappedKey })
  const history = rows.map((each) => recordedOf(each, key))
  const seen = fold(id, history)
  assert(seen !== undefined && isState(state) && isLanguage(language), `case ${id} is whole`)
  return {
    application: { ...seen, state, stateSince: isoDate(row.stateSince) },
    history,
    version,
    personId,
    key,
    language,
    ...(row.dueOn === null ? {} : { dueOn: isoDate(row.dueOn) }),
  }
}

const EVENTS_MAX = 1000

/** A case never goes back in time: where the clock does, its last moment goes on. */
export function nowIn({ history }: Case, now: IsoMoment): Pick<Taking, 'at' | 'on'> {
  const [today, last] = [dayInBaku(now), history.at(-1)]
  if (last === undefined) return { at: now, on: today }
  return { at: now < last.at ? last.at : now, on: today < last.on ? last.on : today }
}

/** A new case begins as a draft of its applicant. */
export async function beginCase(tx: Tx, person: Applicant, taking: Taking): Promise<string> {
  const id = randomUUID()
  const { description, at, on } = taking
  const rule = ruleOf(description.type.lifecycle, 'begin')
  const to = rule?.to[0]
  assert(to !== undefined, 'a type says how its cases begin')
  await tx
    .insertInto('application')
    .values({
      id,
      personId: person.id,
      type: description.type.code,
      state: to,
      stateSince: on,
      version: 0,
      changedAt: at,
    })
    .execute()
  const event: CaseEvent = { type: 'application-begun', applicationType: description.type.code }
  await record(tx, { id, version: 0, person }, { action: 'begin', to, events: [event] }, taking)
  return id
}

/**
 * Writes a step, its events, leaves, letters and jobs, and gives what the case is now. A draft that
 * is thrown away is erased by the same transaction.
 */
export async function recordStep(
  tx: Tx,
  held: Case,
  step: Step,
  taking: Taking,
): Promise<Application> {
  const { application, version, personId, key, language } = held
  const person = { id: personId, key, language }
  const writing = { id: application.id, version, person, before: application }
  const after = await record(tx, writing, step, taking)
  await followTasks(tx, after, step, taking)
  const { lifecycle } = taking.description.type
  const [was, is] = [application, after].map(({ state }) => isWithBodies(lifecycle, state))
  if (was === true && is === false) await endTasks(tx, after.id, taking.on)
  await followStatus(tx, after, step.events)
  if (step.events.some(({ type }) => type === 'draft-discarded')) await eraseDraft(tx, after.id)
  return after
}

/** Nothing of it is left, this step neither; its files go by a job, since they are not in here. */
async function eraseDraft(tx: Tx, id: string): Promise<void> {
  await sql`select erase_draft(${id}::uuid)`.execute(tx)
}

/** The applicant's side of the house takes no step that a body's list follows, and sees no list. */
async function followTasks(tx: Tx, after: Application, step: Step, taking: Taking): Promise<void> {
  if (!step.events.some(concernsTasks)) return
  const { on, calendars, description } = taking
  const term = (code: TermCode) => {
    const found = termOf(description.rules, code)
    assert(found !== undefined, 'a rule set names all terms')
    return dueOn(found, on, calendars)
  }
  await recordTasks(tx, after, {
    events: step.events,
    on,
    scoringDueOn: term('scoring'),
    objectionDueOn: term('objection'),
  })
}

type Writing = {
  readonly id: string
  readonly version: number
  readonly person: Applicant
  readonly before?: Application
}

async function record(tx: Tx, writing: Writing, step: Step, taking: Taking): Promise<Application> {
  const { by, at, on } = taking
  const role = roleTaken(by, step, taking.description)
  const recorded = step.events.map((event): Recorded & { readonly id: string } => ({
    id: randomUUID(),
    at,
    on,
    by: by.id,
    role,
    action: step.action,
    to: step.to,
    event,
  }))
  let after = writing.before
  for (const each of recorded) after = applied(writing.id, after, each)
  assert(after !== undefined, 'a step has events')

  const { person, version, id } = writing
  const [body, cause] = [by.body, recorded[0]?.id]
  const row = caseRow(after, { version, added: recorded.length, taking })
  const letters = letterRows(after, recorded, { person, taking, dues: row })
  const jobs = letters
    .filter(({ send_from }) => send_from === null)
    .map((letter): Job => ({ task: 'send-letter', payload: { letter: letter.id } }))
  const json = (value: unknown) => sql`${JSON.stringify(value)}::json`
  const done = await sql<{ recorded: boolean }>`
    select record_step(
      ${json(row)},
      ${json(recorded.map((each, index) => eventRow(each, { seq: version + index, person })))},
      ${json(recorded.map((each) => leafFor(each, { caseId: id, person, after, body, cause })))},
      ${json(letters)},
      ${json(jobs)}
    ) as recorded`.execute(tx)
  assert(done.rows[0]?.recorded === true, 'a held case is not changed by anybody else')
  return after
}

/** What makes the next application's number its own; gaps may occur. */
export async function nextSerial(tx: Tx): Promise<number> {
  const row = await sql<{ serial: number }>`
    select nextval('application_number') as serial`.execute(tx)
  const serial = row.rows[0]?.serial
  assert(serial !== undefined, 'a sequence always has a next number')
  return serial
}

/** The number of an application of this type, such as HQM-2026-000123. */
export const numberOf = (
  { numberPrefix }: { readonly numberPrefix: string },
  { serial, on }: { readonly serial: number; readonly on: IsoDate },
): string => `${numberPrefix}-${on.slice(0, 4)}-${String(serial).padStart(6, '0')}`
