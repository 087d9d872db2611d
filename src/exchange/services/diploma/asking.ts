import { isAbout, knownBy, personAsked } from '#exchange/person.ts'
import { answered, service } from '#exchange/asked-service.ts'
import { diplomas } from '#exchange/services/diploma/contract.ts'

/** By the International Standard Classification of Education of 2011. */
const LEVELS = { bachelor: '6', master: '7', doctorate: '8', other: undefined } as const

export const askDiplomas = service(diplomas, {
  call: (question) => {
    const person = personAsked(question)
    const { school } = question
    return person && { person, ...(typeof school === 'string' && school !== '' ? { school } : {}) }
  },
  read: ({ result, person: said, diploma = [] }, { person }) => {
    if (!isAbout(said, person)) return { as: 'other-person' }
    return answered(
      result,
      diploma.map(({ level, subject, school, country, awardedOn }) => ({
        ...knownBy(said),
        ...(LEVELS[level] === undefined ? {} : { 'degree-level': LEVELS[level] }),
        'degree-subject': subject,
        school,
        'school-country': country,
        'degree-on': awardedOn,
      })),
    )
  },
})
