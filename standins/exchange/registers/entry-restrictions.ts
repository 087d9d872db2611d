import { addDays, addYears } from '#core/dated.ts'
import { entryRestrictions } from '#exchange/services/entry-restrictions/contract.ts'
import { drawn, knownBy, writtenAs, type Person } from '#standins/exchange/registers/people.ts'
import { register } from '#standins/exchange/registers/register.ts'

/** Applicants of the demonstration who may not enter. */
const RESTRICTED = ['M00003117']
const OVERSTAYED = 'Stayed 43 days longer than the visa allowed'
const DRAWN_OF = 80

export const entries = register('entry-exit', entryRestrictions, ({ person }, { today }) => {
  const result = resultOf(person)
  const about = writtenAs(person)
  if (result === 'clear') return { result, person: about }
  const from = addDays(today, -100)
  return {
    result,
    person: about,
    restriction:
      result === 'restricted'
        ? { from, until: addYears(from, 2), ground: OVERSTAYED }
        : { from, ground: 'Found undesirable' },
  }
})

function resultOf(person: Person): 'clear' | 'restricted' | 'undesirable' {
  if (knownBy(person)) return RESTRICTED.includes(person.documentNumber) ? 'restricted' : 'clear'
  const place = drawn(`entry ${person.documentNumber}`, DRAWN_OF)
  return place === 0 ? 'restricted' : place === 1 ? 'undesirable' : 'clear'
}
