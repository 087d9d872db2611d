import type { Test } from '#core/cases/tests.ts'
import type { Words } from '#core/language.ts'

/** What can be asked of others, one task each; the engine knows what an answer to each holds. */
export const ASKED_KINDS = [
  'points',
  'opinion',
  'reply',
  'record',
  'payment',
  'appearance',
  'vote',
] as const
export type AskedKind = (typeof ASKED_KINDS)[number]

/** One of the things that an official can record: that it happened, or what a register says. */
export type RecordOption = {
  readonly code: string
  readonly title: Words
  /** Not before the time for it is over: until then it can still happen. */
  readonly late?: true
  /** What has to hold before. */
  readonly needs?: readonly Test[]
}

/** Blocks and kinds of document, by their codes. */
export type Shows = {
  readonly blocks: readonly string[]
  readonly documents: readonly string[]
}

/** For what people come in person, who of them, and what is recorded once all have come. */
export type Visit = {
  /** By what places are found that serve it. */
  readonly for: string
  readonly title: Words
  /** What to bring. */
  readonly bring: Words
  /** The option that is recorded by itself with the last who came. */
  readonly came: string
  /** Nobody younger is asked to come. */
  readonly ageFrom?: number
  /** Not before what that step answers. */
  readonly once?: string
  /**
   * Nobody can come earlier than so many working days after that, or, where it waits for no step,
   * after what was decided: something has to be made first.
   */
  readonly afterDays?: number
  /** Who was given one of these; where nothing is said, whoever was given a status. */
  readonly outcomes?: readonly string[]
  /** Of those, who has answered one of some values. */
  readonly when?: { readonly block: string; readonly field: string; readonly is: readonly string[] }
  /** How often somebody can move what they chose. */
  readonly moves: number
  /** So many working days before, they are reminded. */
  readonly remindDays: number
}

/** Of an appearance alone. */
export type Visited = { readonly visit?: Visit }
