import { randomUUID, type KeyObject } from 'node:crypto'
import { z } from 'zod'
import { assert } from '#core/assert.ts'
import { isoDate, isoMoment } from '#core/dated.ts'
import { stepOf, type StepRule } from '#core/cases/life.ts'
import { audienceOf, EVENT_PRIVACY, isEventKind, TOLD_OF_SUBJECTS } from '#core/cases/privacy.ts'
import { SYSTEM } from '#core/cases/roles.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { CaseEvent, Recorded } from '#core/cases/happenings.ts'
import { openText, seal } from '#platform/sealing.ts'
import type { About, Noted, Taking } from '#records/case-rows.ts'
import { formed, readEvent } from '#records/event-forms.ts'
import { leafJson, leafRow } from '#records/ledger.ts'

/**
 * How what happened to a case is laid out in rows, and read back. An event of a case about one
 * person is sealed whole under their key. Where a case can be about several, an event is the
 * case's, and what it tells of each of them is a part of its own.
 */

/** Whose an event is as a whole, and under which key: one subject's, or the case's alone. */
const wholeOf = ({ partyId, key, several }: About) =>
  several ? { subject: null, key: several.caseKey } : { subject: partyId, key }

export function eventRow(
  noted: Noted,
  { seq, about, taking }: { readonly seq: number; readonly about: About; readonly taking: Taking },
) {
  const { id, event, at, on, by, role, step, to } = noted
  const { subject, key } = wholeOf(about)
  const { readable, secret } = split(toldOfCase(event, about))
  const sealed = secret && seal(key, { place: eventPlace(id), plain: JSON.stringify(secret) })
  return {
    seq,
    id,
    kind: event.kind,
    step,
    subject,
    actor: role === SYSTEM ? null : by,
    role,
    body: taking.by.body,
    to_state: to,
    happened_on: on,
    happened_at: at,
    recorded_at: at,
    cause: taking.cause ?? null,
    policy: taking.description.policy,
    audience: audienceOf(event.kind === 'move' ? {} : ruleTaken(noted, taking), event.kind),
    readable,
    sealed: sealed?.toString('base64'),
    // Written beside it, for what is counted from there.
    ...(event.kind === 'tell' ? { tellings: event.tellings } : {}),
  }
}

/** What an event tells of its case; and what was sent in by it, so that none of that is deleted. */
function toldOfCase(event: CaseEvent, { several }: About) {
  const told = several ? withoutParts(event) : event
  return event.kind === 'file' ? { ...told, documents: sentIn(event) } : told
}

const sentIn = ({ filed }: Extract<CaseEvent, { readonly kind: 'file' }>): readonly string[] =>
  filed.flatMap(({ documents }) => documents)

/** What an event tells of each of several subjects, with the leaf that commits to it. */
export function partRows(
  noted: Noted,
  { caseId, about, after, taking }: Committing,
): readonly PartRow[] {
  if (!about.several) return []
  const { keyOf } = about.several
  const { id, at, by, role, step } = noted
  return Object.entries(partsOf(noted.event)).map(([subject, part]) => {
    const key = keyOf(subject)
    const plain = JSON.stringify(part)
    const partId = randomUUID()
    const entry = {
      id: partId,
      kind: 'event',
      type: step,
      at,
      caseId,
      subjectId: subject,
      actorId: role === SYSTEM ? null : by,
      causeId: id,
      role,
      body: taking.by.body ?? null,
      policy: after.procedure ?? taking.description.procedureHash,
      payload: { id: partId, event: id, part },
    } as const
    return {
      subject,
      sealed: seal(key, { place: partPlace(id, subject), plain }).toString('base64'),
      leaf: leafJson(leafRow(entry, key)),
    }
  })
}

type PartRow = {
  readonly subject: string
  readonly sealed: string
  readonly leaf: ReturnType<typeof leafJson>
}

type Told = Readonly<Record<string, readonly { readonly subject: string }[]>>

/** The list of what an event tells of its subjects, by each of them. */
function partsOf(event: CaseEvent): Readonly<Record<string, Told>> {
  const name = toldOf(event.kind)
  const fields: readonly (readonly [string, unknown])[] = Object.entries(event)
  const all = fields.find(([field]) => field === name)?.[1]
  if (name === undefined || all === undefined) return {}
  const listed = told.parse(all)
  return Object.fromEntries(
    [...new Set(listed.map(({ subject }) => subject))].map((subject) => [
      subject,
      { [name]: listed.filter((each) => each.subject === subject) },
    ]),
  )
}

/** Of whom an event tells something. */
export const toldIn = (event: CaseEvent): readonly string[] => Object.keys(partsOf(event))

const told = z.array(z.looseObject({ subject: z.string() }))

