import type { Answers, Values } from '#core/answers/answers.ts'
import { blockOf, fieldOf } from '#core/answers/asked.ts'
import { problemsOf, type Problem, type Surroundings } from '#core/answers/check.ts'
import { keyOfMark } from '#core/answers/correction.ts'
import type { Mark } from '#core/cases/happenings.ts'
import type { CaseType, Block, FormField } from '#core/policy/case-type.ts'
import { typedFrom, valuesIn } from '#core/answers/read.ts'
import type { Typed } from '#core/answers/typed.ts'

/** A marked field as a question of its own: its name on the form is the key of the mark. */
export type MarkedField = {
  readonly mark: Extract<Mark, { kind: 'field' }>
  readonly block: Block
  readonly field: FormField
  readonly key: string
}

export function markedFields(type: CaseType, marks: readonly Mark[]): readonly MarkedField[] {
  return marks.flatMap((mark) => {
    if (mark.kind !== 'field') return []
    const block = blockOf(type, mark.block)
    const field = block && fieldOf(block, mark.field)
    if (!block || !field) return []
    const key = keyOfMark(mark)
    return [{ mark, block, field: { ...field, code: key }, key }]
  })
}

/** What the form shows before anything is typed: the answers as they are now. */
export function typedOfMarks(marked: readonly MarkedField[], answers: Answers): Typed {
  return Object.fromEntries(
    marked.flatMap(({ mark, block, field, key }) => {
      const value = itemValues(answers, mark)[mark.field]
      const alone = { ...block, fields: [field] }
      return value === undefined ? [] : Object.entries(typedFrom(alone, { [key]: value }))
    }),
  )
}

/** The answers with the marked fields as they were typed, and everything else untouched. */
export function corrected(marked: readonly MarkedField[], typed: Typed, answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([code, items]) => [
      code,
      items.map((item) => {
        const here = marked.filter(({ mark }) => mark.block === code && mark.item === item.id)
        return here.length === 0 ? item : { id: item.id, values: mended(here, typed, item.values) }
      }),
    ]),
  )
}

function mended(marked: readonly MarkedField[], typed: Typed, values: Values): Values {
  const now = new Map(Object.entries(values))
  for (const { mark, block, field, key } of marked) {
    const { shownWhen: _always, ...open } = field
    const value = valuesIn({ ...block, fields: [open] }, typed, {})[key]
    if (value === undefined) now.delete(mark.field)
    else now.set(mark.field, value)
  }
  return Object.fromEntries(now)
}

/** What is wrong with the marked fields, each problem under the name it has on the form. */
export function problemsOfMarks(
  marked: readonly MarkedField[],
  answers: Answers,
  surroundings: Omit<Surroundings, 'answers'>,
): readonly Problem[] {
  return marked.flatMap(({ mark, block, key }) =>
    problemsOf(
      block,
      { id: mark.item, values: itemValues(answers, mark) },
      { ...surroundings, answers },
    )
      .filter(({ field }) => field === mark.field)
      .map((problem) => ({ ...problem, field: key })),
  )
}

/** Changes when another device saves a marked answer; a form made before it then says so. */
export function versionOf(
  marked: readonly MarkedField[],
  versions: Readonly<Record<string, number>>,
): string {
  const blocks = new Set(marked.map(({ mark }) => mark.block))
  return [...blocks].map((block) => `${block}:${versions[block] ?? 0}`).join('.')
}

/** The marked fields whose answer is not the same in both. */
export function differing(
  marked: readonly MarkedField[],
  one: Answers,
  other: Answers,
): readonly MarkedField[] {
  const text = (answers: Answers, { mark }: MarkedField) =>
    JSON.stringify(itemValues(answers, mark)[mark.field])
  return marked.filter((each) => text(one, each) !== text(other, each))
}

export function itemValues(
  answers: Answers,
  mark: { readonly block: string; readonly item: string },
) {
  return answers[mark.block]?.find(({ id }) => id === mark.item)?.values ?? {}
}
