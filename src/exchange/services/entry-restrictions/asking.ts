import { isAbout, personAsked, saidOf } from '#exchange/person.ts'
import { answered, service } from '#exchange/asked-service.ts'
import { entryRestrictions } from '#exchange/services/entry-restrictions/contract.ts'

export const askEntryRestrictions = service(entryRestrictions, {
  call: (question) => {
    const person = personAsked(question)
    return person && { person }
  },
  read: ({ result, person: said, restriction }, { person }) => {
    if (!isAbout(said, person)) return { as: 'other-person' }
    if (restriction === undefined) return answered(result, [saidOf(said)])
    const { from, until = '', ground } = restriction
    return answered(result, [saidOf(said)], `${from} – ${until}: ${ground}`)
  },
})
