import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'

/** By which way somebody is told of a decision; deemed, where the procedure says that they were. */
export type Means = 'account' | 'post' | 'in-person' | 'deemed'

/** That somebody was told of a decision. */
export type Telling = {
  /** The hash of its record. */
  readonly record: string
  /** Whom the decision is about; tellings of before do not say. */
  readonly subject?: string
  readonly party: string
  readonly means: Means
  /** The day on which it was so; the event that says it may be of a later one. */
  readonly on: IsoDate
  /** No act says yet that it counts so. */
  readonly isProvisional: boolean
  /** Until when they were told that it can be contested, where it gave nothing. */
  readonly until?: ContestedUntil
}

/** The last day of each way to contest a decision. */
type ContestedUntil = { readonly council: IsoDate; readonly court: IsoDate }

/**
 * What officials wrote, in the language of whoever reads it, as whoever proposes wrote or confirmed
 * it; what is left out was not translated.
 */
export type Translation = {
  readonly language: Language
  readonly reasoning?: string
  /** Why points were given, by the criterion. */
  readonly reasons: Readonly<Record<string, string>>
}
