import { randomUUID, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { assert } from '#core/assert.ts'
import { isoDate, isoMoment } from '#core/dated.ts'
import { dayOf } from '#core/deadlines/counted.ts'
import { nextWorkingMorning } from '#core/deadlines/working-days.ts'
import type { Language } from '#core/language.ts'
import type { Law, Taking as Acting } from '#core/cases/context.ts'
import { countsOf, movable, type Dues } from '#core/cases/dues.ts'
import { stateOf, stepOf, type StateRule, type StepRule } from '#core/cases/life.ts'
import { audienceOf, EVENT_PRIVACY, isEventKind } from '#core/cases/privacy.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import { outcomeIn, type CaseEvent, type Recorded, type Standing } from '#core/cases/standing.ts'
import type { Description } from '#core/policy/policy.ts'
import { openText, seal } from '#platform/sealing.ts'
import { formed, readEvent } from '#records/event-forms.ts'
import { leafJson, leafRow } from '#records/ledger.ts'
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
export type Taking = Acting & {
  readonly description: Description
  /** The event that it follows from: what was decided in another case. */
  readonly cause?: string
}

export type Noted = Recorded & { readonly id: string }

/** The current row: what lists are made from. */
export function caseRow(
  after: Standing,
  { version, taking }: { readonly version: number; readonly taking: Taking },
) {
  const { on, at, calendars } = taking
  const { clock: counted } = countsOf(after, lawOf(taking))
  const rule = stateIn(after, taking)
  return {
    id: after.id,
    state: after.state,
    stateSince: after.stateSince,
    versionBefore: version,
    version: version + 1,
    stage: rule.stage,
    subjectState: subjectStateOf(after, rule),
    number: after.number,
    typeHash: after.typeHash,
    procedureHash: after.procedure,
    scoringHash: after.scoring,
    field: after.field,
    filedOn: after.filedOn,
    endedOn: rule.stage === 'ended' ? on : null,
    counted: counted ?? null,
    dueOn: counted ? dayOf(counted, calendars) : null,
    toldOn: after.told ?? null,
    changedAt: at,
  }
}

/** How far whom it is about has come, alike for every type. */
function subjectStateOf({ decided }: Standing, { stage }: StateRule): SubjectState {
  if (decided !== undefined) return 'decided'
  if (stage === 'ended') return 'ended'
  return stage === 'with-person' ? 'returned' : 'open'
}

type SubjectState = 'open' | 'returned' | 'decided' | 'ended'

/** By what the days of a case are counted. */
export const lawOf = ({ description: { type, procedure, scoring }, calendars }: Taking): Law => ({
  type,
  procedure,
  scoring,
  calendars,
})

export function stateIn({ state }: Pick<Standing, 'state'>, { description }: Taking): StateRule {
  const rule = stateOf(description.type, state)
  assert(rule !== undefined, `${state} is a state of ${description.type.code}`)
  return rule
}

function ruleTaken({ step }: Noted, { description: { type } }: Taking): StepRule {
  const rule = stepOf(type, step)
  assert(rule !== undefined, `${step} is a step of ${type.code}`)
  return rule
}

export function eventRow(
  noted: Noted,
  { seq, about, taking }: { readonly seq: number; readonly about: About; readonly taking: Taking },
) {
  const { id, event, at, on, by, role, step, to } = noted
  const { readable, secret } = split(event)
  const sealed = secret && seal(about.key, { place: eventPlace(id), plain: JSON.stringify(secret) })
  return {
    seq,
    id,
    kind: event.kind,
    step,
    subject: about.partyId,
    actor: role === SYSTEM ? null : by,
    role,
    body: taking.by.body,
    to_state: to,
    happened_on: on,
    happened_at: at,
    recorded_at: at,
    cause: taking.cause ?? null,
    policy: taking.description.policy,
    audience: audienceOf(ruleTaken(noted, taking), event.kind),
    readable,
    sealed: sealed?.toString('base64'),
  }
}

/** The leaf commits to the whole event, envelope and content. */
export function leafFor(
  { id, event, at, on, by, role, step, to }: Noted,
  {
    caseId,
    about,
    after,
    taking,
  }: {
    readonly caseId: string
    readonly about: About
    readonly after: Standing
    readonly taking: Taking
  },
) {
  return leafJson(
    leafRow(
      {
        id,
        kind: 'event',
        type: step,
        at,
        caseId,
        subjectId: about.partyId,
        actorId: role === SYSTEM ? null : by,
        ...(taking.cause === undefined ? {} : { causeId: taking.cause }),
        role,
        body: taking.by.body ?? null,
        policy: after.procedure ?? taking.description.procedureHash,
        payload: {
          id,
          at,
          happened_at: at,
          on,
          by,
          role,
          kind: event.kind,
          step,
          to,
          event: formed(event),
        },
      },
      about.key,
    ),
  )
}

/** The letters that the type sends for this step; what they say is written when they go out. */
export function letterRows(
  after: Standing,
  { step, role }: Noted,
  {
    about: { partyId, key, reader },
    taking,
    dues,
  }: { readonly about: About; readonly taking: Taking; readonly dues: Dues },
) {
  const { description, at, calendars } = taking
  const values: LetterValues = {
    number: after.number ?? '',
    dueOn: dues.dueOn ?? '',
    stepDueOn: dues.stepDueOn ?? '',
    application: after.id,
    typeHash: description.typeHash,
    provisional: [...movable(after, lawOf(taking), dues)],
  }
  return description.type.letters
    .filter(({ on, when }) => on === step && (!when || when.outcome === outcomeIn(after)))
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
        send_from: role === SYSTEM ? nextWorkingMorning(at, calendars) : null,
      }
    })
}

