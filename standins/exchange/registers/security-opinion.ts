import { securityOpinion } from '#exchange/services/security-opinion/contract.ts'
import { register, type AnswerOf } from '#standins/exchange/registers/register.ts'

/** Somebody has to look at it first: `opinions.ts` says who, and how long that takes. */
export const securityOpinions = register(
  'security',
  securityOpinion,
  ({ case: about, body }, { messageId, opinions }): AnswerOf<typeof securityOpinion> => {
    const opinion = opinions.ask(messageId, [about, body].filter(Boolean).join(', '))
    if (opinion === undefined) return { result: 'waits', case: about }
    return { result: 'given', case: about, opinion: { ...opinion } }
  },
)
