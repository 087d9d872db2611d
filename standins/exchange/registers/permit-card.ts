import { addDays } from '#core/dated.ts'
import { permitCard } from '#exchange/services/permit-card/contract.ts'
import { drawn, writtenAs } from '#standins/exchange/registers/people.ts'
import { register, type AnswerOf } from '#standins/exchange/registers/register.ts'

/** Numbers of nobody, for whoever tries out what the register can say. */
const AGREED: Readonly<Record<string, 'being-made' | 'none'>> = {
  ZZ0000912: 'being-made',
  ZZ0000913: 'none',
}

/** Of everybody a card is ready; whom a personal number is given, has it for life. */
export const permitCards = register(
  'migration',
  permitCard,
  ({ person }, { today }): AnswerOf<typeof permitCard> => {
    const { documentNumber } = person
    const result = AGREED[documentNumber] ?? 'ready'
    if (result !== 'ready') return { result, person }
    const number = `AZE${String(drawn(`card ${documentNumber}`, 10_000_000)).padStart(7, '0')}`
    const letters = drawn(`number ${documentNumber}`, 36 ** 6)
    const personalNumber = `X${letters.toString(36).toUpperCase().padStart(6, '0')}`
    return {
      result,
      person: writtenAs(person),
      card: { number, personalNumber, on: addDays(today, -1) },
    }
  },
)
