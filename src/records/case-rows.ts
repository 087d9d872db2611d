import { randomUUID, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { assert } from '#core/assert.ts'
import { isoDate, isoMoment, type IsoDate, type IsoMoment } from '#core/dated.ts'
import { nextWorkingMorning, type Calendars } from '#core/deadlines/working-days.ts'
import type { Language } from '#core/language.ts'
import { SYSTEM_ROLE } from '#core/ledger/leaf.ts'
import type { Actor, Application, CaseEvent, Recorded } from '#core/lifecycle/application.ts'
import { movable, type Dues, type Law } from '#core/lifecycle/dues.ts'
import {
  isAction,
  isRole,
  isState,
  type Action,
  type ActionRule,
  type Role,
  type StateRule,
} from '#core/lifecycle/lifecycle.ts'
import { ruleOf } from '#core/lifecycle/may.ts'
import { EVENT_PRIVACY, isCaseEventType } from '#core/lifecycle/privacy.ts'
import type { Step } from '#core/lifecycle/step.ts'
import type { Description } from '#core/policy/policy.ts'
import { openText, seal } from '#platform/sealing.ts'
import { leafRow } from '#records/ledger.ts'
import { letterPlace, type LetterValues } from '#records/letters.ts'

/** How a step of a case is laid out in the rows that `record_step` takes, and read back. */
export type About = {
  /** Whom the case is about, and the key to what is told of them in it. */
  readonly partyId: string
  readonly key: KeyObject
  readonly reader: Reader
}

/** Who is written to, and in which language. */
export type Reader = { readonly partyId: string; readonly language: Language }

/** Who takes a step, when, and by which law. */
export type Taking = {
  readonly by: Actor
  readonly at: IsoMoment
  readonly on: IsoDate
  readonly description: Description
  readonly calendars: Calendars
}

export type Noted = Recorded & { readonly id: string }

/** The role in which the actor took the action: the first of theirs that the table allows. */
export function roleTaken(by: Actor, step: Step, { type }: Description): Role {
  const rule = ruleOf(type.lifecycle, step.action)
  const role = rule?.by.find((each) => by.roles.includes(each))
  assert(role !== undefined, `${step.action} was allowed to this actor`)
  return role
}

/** The current row: what lists are made from. */
export function caseRow(
  after: Application,
  {
    version,
    added,
    dues,
    taking,
  }: {
    readonly version: number
    readonly added: number
    readonly dues: Dues
    readonly taking: Taking
  },
) {
  const { on, at } = taking
  const { dueOn } = dues
  const rule = stateOf(after, taking)
  return {
    id: after.id,
    state: after.state,
    stateSince: after.stateSince,
    versionBefore: version,
    version: version + added,
    stage: rule.stage,
    subjectState: subjectStateOf(after, rule),
    number: after.number,
    scoringHash: after.ruleSet,
    typeHash: after.typeHash,
    field: after.field,
    filedOn: after.submittedOn,
    endedOn: rule.ends ? on : null,
    dueOn,
    changedAt: at,
  }
}

/** How far whom it is about has come, alike for every type. */
function subjectStateOf({ decided }: Application, { ends, stage }: StateRule): SubjectState {
  if (ends) return 'ended'
  if (decided !== undefined) return 'decided'
  return stage === 'with-person' ? 'returned' : 'open'
}

type SubjectState = 'open' | 'returned' | 'decided' | 'ended'

/** By what the days of a case are counted. */
export const lawOf = ({ description: { rules, type }, calendars }: Taking): Law => ({
  lifecycle: type.lifecycle,
  rules,
  calendars,
})

export function stateOf({ state }: Pick<Application, 'state'>, { description }: Taking): StateRule {
  const rule = description.type.lifecycle.states.find((each) => each.state === state)
  assert(rule !== undefined, `${state} is a state of this type`)
  return rule
}

function stepRuleOf(action: Action, { description }: Taking): ActionRule {
  const rule = ruleOf(description.type.lifecycle, action)
  assert(rule !== undefined, `${action} is an action of this type`)
  return rule
}

export function eventRow(
  { id, event, at, on, by, role, action, to }: Noted,
  {
    seq,
    about,
    cause,
    taking,
  }: {
    readonly seq: number
    readonly about: About
    readonly cause: string | undefined
    readonly taking: Taking
  },
) {
  const { readable, secret } = split(event)
  const sealed = secret && seal(about.key, { place: eventPlace(id), plain: JSON.stringify(secret) })
  const { policy } = taking.description
  return {
    seq,
    id,
    kind: stepRuleOf(action, taking).kind,
    step: action,
    type: event.type,
    subject: about.partyId,
    actor: role === 'system' ? null : by,
    role,
    body: taking.by.body,
    to_state: to,
    happened_on: on,
    happened_at: at,
    recorded_at: at,
    cause: cause === id ? null : cause,
    policy,
    audience: EVENT_PRIVACY[event.type].audience,
    readable,
    sealed: sealed?.toString('base64'),
  }
}

/** The leaf commits to the whole event, envelope and content. */
export function leafFor(
  { id, event, at, on, by, role, action, to }: Noted,
  {
    caseId,
    about,
    after,
    cause,
    taking,
  }: {
    readonly caseId: string
    /** The act of the step, of what follows from it. */
    readonly cause: string | undefined
    readonly about: About
    readonly after: Application
    readonly taking: Taking
  },
) {
  const { kind } = stepRuleOf(action, taking)
  const row = leafRow(
    {
      id,
      kind: 'event',
      type: event.type,
      at,
      caseId,
      subjectId: about.partyId,
      actorId: role === 'system' ? null : by,
      ...(cause === undefined || cause === id ? {} : { causeId: cause }),
      role,
      body: taking.by.body ?? null,
      policy: after.ruleSet ?? null,
      payload: { id, at, happened_at: at, on, by, role, kind, action, to, event },
    },
    about.key,
  )
  return {
    leaf: row.leaf.toString('base64'),
    leaf_hash: row.leafHash.toString('base64'),
    opening: row.opening.toString('base64'),
    party: row.party,
  }
}

/** The letters that the type sends for these events; what they say is written when they go out. */
export function letterRows(
  after: Application,
  recorded: readonly Noted[],
  {
    about: { partyId, key, reader },
    taking,
    dues,
  }: { readonly about: About; readonly taking: Taking; readonly dues: Dues },
) {
  const { description, at, calendars } = taking
  const { type } = description
  const values: LetterValues = {
    number: after.number ?? '',
    dueOn: dues.dueOn ?? '',
    stepDueOn: dues.stepDueOn ?? '',
    application: after.id,
    typeHash: description.typeHash,
    provisional: [...movable(after, lawOf(taking), dues)],
  }
  return recorded.flatMap(({ event, role }) =>
    type.letters
      .filter((rule) => rule.on === event.type)
      .map(({ code }) => {
        const id = randomUUID()
        const plain = JSON.stringify(values)
        return {
          id,
          party: reader.partyId,
          subject: partyId,
          code,
          language: reader.language,
          content_sealed: seal(key, { place: letterPlace(id), plain }).toString('base64'),
          written_at: at,
          // What no person did is told when there are people whom one can ask about it.
          send_from: role === 'system' ? nextWorkingMorning(at, calendars) : null,
        }
      }),
  )
}

const secrets = z.record(z.string(), z.json())

type EventRow = {
  readonly id: string
  readonly type: string
  readonly step: string
  readonly role: string
  readonly actor: string | null
  readonly toState: string
  readonly recordedAt: string
  readonly happenedOn: string
  readonly readable: unknown
  readonly sealed: Buffer | null
}

export function recordedOf(row: EventRow, key: KeyObject): Recorded {
  const { type, step: action, role, toState } = row
  assert(
    isCaseEventType(type) && isAction(action) && isRole(role) && isState(toState),
    `the event ${row.id} is written in words that we know`,
  )
  const secret = row.sealed
    ? secrets.parse(JSON.parse(openText(key, { place: eventPlace(row.id), sealed: row.sealed })))
    : {}
  const event = { ...secrets.parse(row.readable), ...secret, type }
  assert(isCaseEvent(event), `the event ${row.id} is whole`)
  const { recordedAt, happenedOn, actor } = row
  return {
    at: isoMoment(recordedAt),
    on: isoDate(happenedOn),
    by: actor ?? SYSTEM_ROLE,
    role,
    action,
    to: toState,
    event,
  }
}

/** Which fields of an event are sealed is decided by EVENT_PRIVACY alone. */
function split(event: CaseEvent) {
  const hidden: readonly string[] = EVENT_PRIVACY[event.type].sealed
  const entries = Object.entries(event).filter(([name]) => name !== 'type')
  const secret = entries.filter(([name]) => hidden.includes(name))
  return {
    readable: Object.fromEntries(entries.filter(([name]) => !hidden.includes(name))),
    secret: secret.length > 0 ? Object.fromEntries(secret) : undefined,
  }
}

/** Only we write events, and only whole ones; what was sealed must be back. */
function isCaseEvent(event: { readonly type: string }): event is CaseEvent {
  return (
    isCaseEventType(event.type) &&
    EVENT_PRIVACY[event.type].sealed.every((name) => Object.hasOwn(event, name))
  )
}

const eventPlace = (id: string): string => `event.sealed:${id}`
