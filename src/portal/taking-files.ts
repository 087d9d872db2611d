import { isBrought, type AskedDocument } from '#core/answers/gaps.ts'
import { taskOf } from '#core/cases/answering.ts'
import { isDraft } from '#core/cases/filing.ts'
import type { StepRule } from '#core/cases/life.ts'
import { isFor, may, stepHere } from '#core/cases/may.ts'
import type { AskedTask } from '#core/cases/standing.ts'
import type { CaseType, DocumentRule } from '#core/policy/case-type.ts'
import type { UploadRefusal } from '#portal/file-refusals.ts'
import type { OwnCase } from '#portal/own-case.ts'
import type { CaseDocument } from '#records/documents.ts'

/**
 * Every kind of a draft; of a returned application those that were marked, with the note; and what
 * can come with the side that whoever asks is asked for.
 */
export function openKinds(own: OwnCase): ReadonlyMap<string, string> {
  const { found, description, context } = own
  const { standing } = found
  const { checklist } = description.type
  if (replyAsked(own)) {
    return new Map(checklist.filter(isOfReply).map(({ code }) => [code, '']))
  }
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

/** What comes with the side of whoever is asked for it. */
export const isOfReply = ({ brings }: Pick<DocumentRule, 'brings'>): boolean => brings === 'reply'

/** All of it, of which nobody has to bring any. */
export const askedWithReply = ({ checklist }: CaseType): readonly AskedDocument[] =>
  checklist.filter(isOfReply).map((rule) => ({ rule, isRequired: false }))

/** Their side, as long as they are asked for it and have not given it. */
export function replyAsked({
  found: { standing },
  context,
}: Pick<OwnCase, 'found' | 'context'>):
  { readonly step: StepRule; readonly task: AskedTask } | undefined {
  const step = stepHere(context, standing, 'answer')
  const task = step && taskOf(standing, step.code, context.by)
  const isMine = step && task?.kind === 'reply' && isFor(step, context.by, standing)
  if (!isMine || task.answer || !may(context, step.code, standing).ok) return undefined
  return { step, task }
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
