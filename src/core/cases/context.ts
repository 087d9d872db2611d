import { assert } from '#core/assert.ts'
import type { HeldBack, OutcomeCode, StateCode, StepCode, StepRule } from '#core/cases/life.ts'
import type { Actor, Role } from '#core/cases/roles.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { ActorId, CaseEvent } from '#core/cases/happenings.ts'
import type { IsoDate, IsoMoment } from '#core/dated.ts'
import { plainTerm } from '#core/deadlines/clock.ts'
import { dayOf, type Counted } from '#core/deadlines/counted.ts'
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
  /** The case in which nothing was decided that it is about, where it is about one. */
  readonly undecided?: UndecidedKnown
  /** What stands against erasing somebody, where it is about what is kept of them. */
  readonly againstErasing?: readonly string[]
  /** What is held back of the people and things of the case. */
  readonly holds?: readonly HoldKnown[]
  /** What they sent in, where it is about what is kept of them. */
  readonly ownCases?: readonly OwnCase[]
}

/** A hold that stands: of whom or of which decision, since when, and by which case. */
export type HoldKnown = {
  readonly back: HeldBack
  readonly subject?: string
  readonly decision?: string
  readonly since: IsoDate
  readonly by: { readonly id: string; readonly type: string; readonly number: string }
}

/** A case that somebody is a subject of, by the number under which they sent it in. */
export type OwnCase = {
  readonly id: string
  readonly number: string
  readonly type: string
  /** The moment at which it was first sent in, or begun where officials begin it. */
  readonly since: IsoMoment
}

/** What is known around a case: what it is about, and what those who have it hold. */
export type Around = Pick<
  Context,
  'status' | 'held' | 'contested' | 'undecided' | 'againstErasing' | 'holds' | 'ownCases'
>

/** The case that another is about, or in which the decision was made that it is about. */
export type EarlierKnown = {
  readonly of: {
    readonly id: string
    readonly type: string
    readonly typeHash?: string
    readonly number: string
    readonly state: StateCode
  }
  /** Who took a step of it. */
  readonly tookPart: readonly string[]
}

/** A decision as far as a case about it needs to know, with the case in which it was made. */
export type DecisionKnown = EarlierKnown & {
  readonly id: string
  readonly outcome: OutcomeCode
  readonly decidedOn: IsoDate
  /** It was not set aside, and no other was made in its place. */
  readonly inForce: boolean
  /** By which event it was made. */
  readonly event?: string
  /** The status that it ended, as what, and whether that is held again for now. */
  readonly took?: {
    readonly number: string
    readonly until: IsoDate
    readonly as: string
    readonly isHeld: boolean
  }
  /** The number of the status that names its holder by it. */
  readonly named?: string
}

/** A case as far as one about it needs to know that complains that nothing was decided. */
export type UndecidedKnown = EarlierKnown & {
  /** It was sent in, is not over, and no decision stands in it. */
  readonly isUndecided: boolean
  /** What its last day is counted from, as long as it has one. */
  readonly counted?: Counted
}

/** Officials by their role, each with whether they took part in what the case is about. */
export type People = Readonly<Record<Role, readonly Member[]>>
export type Member = { readonly id: string; readonly tookPart: boolean }

/**
 * A status in force of a kind, its last day, and in which role of the case its holder is, by
 * whatever entry they hold it; in the portal without the number of what they hold by another.
 */
export type Held = {
  readonly role: Role
  readonly holder: ActorId
  readonly kind: string
  readonly number?: string
  readonly until: IsoDate
}

/** A status as far as a step about it needs to know. */
export type StatusKnown = {
  readonly number: string
  readonly kind: string
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

/** What the last day of a term is counted from that would run from a day. */
export function termFrom(
  code: TermCode,
  from: IsoDate,
  { procedure }: Pick<Law, 'procedure'>,
): Counted {
  const term = termOf(procedure, code)
  assert(term !== undefined, `the loader saw to it that there is a term ${code}`)
  return { from, terms: [plainTerm(term)], pauses: [] }
}

/** That last day. */
export const termEnd = (
  code: TermCode,
  from: IsoDate,
  law: Pick<Law, 'procedure' | 'calendars'>,
): IsoDate => dayOf(termFrom(code, from, law), law.calendars)

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
  around: Around,
): Context => ({
  by,
  at,
  on,
  type,
  procedure,
  scoring,
  calendars,
  ...aroundIn(around),
})

/** Just that, of whatever else is beside it. */
export const aroundIn = ({
  status,
  held,
  contested,
  undecided,
  againstErasing,
  holds,
  ownCases,
}: Around): Around => ({
  ...(status === undefined ? {} : { status }),
  ...(held === undefined ? {} : { held }),
  ...(contested === undefined ? {} : { contested }),
  ...(undecided === undefined ? {} : { undecided }),
  ...(againstErasing === undefined ? {} : { againstErasing }),
  ...(holds === undefined ? {} : { holds }),
  ...(ownCases === undefined ? {} : { ownCases }),
})