const secrets = z.record(z.string(), z.json())

type EventRow = {
  readonly id: string
  readonly kind: string
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
  const { kind, step, role, toState, recordedAt, happenedOn, actor } = row
  const secret = row.sealed
    ? secrets.parse(JSON.parse(openText(key, { place: eventPlace(row.id), sealed: row.sealed })))
    : {}
  const event = { ...readEvent(kind, { readable: row.readable, secret }), kind }
  assert(isCaseEvent(event), `the event ${row.id} is whole, and of a kind that we know`)
  return {
    at: isoMoment(recordedAt),
    on: isoDate(happenedOn),
    by: actor ?? SYSTEM,
    role,
    step,
    to: toState,
    event,
  }
}

/** Which fields of an event are sealed is decided by EVENT_PRIVACY alone. */
function split(event: CaseEvent) {
  const hidden: readonly string[] = EVENT_PRIVACY[event.kind].sealed
  const entries = Object.entries(event).filter(([name]) => name !== 'kind')
  const secret = entries.filter(([name]) => hidden.includes(name))
  return {
    readable: formed(Object.fromEntries(entries.filter(([name]) => !hidden.includes(name)))),
    secret: secret.length > 0 ? Object.fromEntries(secret) : undefined,
  }
}

/** Only we write events, and only whole ones: each has what its kind cannot do without. */
function isCaseEvent(event: { readonly kind: string }): event is CaseEvent {
  return isEventKind(event.kind) && NEEDED[event.kind].every((name) => Object.hasOwn(event, name))
}

/** What an event of each kind cannot be folded without. */
const NEEDED = {
  begin: ['type', 'parties'],
  file: ['answers', 'documents', 'confirmed'],
  return: ['marks', 'explanation'],
  ask: ['asked'],
  answer: ['task', 'reasons'],
  extend: ['reason'],
  propose: ['proposals'],
  'send-back': ['reason'],
  decide: ['decisions'],
  end: [],
  lapse: [],
  reopen: ['reason', 'done'],
} as const satisfies Readonly<Record<CaseEvent['kind'], readonly string[]>>

export const eventPlace = (id: string): string => `event.sealed:${id}`
