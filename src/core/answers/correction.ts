import type { Answers, Value } from '#core/answers/answers.ts'
import type { Mark } from '#core/cases/happenings.ts'

/** The answers and documents as they were submitted, and as they are to be sent back. */
export type Correction = {
  readonly before: Filed
  readonly after: Filed
  /** Marks the applicant looked at and says are right as they were. */
  readonly confirmed: readonly string[]
}

type Filed = {
  readonly answers: Answers
  readonly documents: readonly { readonly id: string; readonly kind: string }[]
}

/** One text for a mark, the same each time: for forms, links and comparison. */
export function keyOfMark(mark: Mark): string {
  return mark.kind === 'document'
    ? `document.${mark.document}`
    : `${mark.block}.${mark.item}.${mark.field}`
}

/** Marks that were neither mended nor confirmed as right. */
export function openMarks(marks: readonly Mark[], correction: Correction): readonly Mark[] {
  const changed = changedPlaces(correction)
  return marks.filter((mark) => {
    const key = keyOfMark(mark)
    return !changed.includes(key) && !correction.confirmed.includes(key)
  })
}

/** Places that differ though nobody asked for it. */
export function unmarkedChanges(marks: readonly Mark[], correction: Correction): readonly string[] {
  const marked = new Set(marks.map(keyOfMark))
  return changedPlaces(correction).filter((place) => !marked.has(place))
}

function changedPlaces({ before, after }: Correction): readonly string[] {
  const [old, now] = [placesOf(before.answers), placesOf(after.answers)]
  const fields = [...new Set([...old.keys(), ...now.keys()])].filter(
    (place) => !same(old.get(place), now.get(place)),
  )
  const kinds = new Set([...before.documents, ...after.documents].map(({ kind }) => kind))
  const documents = [...kinds].filter((kind) => idsOf(before, kind) !== idsOf(after, kind))
  return [...fields, ...documents.map((kind) => `document.${kind}`)]
}

function placesOf(answers: Answers): ReadonlyMap<string, Value> {
  const places = new Map<string, Value>()
  for (const [block, items] of Object.entries(answers)) {
    for (const item of items) {
      for (const [field, value] of Object.entries(item.values)) {
        if (value.length > 0) places.set(`${block}.${item.id}.${field}`, value)
      }
    }
  }
  return places
}

function idsOf({ documents }: Filed, kind: string): string {
  const ids = documents.filter((document) => document.kind === kind).map(({ id }) => id)
  return ids.sort().join(' ')
}

const same = (one: Value | undefined, other: Value | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other)
