import { isAbout, personAsked, saidOf } from '#exchange/person.ts'
import { answered, service } from '#exchange/asked-service.ts'
import { entryRestrictions } from '#exchange/services/entry-restrictions/contract.ts'

export const askEntryRestrictions = service(entryRestrictions, {
  call: (question) => {
    const person = personAsked(question)
    return person && { person }
  },
  read: ({ result, person: said }, { person }) =>
    isAbout(said, person) ? answered(result, [saidOf(said)]) : { as: 'other-person' },
})
