import { first, type Typed } from '#core/answers/typed.ts'
import { IN_ANOTHER_LANGUAGE } from '#ui/shell-frame.tsx'

/** True where a form was sent only to be shown in another language, with all that was typed. */
export const isForAnotherLanguage = (typed: Typed): boolean =>
  first(typed, IN_ANOTHER_LANGUAGE) !== ''
