import type { Change } from '#core/concessions/changes.ts'
import type { Stands } from '#core/concessions/claims.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import type { Concession } from '#core/policy/concessions.ts'
import { formatDate } from '#telling/dates.ts'
import type { TagColour } from '#ui/tag.tsx'

/** How concessions and what changes of them are told, in the words of whoever reads. */

const CHANGE_WORDS = {
  'by-age': 'byAge',
  'by-law': 'byLaw',
  'apply-by': 'lastToApply',
  begins: 'begins',
  'begins-if': 'beginsIf',
  ends: 'ends',
  'status-ends': 'byStatus',
} as const satisfies Record<Change['is'], string>

type ChangeWords = Readonly<Record<(typeof CHANGE_WORDS)[Change['is']], string>>

type Telling<Words> = {
  readonly language: Language
  readonly words: Words
}

/** What changes on a day: of what, or of which kind of status. */
export function changeText(
  change: Change,
  {
    language,
    words,
    kindTitle,
  }: Telling<ChangeWords> & { readonly kindTitle: (code: string) => string },
): string {
  const titles =
    'kind' in change
      ? kindTitle(change.kind)
      : change.concessions.map(({ title }) => title[language]).join('; ')
  return words[CHANGE_WORDS[change.is]].replace(/\{titles\}|\{status\}/, () => titles)
}

type TagWords = Readonly<
  Record<'tagItself' | 'tagNow' | 'tagOpen' | 'tagHeld' | 'tagLater' | 'tagNotYet', string>
> & {
  /** Whoever reads of what is closed elsewhere has no tag for it. */
  readonly tagNeedless?: string
  readonly tagOver?: string
}

/** How one stands for somebody, as a tag; nothing where that is told otherwise, or not at all. */
export function tagOf(
  stands: Stands,
  by: Concession['by'],
  { language, words }: Telling<TagWords>,
): { readonly text: string; readonly colour: TagColour } | undefined {
  const on = (text: string, day: IsoDate) =>
    text.replace('{day}', () => formatDate(day, language, 'plain'))
  switch (stands.is) {
    case 'now':
      return { text: by === 'itself' ? words.tagItself : words.tagNow, colour: 'green' }
    case 'open':
      return { text: words.tagOpen, colour: 'yellow' }
    case 'held':
      return { text: on(words.tagHeld, stands.holding.until), colour: 'teal' }
    case 'later':
      return { text: on(words.tagLater, stands.from), colour: 'blue' }
    case 'not-yet':
      return { text: words.tagNotYet, colour: 'grey' }
    case 'needless':
      return words.tagNeedless === undefined
        ? undefined
        : { text: words.tagNeedless, colour: 'grey' }
    case 'over':
      return words.tagOver === undefined
        ? undefined
        : { text: on(words.tagOver, stands.since), colour: 'grey' }
    case 'not':
      return undefined
  }
}
