import { termEnd, termFrom, type DecisionKnown } from '#core/cases/context.ts'
import { askedOf } from '#core/answers/asked-of.ts'
import { assert } from '#core/assert.ts'
import type { DecisionRecord } from '#core/cases/decision-record.ts'
import { heldBy } from '#core/cases/holds.ts'
import { enteringBy, enteringOn } from '#core/cases/contesting.ts'
import { outcomeOf, type EffectRule } from '#core/cases/life.ts'
import { isGivenTo } from '#core/cases/people.ts'
import {
  firstOf,
  numbersFollowed,
  givenBeside,
  goesOnAfter,
  restingOn,
  type Rests,
} from '#core/cases/resting.ts'
import { placeIn, type Place } from '#core/cases/places.ts'
import { partOf, type Standing } from '#core/cases/standing.ts'
import { dayOf } from '#core/deadlines/counted.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { typeOf } from '#core/policy/policy.ts'
import type { Happened, Taking } from '#records/cases.ts'
import type { SealedCorrection } from '#records/corrections.ts'
import type { House } from '#records/house.ts'
import type { Case } from '#records/read-case.ts'
import { statusNumber } from '#records/status-numbers.ts'
import {
  endedStatus,
  followedStatus,
  holdPlaced,
  issuedStatus,
  replacedPaper,
  restoredStatus,
  setAside,
  toldToDecide,
  type Acting,
  type Caused,
} from '#records/statuses.ts'

/** What was decided in a case, by which event and for whom. */
type Causing = {
  readonly held: Case
  readonly happened: Happened
  readonly record: DecisionRecord
  readonly hash: string
  /** The decision. */
  readonly id: string
  readonly taking: Taking
  /** What is to be read beside what was written. */
  readonly corrections: readonly SealedCorrection[]
}

type Around = Pick<House, 'secret' | 'policy'>

/** What an outcome causes, as the database carries it out or has it wait. */
export function effectsOf(house: Around, causing: Causing): readonly Caused[] {
  const { held, happened, record, hash: recordHash, id: decision, taking } = causing
  const { after, event } = happened
  const { procedureHash } = taking.description
  const type = askedOf(taking.description.type, after, record.subject)
  const acting = {
    standing: held.several ? partOf(after, record.subject) : after,
    policy: after.procedure ?? procedureHash,
    decision,
    event: event.id,
    recordHash,
    partyId: held.partyId,
    key: held.key,
    by: taking.by,
    role: event.role,
    at: event.at,
    on: event.on,
  }
  const roles = after.parties.filter(({ id }) => id === record.subject).map(({ role }) => role)
  const rules = (outcomeOf(type, record.outcome)?.effects ?? []).filter(
    (each) => each.effect !== 'issue' || isGivenTo(each, roles),
  )
  return rules.flatMap((rule) => caused(house, causing, { rule, acting }))
}

type Rule<Of extends EffectRule> = { readonly rule: Of; readonly acting: Acting }

function caused(
  house: Around,
  causing: Causing,
  { rule, acting }: Rule<EffectRule>,
): readonly Caused[] {
  switch (rule.effect) {
    case 'issue':
      return issued(house, causing, { rule, acting })
    case 'end':
      return [endedStatus({ ...acting, as: rule.as })]
    case 'replace': {
      const { description } = causing.taking
      const type = askedOf(description.type, causing.happened.after, causing.record.subject)
      return [replacedPaper(house.secret, { ...acting, type })]
    }
    case 'set-aside':
      return undone(causing, acting)
    case 'reopen':
      return reopened(house, causing, rule)
    case 'hold':
      return heldBack(causing, { rule, acting })
    case 'notify':
      return [told(causing, { rule, acting })]
    case 'change':
      return causing.corrections.map(({ caseId, ...correction }) => ({
        effect: rule.effect,
        target: caseId,
        correction,
      }))
    case 'erase':
    case 'disclose': {
      const { description, calendars } = causing.taking
      const law = { procedure: description.procedure, calendars }
      return [
        {
          effect: rule.effect,
          target: causing.record.subject,
          due_on: termEnd(rule.effect === 'erase' ? rule.after : rule.for, acting.on, law),
        },
      ]
    }
  }
}

