import type { CaseLaw } from '#core/policy/policy.ts'
import type { Decision } from '#records/decisions.ts'

/**
 * The law by which something was decided: of a case that nobody sent in, only its record tells it.
 */
export const lawOf = ({
  record: { type, typeHash, procedure, scoring },
}: Pick<Decision, 'record'>): CaseLaw => ({
  type,
  typeHash,
  procedure,
  ...(scoring === null ? {} : { scoring }),
})
