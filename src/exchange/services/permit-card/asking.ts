import { answered, service } from '#exchange/asked-service.ts'
import { isAbout, knownBy, personAsked } from '#exchange/person.ts'
import { permitCard } from '#exchange/services/permit-card/contract.ts'

export const askPermitCard = service(permitCard, {
  call: (question) => {
    const person = personAsked(question)
    return person && { person }
  },
  read: ({ result, person: said, card }, { person }) => {
    if (!isAbout(said, person)) return { as: 'other-person' }
    if (card === undefined) return answered(result)
    const { number, personalNumber, on } = card
    const says = { 'card-number': number, 'personal-number': personalNumber, 'card-on': on }
    return answered(result, [{ ...knownBy(said), ...says }], `${number}, ${on}`)
  },
})