function issued(
  { secret, policy }: Around,
  { held, happened: { after }, record: { subject }, taking }: Causing,
  { rule, acting }: Rule<Extract<EffectRule, { readonly effect: 'issue' }>>,
): readonly Caused[] {
  const { status, rests, for: wanted, inPlaceOf } = rule
  const kind = policy.statuses.get(status)
  assert(kind !== undefined, `the loader saw to it that there is a status ${status}`)
  const { description, calendars } = taking
  const { procedure } = description
  const type = askedOf(description.type, after, subject)
  const place = placeNumbered(held, type, subject)
  const restsOn = rests && numberToRestOn(held, after, { type, rests })
  assert((restsOn === undefined) === (rests === undefined), 'what it rests on was asked for')
  const given = issuedStatus(secret, {
    ...acting,
    type,
    kind,
    procedure,
    calendars,
    first: firstOf(rule, held.held, subject),
    goesOnAfter: goesOnAfter(rule, held.held, subject),
    ...(wanted === undefined ? {} : { wanted }),
    ...(place === undefined ? {} : { place }),
    ...(restsOn === undefined ? {} : { restsOn }),
  })
  const ended = numbersFollowed(rule, held.held, subject).map(({ number }) =>
    followedStatus({ ...acting, as: inPlaceOf?.as ?? '', number, next: given.target }),
  )
  return [given, ...ended]
}

/** Where a number has to tell it: of one of several, or of one who is given it anew. */
export function placeNumbered(
  held: Pick<Case, 'several' | 'standing' | 'history'>,
  type: CaseType,
  subject: string,
): Place | undefined {
  const place = placeIn(held, type, subject)
  return held.several !== undefined || place.times > 1 ? place : undefined
}

/** The number of what is given beside it, or of what was held before. */
function numberToRestOn(
  held: Case,
  after: Standing,
  { type, rests }: { readonly type: CaseType; readonly rests: Rests },
): string | undefined {
  const given = after.decided?.decisions ?? []
  const beside = givenBeside(type, { standing: after, given }, rests)
  if (beside === undefined) {
    const found = restingOn(rests).flatMap((kind) => heldBy(rests.role, kind, held.held) ?? [])
    return found[0]?.number
  }
  assert(after.number !== undefined, 'a decided case has a number')
  return statusNumber(after.number, placeNumbered(held, type, beside))
}

/** What the decision took is held again, while its time lasts; what it named is as before. */
function undone({ held: { contested } }: Causing, acting: Acting): readonly Caused[] {
  assert(contested !== undefined, 'what sets a decision aside is about one')
  const { named } = contested
  const before = named === undefined ? [] : [restoredStatus({ ...acting, number: named })]
  return [setAside({ ...acting, contested }), ...heldAgain(contested, acting), ...before]
}

function heldAgain({ took }: DecisionKnown, acting: Acting): readonly Caused[] {
  const isGone = took !== undefined && !took.isHeld && acting.on <= took.until
  return isGone ? [restoredStatus({ ...acting, number: took.number })] : []
}

/** Of a decision that is not carried out, what it took is held until the case about that ends. */
function heldBack(
  { held: { contested }, record: { subject } }: Causing,
  { rule: { back }, acting }: Rule<Extract<EffectRule, { readonly effect: 'hold' }>>,
): readonly Caused[] {
  if (back !== 'carrying-out') return [holdPlaced({ ...acting, back, target: subject })]
  assert(contested !== undefined, 'what keeps a decision from being carried out is about one')
  return [holdPlaced({ ...acting, back, target: contested.id }), ...heldAgain(contested, acting)]
}

/** Whoever has to move where nothing was decided is told to decide, and by when. */
function told(
  { held: { undecided }, taking: { description, calendars } }: Causing,
  { rule, acting }: Rule<Extract<EffectRule, { readonly effect: 'notify' }>>,
): Caused {
  assert(undecided !== undefined, 'what tells somebody to decide is about a case')
  const counted = termFrom(rule.within, acting.on, description)
  const due_on = dayOf(counted, calendars)
  return { ...toldToDecide({ ...acting, undecided, until: due_on }), due_on, counted }
}

/** Waits while the case is still being carried out for others, where none enters it from there. */
function reopened(
  { policy }: Around,
  { held: { contested }, record: { grounds } }: Causing,
  { binding }: Extract<EffectRule, { readonly effect: 'reopen' }>,
): readonly Caused[] {
  assert(contested !== undefined, 'what enters a case again is about a decision in it')
  const { id: target, state } = contested.of
  const type = typeOf(policy, contested.of)
  const [first] = enteringBy(type, grounds)
  const rule = enteringOn(type, state, grounds) ?? first
  assert(rule !== undefined, `the loader saw to it that ${type.code} can be entered again`)
  const bound = binding ? { what: 'binding' } : {}
  return [{ effect: 'reopen', target, step: rule.code, ...bound }]
}
