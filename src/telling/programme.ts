import type { Language } from '#core/language.ts'
import { basisOf, type Basis } from '#core/policy/basis.ts'
import { termOf, type Procedure } from '#core/policy/procedure.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import { amount } from '#telling/amounts.ts'
import { programmeWords } from '#telling/programme-words.ts'

/** A number that people ask for first, and what it rests on. */
export type ProgrammeFigure = {
  readonly figure: string
  readonly text: string
  readonly basis: Basis
}

/** The Program as a page or a sheet reads it. */
type Read = {
  readonly procedure: Procedure
  readonly scoring: Scoring
  readonly language: Language
}

/** The numbers that people ask for first, from the rules that are read. */
export function programmeFigures({
  procedure,
  scoring,
  language,
}: Read): readonly ProgrammeFigure[] {
  const words = programmeWords[language]
  const ofTerm = (code: 'decision' | 'status-validity', text: string) => {
    const term = termOf(procedure, code)
    if (!term) return []
    const figure = amount(term.length, term.unit, language)
    return [{ figure, text, basis: basisOf(term, 'length') }]
  }
  return [
    {
      figure: words.of
        .replace('{points}', String(scoring.passMark))
        .replace('{total}', String(scoring.pointsTotal)),
      text: words.passMark,
      basis: basisOf(scoring, 'passMark'),
    },
    ...ofTerm('decision', words.term),
    ...ofTerm('status-validity', words.validity),
  ]
}
