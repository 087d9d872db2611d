import { answered, service } from '#exchange/asked-service.ts'
import { isAbout, knownBy, personAsked } from '#exchange/person.ts'
import { dwelling } from '#exchange/services/dwelling/contract.ts'

export const askDwelling = service(dwelling, {
  call: (question) => {
    const person = personAsked(question)
    const address = question['dwelling-address']
    return person && typeof address === 'string' && address !== '' ? { person, address } : undefined
  },
  read: ({ result, person: said, dwelling: found }, { person, address }) => {
    const isOther = found !== undefined && found.address !== address
    if (isOther || !isAbout(said, person)) return { as: 'other-person' }
    if (found === undefined) return answered(result)
    const says = { ...knownBy(said), 'dwelling-address': found.address }
    return answered(result, result === 'owner' ? [says] : [], found.number)
  },
})
