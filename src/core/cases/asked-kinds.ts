import type { Words } from '#core/language.ts'

/** What can be asked of others, one task each; the engine knows what an answer to each holds. */
export const ASKED_KINDS = ['points', 'opinion', 'reply', 'record', 'payment', 'vote'] as const
export type AskedKind = (typeof ASKED_KINDS)[number]

/** One of the things that an official can record: that it happened, or what a register says. */
export type RecordOption = { readonly code: string; readonly title: Words }

/** Blocks and kinds of document, by their codes. */
export type Shows = {
  readonly blocks: readonly string[]
  readonly documents: readonly string[]
}
