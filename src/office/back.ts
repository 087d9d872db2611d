import { OFFICE_LANGUAGES } from '#core/language.ts'
import { localPath, pathIn } from '#platform/local-path.ts'
import { askedOf } from '#platform/typed.ts'
import type { OfficeContext } from '#office/env.ts'
import { paths } from '#office/paths.ts'

/** In the query of a case: the list, and the place in it, from where somebody came. */
export const BACK = 'back'

/** Where the way back to the work list leads: to where they came from, where that is ours. */
export function backIn(c: OfficeContext): string {
  const { language } = c.var
  const from = localPath(askedOf(c.req, BACK), OFFICE_LANGUAGES)
  return from === undefined ? paths.work.to(language) : pathIn(from, language)
}
