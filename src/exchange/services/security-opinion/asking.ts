import { personAsked } from '#exchange/person.ts'
import { answered, service } from '#exchange/asked-service.ts'
import { securityOpinion } from '#exchange/services/security-opinion/contract.ts'

export const askSecurityOpinion = service(securityOpinion, {
  call: (question, { issue }) => {
    const person = personAsked(question)
    const { body } = question
    return person && { person, case: issue, ...(body === undefined ? {} : { body }) }
  },
  read: ({ result, case: of, opinion }, said) => {
    if (of !== said.case) return { as: 'other-person' }
    if (result === 'waits' || opinion === undefined) return { as: 'waits' }
    return answered(opinion.objects === 'yes' ? 'objects' : 'no-objection', [], opinion.reason)
  },
})
