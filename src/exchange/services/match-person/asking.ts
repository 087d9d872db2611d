import { isAbout, personAsked, saidOf } from '#exchange/person.ts'
import { answered, service } from '#exchange/asked-service.ts'
import { matchPerson } from '#exchange/services/match-person/contract.ts'

export const askMatchingPerson = service(matchPerson, {
  call: (question) => {
    const person = personAsked(question)
    return person && { person }
  },
  // Several may be alike, born on that day at least; which of them it is, an official says.
  read: ({ result, person: said, match = [] }, { person }) =>
    isAbout(said, person) &&
    match.every((each) => isAbout(each, person) || each.birthDate === person.birthDate)
      ? answered(result, match.map(saidOf))
      : { as: 'other-person' },
})
