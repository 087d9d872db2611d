import { addYears } from '#core/dated.ts'
import { familyTies } from '#exchange/services/family-ties/contract.ts'
import { drawn, writtenAs } from '#standins/exchange/registers/people.ts'
import { register, type AnswerOf } from '#standins/exchange/registers/register.ts'

/** Numbers of nobody, for whoever tries out what a register of acts can say. */
const AGREED: Readonly<Record<string, 'ended' | 'none'>> = {
  ZZ0000912: 'ended',
  ZZ0000913: 'none',
}
const DRAWN_OF = 20

/** Whoever says that they are tied mostly is; some acts were made abroad, and are not known. */
export const familyActs = register(
  'civil-status',
  familyTies,
  ({ person, relative, act }, { today }): AnswerOf<typeof familyTies> => {
    const text = `${act} ${person.documentNumber} ${relative.surname} ${relative.birthDate}`
    const isUnknown = drawn(text, DRAWN_OF) === 0
    const result = AGREED[person.documentNumber] ?? (isUnknown ? 'none' : 'tied')
    if (result === 'none') return { result, person }
    const number = String(drawn(text, 1_000_000)).padStart(6, '0')
    const on = act === 'birth' ? person.birthDate : addYears(today, -1 - drawn(text, 12))
    return { result, person: writtenAs(person), act: { number: `A-${number}`, on } }
  },
)
