import { assert } from '#core/assert.ts'
import { isAway, passesAway } from '#core/cases/away.ts'
import { aroundIn, rolesIn, type Allowed, type Context } from '#core/cases/context.ts'
import { termCounted } from '#core/cases/counting.ts'
import { extendedDays } from '#core/cases/dues.ts'
import {
  failing,
  holdingsIn,
  holds,
  longHeld,
  type Known,
  type PartyKnown,
} from '#core/cases/holds.ts'
import {
  endsCase,
  stateOf,
  stepOf,
  type StateCode,
  type StepCode,
  type StepKind,
  type StepRule,
} from '#core/cases/life.ts'
import { isOfficeRole, SYSTEM, type Actor, type Role } from '#core/cases/roles.ts'
import type { Decided } from '#core/cases/happenings.ts'
import { assignedTo, type Standing } from '#core/cases/standing.ts'
import type { Test } from '#core/cases/tests.ts'
import type { Holding as Lasting } from '#core/concessions/classes.ts'
import { addDays, type IsoDate } from '#core/dated.ts'
import { asOf, dayOf } from '#core/deadlines/counted.ts'
import { agree, refuse, type Outcome } from '#core/outcome.ts'
import type { TermCode } from '#core/policy/procedure.ts'

/** Why somebody may not take a step now; every step can be refused for these. */
export type StepRefusal =
  | { readonly reason: 'not-in-this-state'; readonly state: StateCode }
  | { readonly reason: 'not-your-role' }
  | { readonly reason: 'another-person-must'; readonly step: StepCode }
  /** In the case that this one is about, or about the decision of which it is. */
  | { readonly reason: 'took-part' }
  /** The day named is the last one on which nothing happens. */
  | { readonly reason: 'not-yet-due'; readonly dueOn: IsoDate }
  | { readonly reason: 'does-not-hold'; readonly test: Test }
  /** It may be done so often in a case, and was. */
  | { readonly reason: 'used-up'; readonly times: number }
  /** With more time the last day would be this one, which is over. */
  | { readonly reason: 'too-late-to-extend'; readonly extended: IsoDate }
  /** Whoever could be told of what was decided was. */
  | { readonly reason: 'all-told' }
  /** Others examine it, by a system of theirs; or nobody does who could be asked for it back. */
  | { readonly reason: 'examined-elsewhere' }
  | { readonly reason: 'not-elsewhere' }
  /** It is another official's by name, who can be given it instead. */
  | { readonly reason: 'is-of-another'; readonly official: string }

/** True to the type: state, role, four eyes, the earliest day, and what has to hold. */
export function may(
  context: Context,
  code: StepCode,
  standing: Standing,
): Outcome<Allowed, StepRefusal> {
  const rule = stepOf(context.type, code)
  if (!rule || !rule.from.includes(standing.state)) {
    return refuse({ reason: 'not-in-this-state', state: standing.state })
  }
  const role = roleTaking(rule, context.by, standing)
  if (role === undefined) return refuse({ reason: 'not-your-role' })
  const elsewhere = elsewhereOf(rule, role, standing)
  if (elsewhere !== undefined) return refuse({ reason: elsewhere })
  const official = ofAnother(rule, { role, standing }, context)
  if (official !== undefined) return refuse({ reason: 'is-of-another', official })
  const times = timesSpent(rule, standing, context)
  if (times !== undefined) return refuse({ reason: 'used-up', times })
  const moves = rule.kind === 'extend' ? extendedDays(standing, context, context.on) : undefined
  if (moves !== undefined && moves.extended < context.on) {
    return refuse({ reason: 'too-late-to-extend', extended: moves.extended })
  }
  if (rule.kind === 'tell' && untold(standing, role, context.by.id).length === 0) {
    return refuse({ reason: 'all-told' })
  }
  const first = firstOfTwo(rule, standing, context.by.id)
  if (first !== undefined) return refuse({ reason: 'another-person-must', step: first })
  if (isJudgingThemselves(rule, context)) return refuse({ reason: 'took-part' })
  const tooEarly = lastDayBefore(rule, standing, context)
  if (tooEarly !== undefined && context.on <= tooEarly) {
    return refuse({ reason: 'not-yet-due', dueOn: tooEarly })
  }
  const test = failing(rule.needs ?? [], knownOf(standing, context))
  if (test) return refuse({ reason: 'does-not-hold', test })
  const clock = stateOf(context.type, standing.state)?.clock
  const latest = clock === undefined ? undefined : lastDayOf(clock, standing, context)
  const earliest = tooEarly === undefined ? standing.stateSince : addDays(tooEarly, 1)
  return agree({
    rule,
    role,
    earliest,
    ...(latest === undefined ? {} : { latest }),
  })
}

