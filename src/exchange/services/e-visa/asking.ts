import { answered, service } from '#exchange/asked-service.ts'
import { isAbout, knownBy, personAsked } from '#exchange/person.ts'
import { eVisa } from '#exchange/services/e-visa/contract.ts'

export const askVisa = service(eVisa, {
  call: (question) => {
    const person = personAsked(question)
    return person && { person }
  },
  read: ({ result, person: said, visa }, { person }) => {
    if (!isAbout(said, person)) return { as: 'other-person' }
    if (visa === undefined) return answered(result)
    const { number, from, until } = visa
    const says = { ...knownBy(said), 'stay-number': number, 'stay-ends': until }
    return answered(result, result === 'in-force' ? [says] : [], `${number}, ${from} – ${until}`)
  },
})
