import type { Ahead } from '#core/answers/ahead.ts'
import type { Answers, Values } from '#core/answers/answers.ts'
import { answerMeaning, askedFor } from '#core/answers/asked.ts'
import type { Words } from '#core/language.ts'
import type { Relation } from '#core/cases/life.ts'
import type { Block, CaseType, FormField } from '#core/policy/case-type.ts'
import { isMeaning, type Meaning } from '#core/policy/meanings.ts'
import type { Service } from '#core/policy/systems.ts'
import type { Facts, Question } from '#records/inquiries.ts'

/**
 * What registers have to be told before they can be asked, as one form: the questions of the type
 * that mean it, by what they mean. Those of a list are answered in the list.
 */
export function questionsFor(type: CaseType, services: readonly Service[]): Block {
  const fields = questionsOf(type, new Set(services.flatMap(({ service }) => service.tells)))
  return { ...NO_BLOCK, fields: [...fields, ...questionsOfFirst(type, services)] }
}

/** Of the first person of the case; what they mean is nothing of whoever writes. */
const questionsOfFirst = (type: CaseType, services: readonly Service[]): readonly FormField[] =>
  questionsOf(type, new Set(services.flatMap(({ service }) => service.tellsOfFirst ?? []))).map(
    ({ means: _theirs, code, ...field }) => ({ ...field, code: `${OF_FIRST}${code}` }),
  )

const OF_FIRST = 'first-'

const questionsOf = (type: CaseType, tells: ReadonlySet<Meaning>): readonly FormField[] =>
  [...tells].flatMap((meaning) => {
    const asked = askedFor(type, meaning)
    if (!asked || asked.block.repeats) return []
    const { shownWhen: _always, notBefore: _nothing, ...field } = asked.field
    return [{ ...field, code: meaning }]
  })

const NO_BLOCK = {
  code: 'look-up',
  title: { az: '', tr: '', en: '', ru: '' },
  repeats: false,
  itemsMin: 1,
  itemsMax: 1,
  basis: { '*': 'provisional' },
} as const

/** Some of those questions under a title. */
export type Part = { readonly title: Words; readonly fields: readonly FormField[] }

/** As the application has them, part by part; last those about another person. */
export function partsFor(type: CaseType, services: readonly Service[]): readonly Part[] {
  const { fields } = questionsFor(type, services)
  const isIn = ({ means }: FormField, all: readonly FormField[]) =>
    means !== undefined && all.some((each) => each.means === means)
  const own = type.blocks.map(({ title, fields: all }) => ({
    title,
    fields: fields.filter((field) => isIn(field, all)),
  }))
  const [first] = type.roles
  const ofFirst = first ? [{ title: first.title, fields: questionsOfFirst(type, services) }] : []
  return [...own, ...ofFirst].filter((part) => part.fields.length > 0)
}

/** What is known of it already: told to a register before, or answered. */
export const knownOf = (
  { fields }: Block,
  type: CaseType,
  { answers, ahead, ofFirst }: Known,
): Values =>
  Object.fromEntries(
    fields.flatMap(({ code, means }) => {
      const of = means ?? meaningOfFirst(code)
      if (of === undefined) return []
      const told = ahead.findLast((each) => toldIn(each, means)[of] !== undefined)
      const written = means === undefined ? ofFirst : answers
      const value = (told && toldIn(told, means)[of]) ?? answerMeaning(type, written, of)
      return value === undefined ? [] : [[code, value]]
    }),
  )

type Known = {
  readonly answers: Answers
  readonly ahead: readonly Ahead[]
  /** What the first person has written, where whoever asks writes for both. */
  readonly ofFirst: Answers
}

const meaningOfFirst = (code: string): Meaning | undefined => {
  const meaning = code.slice(OF_FIRST.length)
  return code.startsWith(OF_FIRST) && isMeaning(meaning) ? meaning : undefined
}

const toldIn = ({ told, toldOfFirst = {} }: Ahead, means: Meaning | undefined): Ahead['told'] =>
  means === undefined ? toldOfFirst : told

/** What one service is told: of what was written here what it has to know, and nothing else. */
export function factsOf(
  { service }: Service,
  values: Values,
  relation: Relation | undefined,
): Question {
  const facts = (tells: readonly Meaning[], prefix = ''): Facts =>
    Object.fromEntries(
      tells.flatMap((meaning) => {
        const told = values[`${prefix}${meaning}`]
        return told === undefined || told.length === 0 ? [] : [[meaning, told]]
      }),
    )
  const own = facts(service.tells)
  if (service.tellsOfFirst === undefined || relation === undefined) return own
  return { ...own, tie: { relation, to: facts(service.tellsOfFirst, OF_FIRST) } }
}
