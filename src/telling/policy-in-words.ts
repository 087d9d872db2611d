import type { Json } from '#core/canonical.ts'
import type { OfficeLanguage } from '#core/language.ts'
import { STEP_KINDS } from '#core/cases/life.ts'
import { STAGES } from '#core/cases/stages.ts'
import { isOfficeRole, SYSTEM } from '#core/cases/roles.ts'
import { codeOf, isDocument, isList, type Document } from '#core/policy/provisional.ts'
import { KIND_WORDS, STAGE_WORDS } from '#telling/kind-words.ts'
import { yesOrNo } from '#telling/option-names.ts'
import { PLACE_WORDS } from '#telling/policy-places.ts'
import { roleName } from '#telling/roles.ts'

/** The places and values of a document of policy, for those who adopt it. */
export function placeNames(
  document: Document,
  path: string,
  language: OfficeLanguage,
): readonly string[] {
  let at: Json = document
  return path.split('.').map((step, index, steps) => {
    const isEntry = isList(at)
    const here: Json | undefined = isList(at)
      ? (at.find((each) => codeOf(each) === step) ?? at[Number(step)])
      : isDocument(at)
        ? at[step]
        : undefined
    at = here ?? null
    const [first = ''] = index === 0 ? [] : steps
    return isEntry
      ? (entryName(at, language) ?? placeIn(step))
      : propertyName(step, first, language)
  })
}

/** An entry without a code goes by where it stands, from one. */
const placeIn = (step: string): string => (/^\d+$/.test(step) ? `№ ${Number(step) + 1}` : step)

/** What officials call it comes before what a person is told. */
const NAMES = [
  'officeTag',
  'officeTitle',
  'officeLabel',
  'title',
  'label',
  'name',
  'question',
  'subject',
  'advice',
  'words',
] as const

/** What a person calls an entry that the document knows by its code. */
function entryName(entry: Json, language: OfficeLanguage): string | undefined {
  if (!isDocument(entry)) return undefined
  const own = NAMES.map((name) => inWords(entry[name] ?? null, language)).find(
    (words) => words !== undefined,
  )
  const stage = STAGES.find((each) => each === entry['stage'])
  const kind = STEP_KINDS.find((each) => each === entry['kind'])
  const usual = stage ? STAGE_WORDS[stage].officeTag : kind && KIND_WORDS[kind].name
  return own ?? usual?.[language]
}

/** Where the house itself has words for it. */
function nameOfCode(code: string, language: OfficeLanguage): string | undefined {
  return isOfficeRole(code) || code === SYSTEM ? roleName(code, undefined, language) : undefined
}

const inWords = (value: Json, language: OfficeLanguage): string | undefined => {
  const words = isDocument(value) ? value[language] : undefined
  return typeof words === 'string' ? words : undefined
}

/** Words in the reader's language; codes as the document has them. */
export function valueInWords(value: Json, language: OfficeLanguage): string {
  if (typeof value === 'boolean') return yesOrNo(value ? 'yes' : 'no', language)
  if (typeof value === 'string') return nameOfCode(value, language) ?? value
  if (isList(value)) return value.map((each) => valueInWords(each, language)).join(', ')
  if (!isDocument(value)) return String(value)
  const words = inWords(value, language)
  if (words !== undefined) return words
  return Object.entries(value)
    .map(([name, each]) => `${propertyName(name, '', language)}: ${valueInWords(each, language)}`)
    .join('; ')
}

/** One name may mean something else in one part of a document. */
const propertyName = (name: string, part: string, language: OfficeLanguage): string => {
  const words: Readonly<Record<string, string>> = PLACE_WORDS[language]
  return words[`${part}.${name}`] ?? words[name] ?? name
}
