import { addDays } from '#core/dated.ts'
import { eVisa } from '#exchange/services/e-visa/contract.ts'
import { drawn, knownBy, VISA_LEFT_DAYS, writtenAs } from '#standins/exchange/registers/people.ts'
import { register, type AnswerOf } from '#standins/exchange/registers/register.ts'

/** Numbers of nobody, for whoever tries out what the register can say. */
const AGREED: Readonly<Record<string, 'ended' | 'none'>> = {
  ZZ0000912: 'ended',
  ZZ0000913: 'none',
}
const RESULTS = ['in-force', 'ended', 'none'] as const

export const visas = register('e-visa', eVisa, ({ person }, { today }): AnswerOf<typeof eVisa> => {
  const place = drawn(`visa ${person.documentNumber}`, RESULTS.length)
  const result = AGREED[person.documentNumber] ?? RESULTS[place] ?? 'none'
  if (result === 'none') return { result, person }
  const days = drawn(`until ${person.documentNumber}`, 25)
  const left = knownBy(person) ? VISA_LEFT_DAYS : 3 + days
  const until = addDays(today, result === 'in-force' ? left : -1 - days)
  const number = `E-${String(drawn(person.documentNumber, 10_000_000)).padStart(7, '0')}`
  return {
    result,
    person: writtenAs(person),
    visa: { number, from: addDays(until, -60), until },
  }
})
