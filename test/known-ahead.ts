import { z } from 'zod'
import type { Saying } from '#test/consulting.ts'

/** Ana as two registers know her, and what they have to be told before they say anything. */
export const WHO = {
  surname: 'Ferreira',
  'given-names': 'Ana Luísa',
  'birth-date-day': '27',
  'birth-date-month': '3',
  'birth-date-year': '1987',
  'document-number': 'CD0000217',
  'document-issuer': 'PRT',
}

export const DEGREE = {
  number: 'D-1',
  level: 'master',
  subject: 'Mechanical engineering',
  school: 'Polytechnic of the Atlantic',
  country: 'PRT',
  awardedOn: '2010-07',
  recognised: 'no',
}

type Content = Parameters<Saying>[0]

export const personIn = ({ person }: Content): Content =>
  z.record(z.string(), z.string()).parse(person)

/** Both registers, as they know her. */
export const knows: Saying = (asked, service) => {
  const person = personIn(asked)
  const document = { ...person, sex: 'female', citizenship: 'PRT', expiresOn: '2033-02-02' }
  return service === 'diploma'
    ? { result: 'found', person, diploma: [DEGREE] }
    : { result: 'valid', person, document }
}
