import { assert } from '#core/assert.ts'
import type { OutcomeCode, StateCode, StepCode, StepRule } from '#core/cases/life.ts'
import type { Actor, Role } from '#core/cases/roles.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { CaseEvent } from '#core/cases/happenings.ts'
import type { IsoDate, IsoMoment } from '#core/dated.ts'
import { plainTerm } from '#core/deadlines/clock.ts'
import { dayOf } from '#core/deadlines/counted.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { termOf, type Procedure, type TermCode } from '#core/policy/procedure.ts'
import type { Scoring } from '#core/policy/scoring.ts'

/** The law of a case: its type, how it is dealt with and, perhaps, scored, and the days. */
export type Law = {
  readonly type: CaseType
  readonly procedure: Procedure
  readonly scoring?: Scoring | undefined
  readonly calendars: Calendars
}

/** What every decision about a case is given: who, when, by which law. */
export type Context = Law & {
  readonly by: Actor
  readonly at: IsoMoment
  readonly on: IsoDate
  /** The status that the case is about, where it is about one. */
  readonly status?: StatusKnown
  /** Who has each role whose people are asked one by one. */
  readonly people?: People
  /** What those who have the case hold. */
  readonly held?: readonly Held[]
  /** The decision that the case is about, where it is about one. */
  readonly contested?: DecisionKnown
  /** What stands against erasing somebody, where it is about what is kept of them. */
  readonly againstErasing?: readonly string[]
  /** What they sent in, where it is about the same. */
  readonly ownCases?: readonly OwnCase[]
}

/** A case that somebody is a subject of, by the number under which they sent it in. */
export type OwnCase = { readonly id: string; readonly number: string }

/** A decision as far as a case about it needs to know. */
export type DecisionKnown = {
  readonly id: string
  readonly outcome: OutcomeCode
  readonly decidedOn: IsoDate
  /** It was not set aside, and no other was made in its place. */
  readonly inForce: boolean
  /** The case in which it was made, and where that stands. */
  readonly of: {
    readonly id: string
    readonly type: string
    readonly typeHash?: string
    readonly number: string
    readonly state: StateCode
  }
  /** Who took a step of that case. */
  readonly tookPart: readonly string[]
  /** The status that it ended. */
  readonly took?: { readonly number: string; readonly until: IsoDate }
}

/** Officials by their role, each with whether they took part in what the case is about. */
export type People = Readonly<Record<Role, readonly Member[]>>
export type Member = { readonly id: string; readonly tookPart: boolean }

/** A status in force of a kind, and in which role of the case its holder is. */
export type Held = { readonly role: Role; readonly kind: string; readonly number: string }

/** A status as far as a step about it needs to know. */
export type StatusKnown = {
  readonly number: string
  readonly inForce: boolean
  readonly until: IsoDate
}

/** What an allowed step does: what it leaves behind, and the state after it. */
export type Step = {
  readonly code: StepCode
  readonly role: Role
  readonly to: StateCode
  readonly event: CaseEvent
  /** The day on which it happened, where it is entered later. */
  readonly on?: IsoDate
}

/** What may be done, in which role of theirs, and from when to when. */
export type Allowed<Rule extends StepRule = StepRule> = {
  readonly rule: Rule
  readonly role: Role
  /** The first day on which it could be done. */
  readonly earliest: IsoDate
  /** The last day that whoever has to move has; it may be done later, and is late then. */
  readonly latest?: IsoDate
}

/** The step that leads to where its rule says. */
export const stepTo = (
  { rule, role }: Allowed<Extract<StepRule, { readonly to: StateCode }>>,
  event: CaseEvent,
): Step => ({ code: rule.code, role, to: rule.to, event })

/** The step that leaves the case where it is, or takes it back to where it was. */
export const stepIn = ({ rule, role }: Allowed, to: StateCode, event: CaseEvent): Step => ({
  code: rule.code,
  role,
  to,
  event,
})

/** The last day of a term that would run from a day. */
export function termEnd(
  code: TermCode,
  from: IsoDate,
  law: Pick<Law, 'procedure' | 'calendars'>,
): IsoDate {
  const term = termOf(law.procedure, code)
  assert(term !== undefined, `the loader saw to it that there is a term ${code}`)
  return dayOf({ from, terms: [plainTerm(term)], pauses: [] }, law.calendars)
}

/** The roles that somebody has in a case as a party of it; none, of whoever is no party. */
export const rolesIn = ({ parties }: Standing, id: string): readonly Role[] =>
  parties.filter((party) => party.id === id && party.left !== true).map(({ role }) => role)

/** Who takes a step, when, and by which description of the type. */
export type Taking = {
  readonly by: Actor
  readonly at: IsoMoment
  readonly on: IsoDate
  readonly description: Omit<Law, 'calendars'>
  readonly calendars: Calendars
}

/** What that is to the core, with what is known around the case. */
export const contextFor = (
  { by, at, on, description: { type, procedure, scoring }, calendars }: Taking,
  {
    status,
    held,
    contested,
    againstErasing,
    ownCases,
  }: Pick<Context, 'status' | 'held' | 'contested' | 'againstErasing' | 'ownCases'>,
): Context => ({
  by,
  at,
  on,
  type,
  procedure,
  scoring,
  calendars,
  ...(status === undefined ? {} : { status }),
  ...(held === undefined ? {} : { held }),
  ...(contested === undefined ? {} : { contested }),
  ...(againstErasing === undefined ? {} : { againstErasing }),
  ...(ownCases === undefined ? {} : { ownCases }),
})
