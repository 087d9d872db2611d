import type { Words } from '#core/language.ts'

/** What is said around what is sent in, where that is no application like the first. */
export type SendingWords = {
  readonly button: Words
  /** What happens then, before it is sent, and step by step afterwards. */
  readonly before: Words
  readonly received: Words
  readonly next: readonly Words[]
}
