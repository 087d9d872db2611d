import type { Language } from '#core/language.ts'
import { DoneBanner } from '#telling/done.tsx'
import { ErrorSummary, type SummaryError } from '#ui/error-summary.tsx'
import type { Child } from '#ui/markup.ts'

export type News = {
  /** What the title of the page begins with. */
  readonly head: string
  readonly shown: Child
}

type Saying = {
  readonly errors: readonly SummaryError[]
  /** What was just done, in words. */
  readonly said: string | undefined
  /** To what it was done, as the page calls it. */
  readonly about?: string | undefined
  readonly words: { readonly error: string; readonly errorTitle: string }
  readonly language: Language
}

/** What comes first in title and content: what is wrong, or else what was just done. */
export function newsOf({ errors, said, about, words, language }: Saying): News | undefined {
  if (errors.length > 0) {
    return { head: words.error, shown: <ErrorSummary title={words.errorTitle} errors={errors} /> }
  }
  if (said === undefined) return undefined
  const text = about === undefined ? said : `${said}: ${about}`
  return { head: text, shown: <DoneBanner text={text} language={language} /> }
}

/** The title of a page with its news first. */
export const titleWith = (news: News | undefined, title: string): string =>
  news === undefined ? title : `${news.head}: ${title}`
