import { answered, service } from '#exchange/asked-service.ts'
import { isAbout, knownBy, personAsked } from '#exchange/person.ts'
import { employmentContract } from '#exchange/services/employment-contract/contract.ts'

export const askEmploymentContract = service(employmentContract, {
  call: (question) => {
    const person = personAsked(question)
    const employerNumber = question['employer-number']
    return person && typeof employerNumber === 'string' && employerNumber !== ''
      ? { person, employerNumber }
      : undefined
  },
  read: ({ result, person: said, contract }, { person, employerNumber }) => {
    if (!isAbout(said, person)) return { as: 'other-person' }
    if (contract === undefined) return answered(result)
    const { employer, position, from, until } = contract
    const says = { ...knownBy(said), employer, position, 'employer-number': employerNumber }
    return answered(result, [says], [from, until].filter(Boolean).join(' – '))
  },
})
