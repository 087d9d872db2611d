import { addDays } from '#core/dated.ts'
import { healthCertificate } from '#exchange/services/health-certificate/contract.ts'
import { drawn, writtenAs } from '#standins/exchange/registers/people.ts'
import { register, type AnswerOf } from '#standins/exchange/registers/register.ts'

/** Numbers of nobody, for whoever tries out what the register can say. */
const AGREED: Readonly<Record<string, 'expired' | 'none'>> = {
  ZZ0000912: 'expired',
  ZZ0000913: 'none',
}
const RESULTS = ['valid', 'valid', 'valid', 'expired', 'none'] as const

export const healthCertificates = register(
  'health',
  healthCertificate,
  ({ person }, { today }): AnswerOf<typeof healthCertificate> => {
    const place = drawn(`health ${person.documentNumber}`, RESULTS.length)
    const result = AGREED[person.documentNumber] ?? RESULTS[place] ?? 'none'
    if (result === 'none') return { result, person }
    const days = drawn(`certificate ${person.documentNumber}`, 80)
    const until = addDays(today, result === 'valid' ? 5 + days : -1 - days)
    return { result, person: writtenAs(person), until }
  },
)
