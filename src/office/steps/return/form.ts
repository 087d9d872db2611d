import type { Item } from '#core/answers/answers.ts'
import { shownFields } from '#core/answers/asked.ts'
import { keyOfMark } from '#core/answers/correction.ts'
import { askedDocuments } from '#core/answers/gaps.ts'
import { first, isReadable, type Typed } from '#core/answers/typed.ts'
import type { Filed, Mark } from '#core/cases/happenings.ts'
import type { OfficeLanguage } from '#core/language.ts'
import type { CaseType, Block, DocumentRule, FormField } from '#core/policy/case-type.ts'
import { REASON_MAX, type FieldErrors } from '#office/case-step.ts'
import { partTitle, questionName } from '#telling/answers.tsx'
import { returnWords } from './words.ts'

/** What can be marked: every question that was asked, and every kind of document asked for. */
export type MarkablePlace = {
  readonly key: string
  /** Whose it is, where the case can be about several. */
  readonly person?: string
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
  type: CaseType,
  { subject, answers }: Pick<Filed, 'subject' | 'answers'>,
): readonly MarkablePlace[] {
  const fields = type.blocks.flatMap((block) =>
    (answers[block.code] ?? []).flatMap((item) =>
      shownFields(block, { answers }, item.values).map((field) => {
        const at = { kind: 'field', block: block.code, item: item.id, field: field.code } as const
        const markedWith = (note: string): Mark => ({ subject, ...at, note })
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
    const at = { kind: 'document', document: rule.code } as const
    const markedWith = (note: string): Mark => ({ subject, ...at, note })
    return { key: keyOfMark(markedWith('')), markedWith, kind: 'document', rule } as const
  })
  return [...fields, ...documents]
}

type NoteProblem = 'note-missing' | 'not-ticked' | 'too-long' | 'bad-characters'

const NOTE_MAX = 1000

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
  const marks = new Set(typed['mark'])
  const sent = new Set(places.map(({ key }) => key).filter((key) => marks.has(key)))
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

/** Everything that is wrong with it, in words, in the order of the page. */
export function errorsIn(
  { ticked, problems, explanationProblem }: ReturnForm,
  places: readonly MarkablePlace[],
  language: OfficeLanguage,
): FieldErrors {
  const words = returnWords[language]
  const [first] = places
  const errors: Record<string, string> = {}
  if (ticked.size === 0) {
    errors[first ? groupId(groupKey(first)) : 'explanation'] = words['nothing-marked']
  }
  for (const place of places) {
    const problem = problems.get(place.key)
    if (!problem) continue
    errors[noteName(place.key)] = words[problem].replace('{place}', placeName(place, language))
  }
  if (explanationProblem) {
    errors['explanation'] = words[explanationProblem].replace('{place}', words.explanation)
  }
  return errors
}

export const placeName = (place: MarkablePlace, language: OfficeLanguage): string =>
  place.kind === 'field'
    ? questionName(place.field, { language, reader: 'office' })
    : partTitle(place.rule, { language, reader: 'office' })

/** The part of the page in which a place stands: an item of a block, or the documents. */
export function groupKey(place: MarkablePlace): string {
  const part = place.kind === 'field' ? `${place.block.code}.${place.item.id}` : 'documents'
  const [person] = place.person === undefined ? [] : place.key.split('.')
  return person === undefined ? part : `${person}.${part}`
}

export const groupId = (key: string): string => `group.${key}`
