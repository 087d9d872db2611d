import { OFFICE_LANGUAGES, type OfficeLanguage } from '#core/language.ts'
import { localPath, pathIn } from '#platform/local-path.ts'
import type { View } from '#office/env.ts'
import { ownPage } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { officeWords, type OfficeWords } from '#office/words.ts'

/** In the query of all that is about a case: the page, and the place in it, one came from. */
export const BACK = 'back'

/** A way to another page, and what it says. */
export type Way = { readonly href: string; readonly text: string }

/** The pages that people land on and open cases from, and what the way back to each says. */
const PAGES = {
  work: 'backToWork',
  search: 'backToFound',
  looks: 'backToLooks',
  ruleSets: 'backToRules',
  time: 'backToTime',
} as const satisfies Partial<Record<keyof typeof paths, keyof OfficeWords>>

const CODES = ['work', 'search', 'looks', 'ruleSets', 'time'] as const

/** The place that an address says one came from, where it is on one of those pages. */
export function cameFromIn(asked: string, language: OfficeLanguage): string | undefined {
  const place = localPath(asked, OFFICE_LANGUAGES)
  const here = place === undefined ? undefined : pathIn(place, language)
  return here === undefined || pageAt(here, language) === undefined ? undefined : here
}

function pageAt(place: string, language: OfficeLanguage): keyof typeof PAGES | undefined {
  const [path] = place.split('?')
  return CODES.find((code) => paths[code].to(language) === path)
}

/** Where the way back leads: to where they came from, or to the page that is theirs. */
export function wayBack({ language, cameFrom, who }: View): Way {
  const words = officeWords[language]
  if (who === undefined) return { href: paths.signIn.to(language), text: words.signIn }
  const href = cameFrom ?? ownPage(who.roles, language)
  return { href, text: words[PAGES[pageAt(href, language) ?? 'work']] }
}

/** An address that leads on within a case, and keeps the way back. */
export const withBack = ({ cameFrom }: Pick<View, 'cameFrom'>, address: string): string =>
  cameFrom === undefined ? address : `${address}?${BACK}=${encodeURIComponent(cameFrom)}`

/** From a page about a case to the case itself. */
export const wayToCase = (view: View, id: string): Way => ({
  href: caseAddress(view, id),
  text: officeWords[view.language].backToCase,
})

/** Where a case is read. */
export const caseAddress = (view: Pick<View, 'cameFrom' | 'language'>, id: string): string =>
  withBack(view, paths.case.to(view.language, { id }))
