import { isAbout, personAsked, saidOf } from '#exchange/person.ts'
import { answered, service } from '#exchange/asked-service.ts'
import { identityDocument } from '#exchange/services/identity-document/contract.ts'

export const askIdentityDocument = service(identityDocument, {
  call: (question) => {
    const person = personAsked(question)
    return person && { person }
  },
  read: ({ result, person: about, document }, { person }) => {
    if (!isAbout(about, person)) return { as: 'other-person' }
    if (document === undefined) return answered(result)
    // One that took the place of another has a number of its own, and after a wedding a name.
    const tookItsPlace = result === 'replaced' && document.birthDate === person.birthDate
    if (!tookItsPlace && !isAbout(document, person)) return { as: 'other-person' }
    const { sex, citizenship, expiresOn } = document
    const said = { sex, citizenships: citizenship, 'document-expires-on': expiresOn }
    return answered(result, [{ ...saidOf(document), ...said }])
  },
})
