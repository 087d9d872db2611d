import { answerMeaning } from '#core/answers/asked.ts'
import type { Answers } from '#core/answers/answers.ts'
import type { AskedTerm } from '#core/cases/effects.ts'
import { isGivenTo } from '#core/cases/people.ts'
import type { Role } from '#core/cases/roles.ts'
import { ageOn, OF_AGE, type IsoDate } from '#core/dated.ts'
import { isPartialDate, latest } from '#core/facts/partial-date.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { termOf, type Procedure, type Tariff, type Term } from '#core/policy/procedure.ts'

/** What somebody is to pay, by how soon they are answered. */
export type Duty = {
  readonly tariff: Tariff
  readonly tiers: readonly {
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
    return amount === undefined ? [] : [{ term, amount, asked: code === asked }]
  })
  return tiers.length > 0 ? { tariff, tiers } : undefined
}

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
