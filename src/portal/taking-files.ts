import { isBrought } from '#core/answers/gaps.ts'
import { isDraft } from '#core/cases/filing.ts'
import { stepHere } from '#core/cases/may.ts'
import type { CaseType, DocumentRule } from '#core/policy/case-type.ts'
import type { UploadRefusal } from '#portal/file-refusals.ts'
import type { OwnCase } from '#portal/own-case.ts'
import type { CaseDocument } from '#records/documents.ts'

/** Every kind of a draft; of a returned application those that were marked, with the note. */
export function openKinds({ found, description, context }: OwnCase): ReadonlyMap<string, string> {
  const { standing } = found
  const { checklist } = description.type
  if (!stepHere(context, standing, 'file')) return new Map()
  if (isDraft(standing, context.type)) {
    return new Map(checklist.filter(isBrought).map(({ code }) => [code, '']))
  }
  return new Map(
    standing.marks.flatMap((mark) =>
      mark.kind === 'document' ? [[mark.document, mark.note]] : [],
    ),
  )
}

export function openRule(own: OwnCase, kind: string | undefined): DocumentRule | undefined {
  if (kind === undefined || !openKinds(own).has(kind)) return undefined
  return own.description.type.checklist.find(({ code }) => code === kind)
}

/** What was removed lies for a day, and may be no more than a case may hold. */
export function noRoomBeside(
  type: CaseType,
  { removed, bytes }: { readonly removed: readonly CaseDocument[]; readonly bytes: number },
): UploadRefusal | undefined {
  const total = removed.reduce((sum, document) => sum + document.bytes, bytes)
  return total > type.caseBytesMax ? 'removed-too-large' : undefined
}

/** Whether there is room for one more file of that kind. */
export function noRoom(
  type: CaseType,
  rule: DocumentRule,
  { documents, bytes }: { readonly documents: readonly CaseDocument[]; readonly bytes: number },
): UploadRefusal | undefined {
  if (documents.filter(({ kind }) => kind === rule.code).length >= rule.filesMax) return 'full'
  if (documents.length >= type.filesMax) return 'too-many'
  const total = documents.reduce((sum, document) => sum + document.bytes, bytes)
  return total > type.caseBytesMax ? 'case-too-large' : undefined
}
