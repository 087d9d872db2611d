import { askedOf } from '#core/answers/asked-of.ts'
import { answerMeaning } from '#core/answers/asked.ts'
import type { Answers } from '#core/answers/answers.ts'
import type { AskedTerm } from '#core/cases/effects.ts'
import { isAwaited } from '#core/cases/asked.ts'
import { rolesIn, type Law } from '#core/cases/context.ts'
import type { ActorId } from '#core/cases/happenings.ts'
import { outcomeOf, type OutcomeRule } from '#core/cases/life.ts'
import { isGivenTo } from '#core/cases/people.ts'
import type { Role } from '#core/cases/roles.ts'
import { subjectsOf, type Standing } from '#core/cases/standing.ts'
import { ageOn, OF_AGE, type IsoDate } from '#core/dated.ts'
import { isPartialDate, latest } from '#core/facts/partial-date.ts'
import type { Words } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { termOf, type Procedure, type Tariff, type Term } from '#core/policy/procedure.ts'

/** What somebody is to pay, by how soon they are answered. */
export type Duty = {
  readonly tariff: Tariff
  /** The length that the row of the tariff is for. */
  readonly upTo: Tariff['rows'][number]['upTo']
  readonly tiers: readonly {
    readonly code: string
    readonly term: Term
    readonly amount: number
    readonly asked: boolean
  }[]
}

/** A tier, with the time in which a case is answered by it. */
export type Tier = { readonly code: string; readonly term: Term }

type Asked = {
  readonly roles: readonly Role[]
  readonly answers: Answers
  /** The day by which it is known how old they are. */
  readonly on: IsoDate
  /** How soon whoever comes first in the case has asked for, where this is somebody else. */
  readonly tier?: string | undefined
}

/** What what somebody asks for costs, once they have said for how long and when they were born. */
export function dutyOf(
  { type, procedure }: { readonly type: CaseType; readonly procedure: Procedure },
  { roles, answers, on, tier }: Asked,
): Duty | undefined {
  const tariff = tariffOf(procedure, type)
  const wanted = wantedBy(type, roles)
  const length = wanted && answerMeaning(type, answers, wanted.answer)
  const born = answerMeaning(type, answers, 'birth-date')
  if (!tariff || typeof length !== 'string' || !/^\d{1,4}$/.test(length)) return undefined
  if (typeof born !== 'string' || !isPartialDate(born)) return undefined
  const row = tariff.rows.find(
    ({ upTo }) => upTo.unit === wanted?.unit && upTo.length >= Number(length),
  )
  // A birthday that is not known is taken for the latest: nobody is told to pay more than they may.
  const prices = ageOn(latest(born), on) < OF_AGE ? row?.minor : row?.adult
  const asked = tier ?? answerMeaning(type, answers, 'requested-tier')
  const tiers = tiersOf({ type, procedure }).flatMap(({ code, term }) => {
    const amount = prices?.[code]
    return amount === undefined ? [] : [{ code, term, amount, asked: code === asked }]
  })
  return row && tiers.length > 0 ? { tariff, upTo: row.upTo, tiers } : undefined
}

/** What somebody owes for what they were given, who pays it, and by which price. */
export type Invoiced = {
  readonly subject: ActorId
  readonly payer: ActorId
  readonly tariff: string
  readonly tier: string
  readonly upTo: Duty['upTo']
  /** In whole units of the currency, as tariffs have it. */
  readonly amount: number
  readonly currency: string
}

/**
 * What is owed for what a case has just given, by the tariff that it was sent in under: of each
 * who was given something, once a payment is asked for. Whoever acts for somebody pays for them.
 * How old they are is asked as of the day on which it was sent in, as they were shown then.
 */
export function invoicedIn(
  standing: Standing,
  law: Pick<Law, 'type' | 'procedure'>,
  answersOf: (subject: ActorId) => Answers,
): readonly Invoiced[] {
  const { tasks, decided, filedOn } = standing
  const isAsked = tasks.some((task) => task.kind === 'payment' && isAwaited(task))
  if (!isAsked || decided === undefined || filedOn === undefined) return []
  const there = subjectsOf(standing)
  return decided.decisions.flatMap(({ subject, outcome }): readonly Invoiced[] => {
    const roles = rolesIn(standing, subject)
    const effects = outcomeOf(law.type, outcome)?.effects ?? []
    const isGiven = effects.some((each) => each.effect === 'issue' && isGivenTo(each, roles))
    if (!isGiven || !there.includes(subject)) return []
    // Of each, by what they alone were asked.
    const own = { ...law, type: askedOf(law.type, standing, subject) }
    const answers = answersOf(subject)
    const duty = dutyOf(own, { roles, answers, on: filedOn, tier: standing.tier })
    const price = duty?.tiers.find(({ asked }) => asked)
    if (duty === undefined || price === undefined || price.amount === 0) return []
    const { tariff, upTo } = duty
    const { amount, code: tier } = price
    const payer = whoPays(subject, standing)
    return [{ subject, payer, tariff: tariff.code, tier, upTo, amount, currency: tariff.currency }]
  })
}

/** Whoever acts for them in the case, else they themselves. */
const whoPays = (subject: ActorId, { parties }: Pick<Standing, 'parties'>): ActorId =>
  parties.find(({ id, by, left }) => id === subject && by !== undefined && left !== true)?.by ??
  subject

/** What a decision means to whoever has not paid for it yet, or has. */
export const leadOf = (
  { lead, leadPaid }: Pick<OutcomeRule, 'lead' | 'leadPaid'>,
  isPaid: boolean,
): Words | undefined => (isPaid ? (leadPaid ?? lead) : lead)

/** How soon an answer can be asked for in a case of this type: the term of each tier. */
export const tiersOf = ({
  type,
  procedure,
}: {
  readonly type: Pick<CaseType, 'tariff'>
  readonly procedure: Procedure
}): readonly Tier[] =>
  (tariffOf(procedure, type)?.tiers ?? []).flatMap(({ code, term: named }) => {
    const term = termOf(procedure, named)
    return term ? [{ code, term }] : []
  })

/** What is paid for by a type, as its procedure has it. */
export const tariffOf = (
  { tariffs }: Pick<Procedure, 'tariffs'>,
  { tariff }: Pick<CaseType, 'tariff'>,
): Tariff | undefined => tariffs?.find(({ code }) => code === tariff)

/** The question of how long somebody in these roles wants what a decision can give them. */
const wantedBy = ({ outcomes }: CaseType, roles: readonly Role[]): AskedTerm | undefined =>
  outcomes
    .flatMap(({ effects }) => effects)
    .flatMap((effect) =>
      effect.effect === 'issue' && isGivenTo(effect, roles) ? (effect.for ?? []) : [],
    )
    .find((wanted) => 'answer' in wanted)
