import { assert } from '#core/assert.ts'
import { isComplaint } from '#core/cases/contesting.ts'
import { outcomeOf, type Life, type OutcomeCode, type OutcomeRule } from '#core/cases/life.ts'
import type { Telling } from '#core/cases/told.ts'
import type { IsoDate } from '#core/dated.ts'
import { dueOn, dueOnWorkingDay } from '#core/deadlines/terms.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import { termOf, type Procedure, type Term, type TermCode } from '#core/policy/procedure.ts'

/** Until when somebody may still do something about an unfavourable decision. */
export type AppealDays = {
  readonly deliveredOn: IsoDate
  /** Not where a council has decided: from there on it is the court. */
  readonly councilUntil?: IsoDate
  readonly courtUntil: IsoDate
}

/** A refusal is fought by a claim to compel, an annulment by one to set it aside. */
export type Claim = 'compel' | 'set-aside'

/**
 * What a decision that gave nothing is fought by: whether it took something, or did not give it.
 */
const claimOf = ({ effects }: Pick<OutcomeRule, 'effects'>): Claim =>
  effects.some(({ effect }) => effect === 'end') ? 'set-aside' : 'compel'

type Law = { readonly procedure: Procedure; readonly calendars: Calendars }

/** The day after which a decision of that day counts as delivered, even to who never opened it. */
export const deemedOn = (law: Law, decidedOn: IsoDate): IsoDate =>
  dueOn(term(law, 'delivery'), decidedOn, law.calendars)

/** Each way of appeal has its own term from the delivery; a last day that is off moves on. */
export function appealDays(
  law: Law,
  delivered: IsoDate,
  { claim, council }: Omit<Contest, 'days'>,
): AppealDays {
  const until = (length: Term) => dueOnWorkingDay(length, delivered, law.calendars)
  return {
    deliveredOn: delivered,
    ...(council ? { councilUntil: until(term(law, 'appeal')) } : {}),
    courtUntil: until(courtTerm(law, claim)),
  }
}

/** How an unfavourable decision is fought in court, and, once it was told, until when. */
export type Contest = {
  readonly claim: Claim
  /** Whether a council can still be asked: not where one has decided. */
  readonly council: boolean
  readonly days?: AppealDays
}

/** What can be done about what would be decided so, before anybody is told of it. */
export function contestBefore(
  { type }: { readonly type: Pick<Life, 'begins' | 'outcomes'> },
  code: OutcomeCode,
): Omit<Contest, 'days'> | undefined {
  const outcome = outcomeOf(type, code)
  if (outcome?.favourable !== false) return undefined
  return { claim: claimOf(outcome), council: !isComplaint(type.begins) }
}

/**
 * What can be done about a decision, counted from the day on which it was told, or will count as
 * told at the latest; nothing about one that gives. Whoever was told a day has it at least.
 */
export function contestOf(
  law: Law & { readonly type: Pick<Life, 'begins' | 'outcomes'> },
  {
    outcome,
    decidedOn,
    told,
  }: {
    readonly outcome: OutcomeCode
    readonly decidedOn: IsoDate
    readonly told?: Pick<Telling, 'on' | 'until'> | undefined
  },
): (Contest & { readonly days: AppealDays }) | undefined {
  const contest = contestBefore(law, outcome)
  if (!contest) return undefined
  const days = appealDays(law, told?.on ?? deemedOn(law, decidedOn), contest)
  const { council = days.councilUntil, court = days.courtUntil } = told?.until ?? {}
  const { councilUntil } = days
  return {
    ...contest,
    days: {
      ...days,
      ...(councilUntil === undefined
        ? {}
        : { councilUntil: later(council ?? councilUntil, councilUntil) }),
      courtUntil: later(court, days.courtUntil),
    },
  }
}

const later = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? other : one)

/** The law gives each claim its term; the first procedures had one for both. */
export const courtTerm = (law: Pick<Law, 'procedure'>, claim: Claim): Term =>
  (claim === 'set-aside' ? termOf(law.procedure, 'court-annulment') : undefined) ??
  term(law, 'court')

function term({ procedure }: Pick<Law, 'procedure'>, code: TermCode): Term {
  const found = termOf(procedure, code)
  assert(found !== undefined, 'a procedure names all terms')
  return found
}