const toldOf = (kind: string): string | undefined =>
  Object.entries(TOLD_OF_SUBJECTS).find(([each]) => each === kind)?.[1]

/** What it tells of the case itself. */
function withoutParts(event: CaseEvent) {
  switch (event.kind) {
    case 'file': {
      const { filed: _filed, ...rest } = event
      return rest
    }
    case 'return': {
      const { marks: _marks, ...rest } = event
      return rest
    }
    case 'propose':
    case 'lapse': {
      const { proposals: _proposals, ...rest } = event
      return rest
    }
    case 'decide': {
      const { decisions: _decisions, ...rest } = event
      return rest
    }
    case 'tell': {
      const { tellings: _tellings, ...rest } = event
      return rest
    }
    case 'say': {
      const { said: _said, ...rest } = event
      return rest
    }
    case 'confirm': {
      const { found: _found, ...rest } = event
      return rest
    }
    case 'report': {
      const { reports: _reports, ...rest } = event
      return rest
    }
    case 'begin':
    case 'ask':
    case 'answer':
    case 'extend':
    case 'send-back':
    case 'end':
    case 'recall':
    case 'reopen':
    case 'assign':
    case 'consult':
    case 'move':
      return event
  }
}

/** The leaf commits to the whole event, envelope and content. */
export function leafFor(
  { id, event, at, on, by, role, step, to }: Noted,
  { caseId, about, after, taking }: Committing,
) {
  const { subject: subjectId, key } = wholeOf(about)
  return leafJson(
    leafRow(
      {
        id,
        kind: 'event',
        type: step,
        at,
        caseId,
        subjectId,
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
          event: formed(toldOfCase(event, about)),
        },
      },
      key,
    ),
  )
}

type Committing = {
  readonly caseId: string
  readonly about: About
  readonly after: Standing
  readonly taking: Taking
}

function ruleTaken({ step }: Noted, { description: { type } }: Taking): StepRule {
  const rule = stepOf(type, step)
  assert(rule !== undefined, `${step} is a step of ${type.code}`)
  return rule
}

const secrets = z.record(z.string(), z.json())

type EventRow = {
  readonly id: string
  /** Nobody, where its case can be about several. */
  readonly subject: string | null
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

/** What is kept of one subject beside an event, and what opens it. */
export type OpenPart = {
  readonly subject: string
  readonly sealed: Buffer
  readonly key: KeyObject
}

export function recordedOf(
  row: EventRow,
  key: KeyObject,
  parts: readonly OpenPart[] = [],
): Recorded {
  const { kind, step, role, toState, recordedAt, happenedOn, actor } = row
  const whole = row.sealed
    ? secrets.parse(JSON.parse(openText(key, { place: eventPlace(row.id), sealed: row.sealed })))
    : {}
  const secret = { ...whole, ...(row.subject === null ? readParts(row, parts) : {}) }
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

/** Of each subject whose part may be read, what the event tells of them. */
function readParts({ id, kind, readable }: EventRow, parts: readonly OpenPart[]) {
  const name = toldOf(kind)
  if (name === undefined || hasName(readable, name)) return {}
  const told = parts.map(({ subject, sealed, key }) =>
    secrets.parse(JSON.parse(openText(key, { place: partPlace(id, subject), sealed }))),
  )
  if (told.length === 0 && (!isEventKind(kind) || !needs(kind, name))) return {}
  return { [name]: told.flatMap((part) => part[name] ?? []) }
}

/** What is parted now was not always. */
const hasName = (readable: unknown, name: string): boolean =>
  typeof readable === 'object' && readable !== null && Object.hasOwn(readable, name)

/** Which fields of an event are sealed is decided by EVENT_PRIVACY alone. */
function split(event: Pick<CaseEvent, 'kind'>) {
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

function needs(kind: CaseEvent['kind'], name: string): boolean {
  const needed: readonly string[] = NEEDED[kind]
  return needed.includes(name)
}

/** What an event of each kind cannot be folded without. */
const NEEDED = {
  begin: ['parties'],
  file: ['filed'],
  return: ['marks', 'explanation'],
  ask: ['asked'],
  answer: ['task', 'reasons'],
  extend: ['reason'],
  propose: ['proposals'],
  'send-back': ['reason'],
  decide: ['decisions'],
  tell: ['tellings'],
  end: [],
  lapse: [],
  reopen: ['reason', 'done'],
  assign: ['of'],
  say: [],
  confirm: ['service'],
  consult: ['consults', 'purpose'],
  report: ['service', 'reports'],
  recall: ['done'],
  move: ['typeHash', 'states'],
} as const satisfies Readonly<Record<CaseEvent['kind'], readonly string[]>>

export const eventPlace = (id: string): string => `event.sealed:${id}`
const partPlace = (id: string, subject: string): string => `event_part.sealed:${id}/${subject}`
