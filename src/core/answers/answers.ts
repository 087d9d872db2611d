/**
 * What a person answered: a list of items for each block, one item where a block does not repeat.
 * A block that is absent has not been answered; one with an empty list was answered with "none".
 */
export type Answers = Readonly<Record<string, readonly Item[]>>

/** One entry of a block, such as one degree or one job. */
export type Item = {
  /** Stays the same while the item lives, so that a mark or a file can point at it. */
  readonly id: string
  readonly values: Values
}

/** Values are text in one canonical form for each kind of field; several choices are a list. */
export type Values = Readonly<Record<string, Value>>
export type Value = string | readonly string[]

/** The first item of a block that does not repeat. */
export function valuesOf(answers: Answers, block: string): Values {
  return answers[block]?.[0]?.values ?? {}
}
