import type { Language } from '#core/language.ts'
import { basisOf } from '#core/policy/basis.ts'
import type { Laws } from '#core/policy/laws.ts'
import type { Term } from '#core/policy/procedure.ts'
import { amount } from '#telling/amounts.ts'
import { BasisMark } from '#telling/basis.tsx'

type Props = {
  readonly term: Term
  readonly laws: Laws
  readonly language: Language
}

/** A term with what it rests on; the number can be law while the kind of days is not yet known. */
export const TermText = ({ term, ...around }: Props) => {
  const [length, unit] = [basisOf(term, 'length'), basisOf(term, 'unit')]
  return (
    <>
      {amount(term.length, term.unit, around.language)} <BasisMark {...around} basis={length} />
      {unit !== length && (
        <>
          {' '}
          {unitWord(around.language)}: <BasisMark {...around} basis={unit} />
        </>
      )}
    </>
  )
}

/** What the second reference of a term is about. */
export const unitWord = (language: Language): string => UNIT_WORDS[language]

const UNIT_WORDS = {
  az: 'günlərin növü',
  tr: 'gün türü',
  en: 'kind of days',
  ru: 'вид дней',
} as const satisfies Record<Language, string>
