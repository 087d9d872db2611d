import { addDays } from '#core/dated.ts'
import { identityDocument } from '#exchange/services/identity-document/contract.ts'
import {
  drawn,
  knownBy,
  lastDayOf,
  writtenAs,
  type Person,
} from '#standins/exchange/registers/people.ts'
import { register } from '#standins/exchange/registers/register.ts'

/** Of the applicants of the demonstration: every other document is valid. */
const STATES: Readonly<Record<string, State>> = {
  B00001914: 'replaced',
  A00000472: 'lost',
}
type State = 'valid' | 'lost' | 'replaced' | 'expired' | 'deceased' | 'none'

const STRANGERS: readonly State[] = ['lost', 'replaced', 'expired', 'none']
const DRAWN_OF = 60

export const identityDocuments = register('identity', identityDocument, ({ person }, { today }) => {
  const result = stateOf(person)
  if (result === 'none') return { result, person }
  const known = knownBy(person)
  return {
    result,
    person,
    document: {
      ...writtenAs(person),
      sex: known?.sex ?? (drawn(person.documentNumber, 2) === 0 ? 'female' : 'male'),
      citizenship: known?.citizenship ?? person.documentIssuer,
      expiresOn:
        result === 'expired'
          ? addDays(today, -1 - drawn(person.documentNumber, 300))
          : lastDayOf(person.documentNumber, today),
    },
  }
})

/** Numbers of nobody, for whoever tries out what becomes of a holder. */
const AGREED: Readonly<Record<string, State>> = { ZZ0000910: 'deceased', ZZ0000911: 'replaced' }

function stateOf(person: Person): State {
  const agreed = AGREED[person.documentNumber]
  if (agreed !== undefined) return agreed
  if (knownBy(person)) return STATES[person.documentNumber] ?? 'valid'
  return STRANGERS[drawn(person.documentNumber, DRAWN_OF)] ?? 'valid'
}
