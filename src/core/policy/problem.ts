import type { Words } from '#core/language.ts'
import { LANGUAGES } from '#core/language.ts'
import { EVERY_OTHER, isProvisional, lawOf, PROVISIONAL } from '#core/policy/basis.ts'
import { lawById, type Laws } from '#core/policy/laws.ts'
import { entriesIn, type Document } from '#core/policy/provisional.ts'

/** A place in a policy document at which it cannot mean what it says, and why. */
export type PolicyProblem = {
  readonly path: readonly (string | number)[]
  readonly reason: string
}

/** Where something stands in a document. */
export type Path = PolicyProblem['path']

/** A list with the one problem, or with none where all is well. */
export const unless = (ok: boolean, path: Path, reason: string): readonly PolicyProblem[] =>
  ok ? [] : [{ path, reason }]

/** Bases that name an act or a clause which nobody has seen. */
export function unseenBases(document: Document, laws: Laws): readonly PolicyProblem[] {
  return entriesIn(document).flatMap(({ path, entry }) =>
    Object.entries(entry.basis).flatMap(([property, basis]) => {
      const reason = unseen(property, basis, laws)
      return reason === undefined ? [] : [{ path: [...path, 'basis', property], reason }]
    }),
  )
}

function unseen(property: string, basis: string, laws: Laws): string | undefined {
  if (isProvisional(basis)) return undefined
  if (property === EVERY_OTHER) return `* may only be ${PROVISIONAL}`
  const named = lawOf(basis)
  const law = named && lawById(laws, named.law)
  if (!law) return `${basis} names no act of the register of laws`
  const { clause } = named
  const known = clause === undefined || law.clauses.some(({ id }) => id === clause)
  return known ? undefined : `${law.id} has no clause ${clause} in the register of laws`
}

/** Entries of a list that carry a code which an earlier one has. */
export function repeatedCodes(codes: readonly string[], path: Path): readonly PolicyProblem[] {
  return codes.flatMap((code, index) =>
    unless(codes.indexOf(code) === index, [...path, index], `${code} is there already`),
  )
}

/** Places for values that are not the same in every language, or that nothing will fill. */
export function unfilledPlaces(
  words: Words,
  known: readonly string[],
  path: Path,
): readonly PolicyProblem[] {
  const wanted = placesIn(words.az)
  return LANGUAGES.flatMap((language) => {
    const places = placesIn(words[language])
    const strange = places.filter((place) => !known.includes(place))
    const same = places.join() === wanted.join()
    const at = [...path, language]
    const filled = unless(strange.length === 0, at, `nothing fills {${strange.join('}, {')}}`)
    return filled.concat(unless(same, at, 'other places for values than in az'))
  })
}

function placesIn(text: string): readonly string[] {
  const places = Array.from(text.matchAll(/\{([^{}]*)\}/g), (match) => match[1] ?? '')
  return [...new Set(places)].sort()
}
