import { addDays, addYears } from '#core/dated.ts'
import { readPermits } from '#exchange/services/read-permits/contract.ts'
import { isInMigration } from '#standins/exchange/registers/match-person.ts'
import { drawn, writtenAs } from '#standins/exchange/registers/people.ts'
import { register, type AnswerOf } from '#standins/exchange/registers/register.ts'

/** Somebody of the demonstration who came with a visa, and asks for more days. */
const BY_VISA: readonly string[] = ['CD310084']

/** Who was in the country came with a visa, and some of them were allowed to stay. */
export const permits = register(
  'migration',
  readPermits,
  ({ person }, { today }): AnswerOf<typeof readPermits> => {
    if (!isInMigration(person)) return { result: 'none', person }
    const place = drawn(`permit ${person.documentNumber}`, 100_000)
    const came = addDays(addYears(today, -2), place % 200)
    const visa = {
      kind: 'visa' as const,
      number: `V-${place}`,
      from: came,
      until: addDays(came, 30),
      state: 'ended' as const,
    }
    const residence = {
      kind: 'temporary-residence' as const,
      number: `R-${place}`,
      from: addDays(came, 20),
      until: addDays(addYears(came, 3), 20),
      state: 'valid' as const,
    }
    return {
      result: 'found',
      person: writtenAs(person),
      permit:
        place % 2 === 0 || BY_VISA.includes(person.documentNumber) ? [visa] : [visa, residence],
    }
  },
)
