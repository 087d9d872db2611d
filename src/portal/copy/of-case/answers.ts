import { isDeepStrictEqual } from 'node:util'
import type { Answers, Item, Value } from '#core/answers/answers.ts'
import type { Filing } from '#core/cases/standing.ts'
import { dayInBaku, type IsoDate } from '#core/dated.ts'
import type { Block, CaseType } from '#core/policy/case-type.ts'
import type { KeptAnswers } from '#records/answers.ts'
import { partTitle, questionName, valueText } from '#telling/answers.tsx'
import type { CopiedAnswer, CopiedAnswers, CopiedBlock } from '#telling/copy/copy.ts'
import type { Wording } from '#telling/option-names.ts'

type Asked = { readonly type: CaseType; readonly wording: Wording }

/** Each version of what somebody answered that says something else than the one before. */
export function versionsOf(
  filings: readonly Filing[],
  kept: KeptAnswers,
  asked: Asked,
): readonly CopiedAnswers[] {
  const sent = filings.map(({ on, answers }) => ({ as: 'sent' as const, on, answers }))
  const now = {
    as: 'kept' as const,
    on: kept.savedAt === undefined ? null : dayInBaku(kept.savedAt),
    answers: kept.answers,
  }
  const all: readonly Version[] = [...sent, now]
  return all
    .filter(({ answers }, index) => {
      const before = all[index - 1]
      return Object.keys(answers).length > 0 && !isSame(before?.answers ?? {}, answers)
    })
    .map(({ answers, ...version }) => ({ ...version, blocks: blocksOf(answers, asked) }))
}

type Version = Pick<CopiedAnswers, 'as'> & {
  readonly on: IsoDate | null
  readonly answers: Answers
}

/** What is kept is opened as it is read, so that it is compared once it was. */
const isSame = (one: Answers, other: Answers): boolean =>
  isDeepStrictEqual({ ...one }, { ...other })

/** In the order in which it is asked; then what nothing asks any more. */
function blocksOf(answers: Answers, { type, wording }: Asked): readonly CopiedBlock[] {
  const lost = Object.keys(answers).filter(
    (code) => !type.blocks.some((each) => each.code === code),
  )
  return [
    ...type.blocks.flatMap((block) => {
      const items = answers[block.code]
      if (items === undefined) return []
      const title = partTitle(block, wording)
      return [{ code: block.code, title, items: items.map((item) => itemOf(item, block, wording)) }]
    }),
    ...lost.map((code) => ({
      code,
      title: code,
      items: (answers[code] ?? []).map((item) => itemOf(item, undefined, wording)),
    })),
  ]
}

function itemOf(
  { values }: Item,
  block: Block | undefined,
  wording: Wording,
): readonly CopiedAnswer[] {
  const fields = block?.fields ?? []
  const lost = Object.keys(values).filter((code) => !fields.some((field) => field.code === code))
  return [
    ...fields.flatMap((field) => {
      const value = values[field.code]
      if (value === undefined || value.length === 0) return []
      const question = questionName(field, wording)
      return [{ code: field.code, question, answer: valueText(field, value, wording), value }]
    }),
    ...lost.flatMap((code) => {
      const value = values[code]
      if (value === undefined || value.length === 0) return []
      return [{ code, question: code, answer: plain(value), value }]
    }),
  ]
}

const plain = (value: Value): string => (typeof value === 'string' ? value : value.join(', '))
