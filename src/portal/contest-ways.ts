import { aboutDecisionsOf, aboutUndecidedOf } from '#core/cases/contesting.ts'
import { isOverdue } from '#core/cases/dues.ts'
import { isoDate, type IsoDate } from '#core/dated.ts'
import { laterOf } from '#core/deadlines/terms.ts'
import { hasEnded, outcomeOf, type Begins, type StepRule } from '#core/cases/life.ts'
import { mayBegin, type Beginner, type BeginRefusal } from '#core/cases/may.ts'
import type { Around, DecisionKnown, UndecidedKnown } from '#core/cases/context.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { descriptionsInForce, type Description, type Policy } from '#core/policy/policy.ts'
import type { Tx } from '#platform/database.ts'
import { ownRoles } from '#portal/offers.ts'
import type { OwnCase } from '#portal/own-case.ts'
import { casesHastening } from '#records/cases-about.ts'
import { contextIn } from '#records/cases.ts'
import type { Decision } from '#records/decisions.ts'

/** A case that a person can begin about another of theirs, or goes on with. */
export type Way = {
  readonly description: Description
  /** The step that begins it: its words are on the button. */
  readonly begin: StepRule
  /** One of theirs about the same that has not ended. */
  readonly open?: { readonly id: string; readonly number: string | null }
  readonly refusal?: BeginRefusal
}

/** All that can be begun about this decision, by what is in force that day. */
export function waysToContest(
  policy: Policy,
  { own, decision }: { readonly own: OwnCase; readonly decision: Decision },
): readonly Way[] {
  const open = decision.contests.filter((each) => each.decision === decision.id)
  const contested = decisionIn(own, decision)
  return typesAbout(policy, own, aboutDecisionsOf).flatMap((description) =>
    wayBy(description, {
      own,
      cases: open,
      around: { contested },
      asked: { favourable: isFavourable(own.context.type, decision) },
    }),
  )
}

/** What can be done about a case in which nothing is decided. */
export type Hastening = {
  readonly ways: readonly Way[]
  /** By which day it is to be decided, as another case decided last. */
  readonly toldBy?: IsoDate
}

/** All that can be begun about this case, once its day and each that was told since have passed. */
export async function hastening(tx: Tx, policy: Policy, own: OwnCase): Promise<Hastening> {
  const undecided = undecidedIn(own)
  const types = typesAbout(policy, own, aboutUndecidedOf)
  const { standing } = own.found
  const { on } = own.context
  const isLate = isOverdue(standing, own.context, on)
  if (!undecided.isUndecided || types.length === 0) return { ways: [] }
  const cases = isLate ? await casesHastening(tx, standing.id) : []
  const toldBy = cases.flatMap((each) => each.toldBy ?? []).reduce(laterOf, isoDate('0001-01-01'))
  const overdue = isLate && toldBy < on
  const ways = types.flatMap((description) =>
    wayBy(description, { own, cases, around: { undecided }, asked: { overdue } }),
  )
  return { ways, ...(isLate && !overdue ? { toldBy } : {}) }
}

/** The types in force that day whose cases are about this one. */
const typesAbout = (
  policy: Policy,
  { context: { on, type } }: OwnCase,
  typesIn: (begins: Begins) => readonly string[],
): readonly Description[] =>
  descriptionsInForce(policy, on).filter((description) =>
    typesIn(description.type.begins).includes(type.code),
  )

/** What a case that would be begun is about. */
export type About = {
  readonly own: OwnCase
  /** Those about the same that there are. */
  readonly cases: readonly {
    readonly id: string
    readonly type: string
    readonly stage: string
    readonly number: string | null
  }[]
  /** What it would be about, as it would know it once it began. */
  readonly around: Around
  readonly asked?: Pick<Beginner, 'favourable' | 'overdue'>
  /** What they hold of what it is about. */
  readonly holds?: readonly string[]
}

/** How whoever asks can begin such a case; in no way, where only officials do. */
export function wayBy(description: Description, about: About): readonly Way[] {
  const { type } = description
  const { own, cases, around, asked, holds = [] } = about
  const roles = ownRoles(type.begins)
  const begin = type.steps.find(({ kind }) => kind === 'begin')
  if (begin === undefined || roles.length === 0) return []
  const others = cases.filter(({ stage }) => stage !== 'ended')
  const open = others.find((each) => each.type === type.code)
  const allowed = mayBegin(contextIn(around, { ...own.taking, description }), {
    roles,
    party: {
      open: others.map((each) => each.type),
      sent: others.filter(({ number }) => number !== null).map((each) => each.type),
      holds,
    },
    ...asked,
  })
  return [
    {
      description,
      begin,
      ...(open === undefined ? {} : { open }),
      ...(allowed.ok ? {} : { refusal: allowed.refusal }),
    },
  ]
}

function decisionIn(own: OwnCase, { id, record, decidedOn, setAsideOn }: Decision): DecisionKnown {
  return {
    ...earlierIn(own, record.number),
    id,
    outcome: record.outcome,
    decidedOn,
    inForce: setAsideOn === undefined,
  }
}

function undecidedIn(own: OwnCase): UndecidedKnown {
  const { number = '', filedOn, decided, state } = own.found.standing
  return {
    ...earlierIn(own, number),
    isUndecided:
      filedOn !== undefined && decided === undefined && !hasEnded(own.context.type, state),
  }
}

/** Who took part is asked of those who decide. */
const earlierIn = ({ found: { standing } }: OwnCase, number: string) => ({
  of: { id: standing.id, type: standing.type, number, state: standing.state },
  tookPart: [],
})

const isFavourable = (type: CaseType, { record }: Decision): boolean =>
  outcomeOf(type, record.outcome)?.favourable === true