/** The same of a step that is of that kind, with what only this kind has. */
export function mayAs<Kind extends StepKind>(
  context: Context,
  kind: Kind,
  { step, standing }: { readonly step: StepCode; readonly standing: Standing },
): Outcome<Allowed<Extract<StepRule, { readonly kind: Kind }>>, StepRefusal> {
  const allowed = may(context, step, standing)
  if (!allowed.ok) return allowed
  const { rule } = allowed.value
  assert(isOfKind(rule, kind), `${step} is of the kind ${kind}`)
  return agree({ ...allowed.value, rule })
}

/** Whether a rule is of that kind. */
const isOfKind = <Kind extends StepKind>(
  rule: StepRule,
  kind: Kind,
): rule is Extract<StepRule, { readonly kind: Kind }> => rule.kind === kind

/** The steps this actor may take now, in the order of the type: menus and buttons read it. */
export const stepsFor = (context: Context, standing: Standing): readonly Allowed[] =>
  context.type.steps.flatMap(({ code }) => {
    const allowed = may(context, code, standing)
    return allowed.ok ? [allowed.value] : []
  })

/**
 * The step of a kind that leads on from where the case stands; the one this actor may take first.
 */
export function stepHere(
  { type, by }: Pick<Context, 'type' | 'by'>,
  standing: Standing,
  kind: StepKind,
): StepRule | undefined {
  const isOf = (rule: StepRule) => (kind === 'end' ? endsCase(rule) : rule.kind === kind)
  const here = type.steps.filter((rule) => isOf(rule) && rule.from.includes(standing.state))
  return here.find((rule) => isFor(rule, by, standing)) ?? here[0]
}

/** Whether somebody has a role that the step is for, whatever day it is: else it is not theirs. */
export const isFor = (rule: StepRule, by: Actor, standing: Standing): boolean =>
  roleTaking(rule, by, standing) !== undefined

/** As an official or the system, unless the case is theirs; as a party, in a role of this case. */
function roleTaking(rule: StepRule, by: Actor, standing: Standing): Role | undefined {
  const own = rolesIn(standing, by.id)
  return rule.by.find((role) => {
    if (!isOfHouse(role)) return own.includes(role)
    return own.length === 0 && by.roles.includes(role)
  })
}

/** What others examine is theirs to examine; only that is asked for back, by one and another. */
function elsewhereOf(
  rule: StepRule,
  role: Role,
  standing: Standing,
): 'examined-elsewhere' | 'not-elsewhere' | undefined {
  if (rule.kind === 'consult' && rule.there === true) {
    return isAway(standing) ? undefined : 'not-elsewhere'
  }
  if (rule.kind !== 'recall') {
    return isAway(standing) && !passesAway(rule, role) ? 'examined-elsewhere' : undefined
  }
  const isAsked = standing.recalling !== undefined
  return isAway(standing) && isAsked === (rule.confirms !== undefined) ? undefined : 'not-elsewhere'
}

/** The step that somebody took before, and that bars them from this one. */
function firstOfTwo(
  rule: StepRule,
  { lastBy, proposed, lapsed, recalling }: Standing,
  id: string,
): StepCode | undefined {
  if (rule.notBy !== undefined && lastBy[rule.notBy] === id) return rule.notBy
  if (rule.kind === 'decide' && proposed?.by === id) return proposed.step
  if (rule.kind === 'recall' && recalling === id) return rule.confirms
  if (rule.kind !== 'reopen' || rule.does === 'enter-again') return undefined
  return lapsed?.reopening === id ? rule.confirms : undefined
}

/** Whoever took part in what is complained of neither proposes nor decides what becomes of it. */
const isJudgingThemselves = (
  { kind }: StepRule,
  { contested, undecided, by }: Pick<Context, 'contested' | 'undecided' | 'by'>,
): boolean =>
  (kind === 'propose' || kind === 'decide') &&
  (contested ?? undecided)?.tookPart.includes(by.id) === true

/**
 * What was decided and nobody was told of; where a party tells of itself, of what it was not. Time
 * and officials tell what nobody was told of yet.
 */
export const untold = (
  { decided, tellings }: Standing,
  role: Role,
  party: string,
): readonly Decided[] =>
  (decided?.decisions ?? []).filter(
    ({ record }) =>
      !tellings.some((told) => told.record === record && (isOfHouse(role) || told.party === party)),
  )

/** An official, or time. */
const isOfHouse = (role: Role): boolean => role === SYSTEM || isOfficeRole(role)

/**
 * Whose alone the next move is, where that is another official. What is written or told beside it
 * is for everybody who may, and so is to give it to somebody else.
 */
function ofAnother(
  { kind }: StepRule,
  { role, standing }: { readonly role: Role; readonly standing: Standing },
  { type, by }: Pick<Context, 'type' | 'by'>,
): string | undefined {
  if (BESIDE.includes(kind) || stateOf(type, standing.state)?.owner !== role) return undefined
  const official = assignedTo(standing, role)
  return official === by.id ? undefined : official
}

const BESIDE: readonly StepKind[] = ['assign', 'say', 'tell', 'confirm', 'report']

