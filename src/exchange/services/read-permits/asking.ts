import { isAbout, knownBy, personAsked } from '#exchange/person.ts'
import { answered, service } from '#exchange/asked-service.ts'
import { readPermits } from '#exchange/services/read-permits/contract.ts'

export const askPermits = service(readPermits, {
  call: (question) => {
    const person = personAsked(question)
    return person && { person }
  },
  read: ({ result, person: said, permit = [] }, { person }) => {
    if (!isAbout(said, person)) return { as: 'other-person' }
    return answered(
      result,
      permit
        .filter(({ state }) => state === 'valid')
        .map(({ number, until }) => ({
          ...knownBy(said),
          'stay-number': number,
          ...(until === undefined ? {} : { 'stay-ends': until }),
        })),
    )
  },
})
