import { matchPerson } from '#exchange/services/match-person/contract.ts'
import { drawn, writtenAs, type Person } from '#standins/exchange/registers/people.ts'
import { register, type AnswerOf } from '#standins/exchange/registers/register.ts'

/** An applicant of the demonstration who came under two passports, and was entered twice. */
const TWICE: Readonly<Record<string, string>> = { U00102910: 'U00098877' }
const DRAWN_OF = 3

/** One in three was in the country before. */
export const isInMigration = ({ documentNumber }: Person): boolean =>
  documentNumber in TWICE || drawn(`migration ${documentNumber}`, DRAWN_OF) === 0

export const matches = register(
  'migration',
  matchPerson,
  ({ person }): AnswerOf<typeof matchPerson> => {
    if (!isInMigration(person)) return { result: 'none', person }
    const about = writtenAs(person)
    const earlier = TWICE[person.documentNumber]
    const match = [entered(about)]
    if (earlier !== undefined) match.push(entered({ ...about, documentNumber: earlier }))
    return { result: match.length === 1 ? 'one' : 'several', person, match }
  },
)

const entered = (person: Person) => ({
  ...person,
  number: `UMS-${String(drawn(person.documentNumber, 10_000_000)).padStart(7, '0')}`,
})
