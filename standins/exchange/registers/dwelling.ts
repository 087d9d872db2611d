import { dwelling } from '#exchange/services/dwelling/contract.ts'
import { drawn, writtenAs } from '#standins/exchange/registers/people.ts'
import { register, type AnswerOf } from '#standins/exchange/registers/register.ts'

/** Numbers of nobody, for whoever tries out what the register can say. */
const AGREED: Readonly<Record<string, 'not-owner' | 'none'>> = {
  ZZ0000912: 'not-owner',
  ZZ0000913: 'none',
}
const RESULTS = ['owner', 'not-owner', 'not-owner', 'none'] as const

/** Most migrants rent. */
export const dwellings = register(
  'real-estate',
  dwelling,
  ({ person, address }): AnswerOf<typeof dwelling> => {
    const place = drawn(`dwelling ${person.documentNumber}`, RESULTS.length)
    const result = AGREED[person.documentNumber] ?? RESULTS[place] ?? 'none'
    if (result === 'none') return { result, person }
    const number = `DE-${String(drawn(address, 1_000_000)).padStart(6, '0')}`
    return { result, person: writtenAs(person), dwelling: { address, number } }
  },
)
