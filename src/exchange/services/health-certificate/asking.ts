import { answered, service } from '#exchange/asked-service.ts'
import { isAbout, personAsked, saidOf } from '#exchange/person.ts'
import { healthCertificate } from '#exchange/services/health-certificate/contract.ts'

export const askHealthCertificate = service(healthCertificate, {
  call: (question) => {
    const person = personAsked(question)
    return person && { person }
  },
  read: ({ result, person: said, until }, { person }) => {
    if (!isAbout(said, person)) return { as: 'other-person' }
    const says = { ...saidOf(said), ...(until === undefined ? {} : { 'certificate-ends': until }) }
    return answered(result, result === 'valid' ? [says] : [], until)
  },
})