/** How often a step may be taken, where it was taken as often. */
function timesSpent(
  { kind }: StepRule,
  { extended, returns }: Standing,
  { procedure: { extensionTimes, returnsMax } }: Context,
): number | undefined {
  if (kind === 'extend' && extended.length >= extensionTimes) return extensionTimes
  return kind === 'return' && returns >= returnsMax ? returnsMax : undefined
}

/** The last day on which a step may not be taken yet, where a term has to run out first. */
export function lastDayBefore(
  { after }: StepRule,
  standing: Standing,
  context: Omit<Context, 'by' | 'at'>,
): IsoDate | undefined {
  if (after === undefined) return undefined
  const { term, unless } = after
  if (unless && !failing([unless], knownOf(standing, context))) return undefined
  return lastDayOf(term, standing, context)
}

/** While the clock stands still, the day it would be if it went on after today. */
export const lastDayOf = (
  code: TermCode,
  standing: Standing,
  { on, calendars, ...terms }: Omit<Context, 'by' | 'at'>,
): IsoDate => dayOf(asOf(termCounted(code, standing, terms), on), calendars)

/** What the tests can ask of a case as it stands. */
export const knownOf = (
  standing: Standing,
  { type, procedure, scoring, on, ...around }: Omit<Context, 'by' | 'at' | 'calendars'>,
): Known => ({
  standing,
  type,
  procedure,
  scoring,
  on,
  ...aroundIn(around),
})

/** Why somebody may not begin a case. */
export type BeginRefusal =
  | { readonly reason: 'not-your-role' }
  /** Where they could begin in several roles, that of each; one of them would do. */
  | ({
      readonly reason: 'does-not-hold'
      readonly test: Test
      readonly or?: readonly Test[]
    } & Coming)
  | { readonly reason: 'stands-against'; readonly test: Test; readonly held?: string }

/** The first day on which time alone makes it hold, and what has to be held on that day as now. */
export type Coming = {
  readonly from?: { readonly on: IsoDate; readonly holding: Lasting; readonly years: number }
}

/** Who wants to begin, in which role they would, and what is known of whom it would be about. */
export type Beginner = {
  /** Roles of the office, or of the case that would be begun: theirs whom it would be about. */
  readonly roles: readonly Role[]
  readonly party: PartyKnown
} & Pick<Known, 'favourable' | 'overdue'>

/**
 * Whether one may begin a case of this type, and in which role: a rule of the type, asked before
 * anything is written.
 */
export function mayBegin(
  context: Omit<Context, 'by' | 'at' | 'calendars'>,
  { roles, ...asked }: Beginner,
): Outcome<{ readonly role: Role }, BeginRefusal> {
  const { begins } = context.type
  const said = [...(begins.as ?? []), ...(begins.for ?? [])]
  const begun = [...begins.by, ...(begins.for ?? []).map(({ role }) => role)]
  const own = begun.filter((role) => roles.includes(role))
  if (own.length === 0) return refuse({ reason: 'not-your-role' })
  const { type, procedure, scoring, on, ...around } = context
  const known = { type, procedure, scoring, on, ...asked, ...aroundIn(around) }
  const lacking = failing(begins.when ?? [], known)
  if (lacking)
    return refuse({ reason: 'does-not-hold', test: lacking, ...coming([lacking], known) })
  const tried = own.map((role) => {
    const when = said.find((each) => each.role === role)?.when ?? []
    return { role, test: failing(when, known) }
  })
  const fitting = tried.find(({ test }) => test === undefined)
  if (fitting === undefined) {
    const tests = tried.flatMap((each) => each.test ?? [])
    const [test, ...or] = tests
    assert(test !== undefined, 'what fits in no role lacks something in each')
    const days = coming(tests, known)
    return refuse({ reason: 'does-not-hold', test, ...(or.length > 0 ? { or } : {}), ...days })
  }
  const against = standingAgainst(begins.unless ?? [], known)
  return against ? refuse(against) : agree({ role: fitting.role })
}

/** The first of these tests that holds, and by what that is held. */
export function standingAgainst(
  tests: readonly Test[],
  known: Known,
): Extract<BeginRefusal, { readonly reason: 'stands-against' }> | undefined {
  const test = tests.find((each) => holds(each, known))
  if (test === undefined) return undefined
  const held = holdingsIn(test).find(({ status }) => known.party?.holds.includes(status))?.status
  return { reason: 'stands-against', test, ...(held === undefined ? {} : { held }) }
}

/** The first day on which one of the tests would hold that wait for years to pass. */
export function coming(tests: readonly Test[], known: Known): Coming {
  const days = tests.flatMap((test) => {
    const long = test.test === 'held-for' ? longHeld(test, known) : undefined
    return long === undefined || test.test !== 'held-for'
      ? []
      : [{ on: long.from, holding: long.holding, years: test.years }]
  })
  const [from] = days.toSorted((one, other) => (one.on < other.on ? -1 : 1))
  return from === undefined ? {} : { from }
}
