import type { Role } from '#core/cases/roles.ts'
import { OFFICE_LANGUAGES, type OfficeLanguage } from '#core/language.ts'
import { isId } from '#core/id.ts'
import { localPath, pathIn } from '#platform/local-path.ts'
import { ownPage } from '#office/own-page.ts'
import { paths } from '#office/paths.ts'
import { officeWords, type OfficeWords } from '#office/words.ts'

/** In the query of all that is about a case: the page, and the place in it, one came from. */
export const BACK = 'back'

/** A way to another page, and what it says. */
export type Way = { readonly href: string; readonly text: string }

/** What a way back follows from, of all that a page knows of its request. */
type Here = {
  readonly language: OfficeLanguage
  readonly cameFrom?: string
  readonly who?: { readonly roles: readonly Role[] }
}

/** The pages that people land on and open cases from, and what the way back to each says. */
const PAGES = [
  ['work', 'backToWork'],
  ['search', 'backToFound'],
  ['holders', 'backToHolders'],
  ['looks', 'backToLooks'],
  ['rules', 'backToRules'],
  ['time', 'backToTime'],
] as const satisfies readonly (readonly [keyof typeof paths, keyof OfficeWords])[]

function textFor(place: string, language: OfficeLanguage): string | undefined {
  const [path = ''] = place.split('?')
  if (isOfCase(path, language)) return officeWords[language].backToCase
  if (isOfCard(path, language)) return officeWords[language].backToHolder
  const [, word] = PAGES.find(([page]) => paths[page].to(language) === path) ?? []
  return word && officeWords[language][word]
}

/** The place that an address says one came from, on one of those pages or on that of a case. */
export function cameFromIn(
  asked: string,
  { language, at }: { readonly language: OfficeLanguage; readonly at: string },
): string | undefined {
  const place = localPath(asked, OFFICE_LANGUAGES)
  const here = place === undefined ? '' : pathIn(place, language)
  const [path = ''] = here.split('?')
  const isHere = `${pathIn(at, language)}/`.startsWith(`${path}/`) && isOfCase(path, language)
  return isHere || textFor(here, language) === undefined ? undefined : here
}

const isOfCase = (path: string, language: OfficeLanguage): boolean => {
  const [id = '', ...rest] = path.slice(paths.case.to(language, { id: '' }).length).split('/')
  return rest.length === 0 && isId(id) && path === paths.case.to(language, { id })
}

const isOfCard = (path: string, language: OfficeLanguage): boolean => {
  const number = path.slice(paths.holder.to(language, { number: '' }).length)
  return CARD.test(number) && path === paths.holder.to(language, { number })
}

const CARD = /^[A-Z0-9-]{1,40}$/

/** Where the way back leads: to where they came from, or to the page that is theirs. */
export function wayBack({ language, cameFrom, who }: Here): Way {
  const words = officeWords[language]
  if (who === undefined) return { href: paths.signIn.to(language), text: words.signIn }
  const href = cameFrom ?? ownPage(who.roles, language)
  return { href, text: textFor(href, language) ?? words.backToWork }
}

/** An address that leads on within a case, and keeps the way back. */
export const withBack = ({ cameFrom }: Pick<Here, 'cameFrom'>, address: string): string =>
  cameFrom === undefined ? address : `${address}?${BACK}=${encodeURIComponent(cameFrom)}`

/**
 * A page as a place to come back to, with the list that it was opened from; between a case and a
 * card one goes to and fro, and the way back would grow.
 */
export function placeOf({
  here,
  language,
  cameFrom = '',
}: Here & { readonly here: string }): string {
  const [path = here] = here.split('?')
  const [from = ''] = cameFrom.split('?')
  const isList = from !== '' && !isOfCase(from, language) && !isOfCard(from, language)
  return isList ? withBack({ cameFrom }, path) : path
}

/** From a page about a case to the case itself. */
export const wayToCase = (view: Here, id: string): Way => ({
  href: caseAddress(view, id),
  text: officeWords[view.language].backToCase,
})

/** Where a case is read. */
export const caseAddress = (view: Here, id: string): string =>
  withBack(view, paths.case.to(view.language, { id }))
