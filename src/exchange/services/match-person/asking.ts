import { personAsked, saidOf } from '#exchange/person.ts'
import { answered, service } from '#exchange/asked-service.ts'
import { matchPerson } from '#exchange/services/match-person/contract.ts'

export const askMatchingPerson = service(matchPerson, {
  call: (question) => {
    const person = personAsked(question)
    return person && { person }
  },
  // Several may be alike; which of them it is, an official says.
  read: ({ result, match = [] }) => answered(result, match.map(saidOf)),
})
