import type { Item } from '#core/answers/answers.ts'
import { shownFields } from '#core/answers/asked.ts'
import { keyOfMark } from '#core/answers/correction.ts'
import { askedDocuments } from '#core/answers/gaps.ts'
import type { Mark } from '#core/lifecycle/application.ts'
import type {
  ApplicationType,
  Block,
  DocumentRule,
  FormField,
} from '#core/policy/application-type.ts'
import { REASON_MAX } from '#office/case-step.ts'
import type { Filed } from '#core/lifecycle/filed.ts'
import { first, isReadable, type Typed } from '#core/answers/typed.ts'

/** What can be marked: every question that was asked, and every kind of document asked for. */
export type MarkablePlace = {
  readonly key: string
  readonly markedWith: (note: string) => Mark
} & (
  | {
      readonly kind: 'field'
      readonly block: Block
      readonly item: Item
      readonly field: FormField
    }
  | { readonly kind: 'document'; readonly rule: DocumentRule }
)

export function markablePlaces(
  type: ApplicationType,
  { answers }: Filed,
): readonly MarkablePlace[] {
  const fields = type.blocks.flatMap((block) =>
    (answers[block.code] ?? []).flatMap((item) =>
      shownFields(block, answers, item.values).map((field) => {
        const at = { kind: 'field', block: block.code, item: item.id, field: field.code } as const
        const markedWith = (note: string): Mark => ({ ...at, note })
        return {
          key: keyOfMark(markedWith('')),
          markedWith,
          kind: 'field',
          block,
          item,
          field,
        } as const
      }),
    ),
  )
  const documents = askedDocuments(type, answers).map(({ rule }) => {
    const markedWith = (note: string): Mark => ({ kind: 'document', document: rule.code, note })
    return { key: keyOfMark(markedWith('')), markedWith, kind: 'document', rule } as const
  })
  return [...fields, ...documents]
}

export type NoteProblem = 'note-missing' | 'not-ticked' | 'too-long' | 'bad-characters'

export const NOTE_MAX = 1000

/** The form as it was sent: what is marked, and everything that is wrong with it. */
export type ReturnForm = {
  readonly marks: readonly Mark[]
  readonly explanation: string
  readonly explanationProblem?: 'too-long' | 'bad-characters'
  readonly notes: ReadonlyMap<string, string>
  readonly ticked: ReadonlySet<string>
  readonly problems: ReadonlyMap<string, NoteProblem>
}

export function returnForm(typed: Typed, places: readonly MarkablePlace[]): ReturnForm {
  const explanation = first(typed, 'explanation')
  const explanationProblem = textProblem(explanation, REASON_MAX)
  const sent = new Set(typed['mark'])
  const notes = new Map(places.map(({ key }) => [key, first(typed, noteName(key))]))
  const problems = new Map<string, NoteProblem>()
  for (const { key } of places) {
    const problem = noteProblem(notes.get(key) ?? '', sent.has(key))
    if (problem) problems.set(key, problem)
  }
  const marked = places.filter(({ key }) => sent.has(key))
  return {
    marks: marked.map(({ key, markedWith }) => markedWith(notes.get(key) ?? '')),
    explanation,
    ...(explanationProblem ? { explanationProblem } : {}),
    notes,
    // A note without its tick is shown ticked, so that a script does not fold it away.
    ticked: new Set([...sent, ...problems.keys()]),
    problems,
  }
}

export const noteName = (key: string): string => `note.${key}`

function noteProblem(note: string, ticked: boolean): NoteProblem | undefined {
  if (note === '') return ticked ? 'note-missing' : undefined
  return ticked ? textProblem(note, NOTE_MAX) : 'not-ticked'
}

function textProblem(text: string, most: number): 'too-long' | 'bad-characters' | undefined {
  if (text.length > most) return 'too-long'
  return isReadable(text) ? undefined : 'bad-characters'
}
