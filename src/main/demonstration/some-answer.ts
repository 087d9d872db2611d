import type { Value } from '#core/answers/answers.ts'
import { addYears, dayNumber, type IsoDate } from '#core/dated.ts'
import { OCCUPATIONS } from '#core/facts/code-lists.ts'
import type { FormField } from '#core/policy/case-type.ts'

const COUNTRY = 'TUR'

/** An answer that may stand, of the question's kind, where no story has one. */
export function someAnswer(
  { kind, when, options, max, length }: FormField,
  { begunOn, fields }: { readonly begunOn: IsoDate; readonly fields: readonly string[] },
): Value | undefined {
  const day = addYears(begunOn, when === 'future' ? 2 : -2)
  switch (kind) {
    case 'text':
    case 'long-text':
    case 'name':
      return 'Nümunə'.slice(0, max)
    case 'machine-name':
      return 'NUMUNE'.slice(0, max)
    case 'document-number':
      return '0'.repeat(length ?? 7)
    case 'date':
    case 'partial-date':
      return day
    case 'month':
      return day.slice(0, 7)
    case 'country':
    case 'issuer':
      return COUNTRY
    case 'countries':
      return [COUNTRY]
    case 'language':
      return 'tr'
    case 'cefr':
      return 'b2'
    case 'education':
      return '6'
    case 'occupation':
      return OCCUPATIONS[0]
    case 'field':
      return fields[dayNumber(begunOn) % fields.length]
    case 'choice':
      return options?.[0]?.code
    case 'yes-no':
      return 'no'
    case 'email':
      return 'numune@example.org'
    case 'phone':
      return '+994120000000'
    case 'link':
      return 'https://example.org/'
    case 'whole-number':
      return '0'
    case 'declaration':
      return 'yes'
    case 'consent':
      return dayNumber(begunOn) % 2 === 0 ? 'yes' : 'no'
  }
}
