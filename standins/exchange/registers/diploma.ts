import { diplomas } from '#exchange/services/diploma/contract.ts'
import {
  degreesOf,
  drawn,
  knownBy,
  writtenAs,
  type Person,
} from '#standins/exchange/registers/people.ts'
import { register, type AnswerOf } from '#standins/exchange/registers/register.ts'

/** Applicants of the demonstration who claim a higher degree than the register knows. */
const LOWER: Readonly<Record<string, 'bachelor' | 'master'>> = { GA0000300: 'master' }
/** Of whom the register knows nothing, though they claim a degree. */
const NONE = ['U00000912']
const LEVELS = ['bachelor', 'master', 'master', 'doctorate'] as const
const DRAWN_OF = 30

export const degrees = register(
  'education',
  diplomas,
  ({ person, school }): AnswerOf<typeof diplomas> => {
    const known = knownBy(person)
    const diploma = known
      ? degreesOf(known).map(({ level, subject, school, country, awardedOn }, index) => ({
          ...numbered(person, index),
          level: LOWER[person.documentNumber] ?? level,
          subject,
          school,
          country,
          awardedOn,
        }))
      : somebodysDegrees(person, school)
    if (diploma.length === 0 || NONE.includes(person.documentNumber))
      return { result: 'none', person }
    return { result: 'found', person: writtenAs(person), diploma }
  },
)

function somebodysDegrees(person: Person, school = 'A university that was not named') {
  const place = drawn(`degree ${person.documentNumber}`, DRAWN_OF)
  if (place === 0) return []
  return [
    {
      ...numbered(person, 0),
      level: LEVELS[place % LEVELS.length] ?? 'master',
      subject: 'Engineering',
      school,
      country: person.documentIssuer,
      awardedOn: `${2000 + (place % 20)}-07`,
    },
  ]
}

function numbered({ documentNumber }: Person, index: number) {
  const of = drawn(`diploma ${documentNumber} ${index}`, 1_000_000)
  const number = `D-${String(of).padStart(6, '0')}`
  if (of % 2 === 1) return { number, recognised: 'no' as const }
  return { number, recognised: 'yes' as const, recognitionNumber: `T-${of}` }
}
