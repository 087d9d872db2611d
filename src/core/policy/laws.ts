import type { IsoDate } from '#core/dated.ts'
import type { Words } from '#core/language.ts'

/** The register of acts that policy rests on. A basis can only name what is in it. */
export type Laws = {
  readonly laws: readonly Law[]
}

/** One act, with its names and what was seen of it. */
export type Law = {
  readonly id: string
  readonly title: Words
  /** For the clause that stands beside a value: "Decision 99/2025". */
  readonly short: Words
  readonly date?: IsoDate
  readonly kind: string
  /** Only the clauses that were seen in their own words. */
  readonly clauses: readonly {
    readonly id: string
    readonly what: string
    readonly seen?: string
  }[]
  readonly source: string
}

/** The act that goes by this id. */
export function lawById(laws: Laws, id: string): Law | undefined {
  return laws.laws.find((law) => law.id === id)
}
