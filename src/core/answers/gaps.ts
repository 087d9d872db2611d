import { sparedBy, type Ahead, type Spared } from '#core/answers/ahead.ts'
import type { Answers } from '#core/answers/answers.ts'
import { holds } from '#core/answers/asked.ts'
import { problemsOf, type Problem, type Surroundings } from '#core/answers/check.ts'
import type { CaseType, Block, DocumentRule } from '#core/policy/case-type.ts'

/** What still stands between a draft and its submission. */
export type Gap =
  | { readonly kind: 'block'; readonly block: string }
  | ({ readonly kind: 'field'; readonly block: string; readonly item: string } & Problem)
  | { readonly kind: 'document'; readonly document: string }

/** Answers with what they are held against, and the documents beside them. */
export type Filled = Omit<Surroundings, 'type'> & {
  readonly documents: readonly { readonly kind: string }[]
}

/** Empty exactly when every block is answered, every answer may stand, every document is there. */
export function gapsIn(type: CaseType, filled: Filled): readonly Gap[] {
  const blocks = type.blocks.flatMap((block) => gapsInBlock(block, { ...filled, type }))
  const documents = askedDocuments(type, filled.answers, filled.ahead)
    .filter((rule) => rule.isRequired)
    .filter(({ rule }) => !filled.documents.some((document) => document.kind === rule.code))
    .map(({ rule }): Gap => ({ kind: 'document', document: rule.code }))
  return [...blocks, ...documents]
}

/** The gaps of one block; a block whose condition to be asked fails has none. */
export function gapsInBlock(block: Block, filled: Surroundings): readonly Gap[] {
  const items = filled.answers[block.code]
  if (items === undefined || items.length < block.itemsMin || items.length > block.itemsMax) {
    return [{ kind: 'block', block: block.code }]
  }
  return items.flatMap((item) =>
    problemsOf(block, item, filled).map((problem): Gap => ({
      kind: 'field',
      block: block.code,
      item: item.id,
      ...problem,
    })),
  )
}

/** The block to go on with: the nearest behind this one that has gaps, else the first that has. */
export function nextToAnswer(
  type: CaseType,
  filled: Omit<Surroundings, 'type'>,
  here: Block,
): Block | undefined {
  const at = type.blocks.indexOf(here)
  const order = [...type.blocks.slice(at + 1), ...type.blocks.slice(0, at)]
  return order.find((block) => gapsInBlock(block, { ...filled, type }).length > 0)
}

/** A document that is asked of this person, and whether it must be there. */
export type AskedDocument = {
  readonly rule: DocumentRule
  readonly isRequired: boolean
  /** It need not be: a register has it, or was asked and has still to say. */
  readonly spared?: Spared
  /** Whether it must be there follows from a part that is not filled in yet. */
  readonly hangsOn?: string
}

/** Asked of the person: not what a register has, or the house holds, and an official confirms. */
export const isBrought = ({ brings = 'person' }: Pick<DocumentRule, 'brings'>): boolean =>
  brings === 'person'

/** Not asked of the person at all: an official finds it. */
export const isKnown = ({ brings = 'person' }: Pick<DocumentRule, 'brings'>): boolean =>
  brings === 'register' || brings === 'held'

/** The checklist fitted to the answers: what is asked of this person, and what must be there. */
export function askedDocuments(
  type: CaseType,
  answers: Answers,
  ahead: readonly Ahead[] = [],
): readonly AskedDocument[] {
  return type.checklist
    .filter(isBrought)
    .filter((rule) => rule.whenAny === undefined || (answers[rule.whenAny]?.length ?? 0) > 0)
    .map((rule) => {
      const spared = sparedBy(rule, { type, answers, ahead })
      if (spared !== undefined) return { rule, isRequired: false, spared }
      const isRequired =
        rule.required || (rule.requiredWhen !== undefined && holds(rule.requiredWhen, answers, {}))
      const hangsOn = isRequired ? undefined : rule.requiredWhen?.block
      const isOpen = hangsOn !== undefined && (answers[hangsOn]?.length ?? 0) === 0
      return { rule, isRequired, ...(isOpen ? { hangsOn } : {}) }
    })
}

/**
 * What somebody is told of a paper before they have answered anything: it is brought whatever they
 * answer, though a register may spare it; or by what they answer; or is not asked of them at all.
 */
export type Promised = {
  readonly rule: DocumentRule
  readonly need: 'certain' | 'by-answer' | 'known'
}

/** All that `askedDocuments` can ask for, whatever is answered; what nobody must bring is none. */
export const promisedDocuments = ({
  blocks,
  checklist,
}: Pick<CaseType, 'blocks' | 'checklist'>): readonly Promised[] =>
  checklist.flatMap((rule): readonly Promised[] => {
    if (isKnown(rule)) return rule.required ? [{ rule, need: 'known' }] : []
    if (!isBrought(rule)) return []
    if (!rule.required) return rule.requiredWhen === undefined ? [] : [{ rule, need: 'by-answer' }]
    // A block that may stay empty asks for the paper of what is written in it.
    const block = blocks.find(({ code }) => code === rule.whenAny)
    const isCertain = rule.whenAny === undefined || (block?.itemsMin ?? 0) > 0
    return [{ rule, need: isCertain ? 'certain' : 'by-answer' }]
  })
