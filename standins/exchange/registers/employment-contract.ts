import { addDays } from '#core/dated.ts'
import { employmentContract } from '#exchange/services/employment-contract/contract.ts'
import { drawn, writtenAs } from '#standins/exchange/registers/people.ts'
import { register, type AnswerOf } from '#standins/exchange/registers/register.ts'

/** Numbers of nobody, for whoever tries out what the register can say. */
const AGREED: Readonly<Record<string, 'ended' | 'none'>> = {
  ZZ0000912: 'ended',
  ZZ0000913: 'none',
}
/** Whom somebody of the demonstration works for, and as what, by the number of the employer. */
const KNOWN_CONTRACTS: Readonly<Record<string, readonly [employer: string, position: string]>> = {
  '1900310084': ['Xəzər Sükanı MMC', 'Mechanic of ships'],
}
const RESULTS = ['in-force', 'in-force', 'none', 'ended'] as const

/** Half of those who ask have a contract already, as whoever has their permit extended. */
export const contractNotices = register(
  'labour',
  employmentContract,
  ({ person, employerNumber }, { today }): AnswerOf<typeof employmentContract> => {
    const place = drawn(`contract ${person.documentNumber} ${employerNumber}`, RESULTS.length)
    const result = AGREED[person.documentNumber] ?? RESULTS[place] ?? 'none'
    if (result === 'none') return { result, person }
    const from = addDays(today, -300 - place)
    const known = KNOWN_CONTRACTS[employerNumber]
    const [employer, position] = known ?? [`Employer ${employerNumber}`, 'Specialist']
    const contract = { employer, position, from }
    return {
      result,
      person: writtenAs(person),
      contract: result === 'ended' ? { ...contract, until: addDays(today, -10) } : contract,
    }
  },
)
