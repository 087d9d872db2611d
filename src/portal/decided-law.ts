import type { Standing } from '#core/cases/standing.ts'
import type { Decision } from '#records/decisions.ts'

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
