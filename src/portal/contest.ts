import {
  appealDays,
  claimOf,
  deliveredOn,
  type AppealDays,
  type Claim,
} from '#core/cases/appeal.ts'
import type { Law } from '#core/cases/context.ts'
import { outcomeOf } from '#core/cases/life.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Decision } from '#records/decisions.ts'

/** How an unfavourable decision is fought in court, and until when what can be done. */
export type Contest = {
  readonly claim: Claim
  readonly days: AppealDays
}

/**
 * The law by which something was decided: of a case that nobody sent in, only its record tells it.
 */
export const lawOf = ({
  record: { type, ruleSet: scoring, typeHash },
}: Pick<Decision, 'record'>): Pick<Standing, 'type' | 'scoring' | 'typeHash'> => ({
  type,
  scoring,
  typeHash,
})

/** What takes something away is to be set aside; what does not give it, to be given after all. */
export function contestOf(
  { decidedOn, record }: Pick<Decision, 'decidedOn' | 'record'>,
  law: Law,
  opened: IsoDate | undefined,
): Contest | undefined {
  const outcome = outcomeOf(law.type, record.outcome)
  if (outcome?.favourable !== false) return undefined
  const claim = claimOf(outcome)
  const delivered = deliveredOn(law, { told: decidedOn, opened })
  return { claim, days: appealDays(law, delivered, claim) }
}
