import type { Answers } from '#core/answers/answers.ts'
import type { OutcomeCode } from '#core/cases/life.ts'
import type { Role } from '#core/cases/roles.ts'
import type { Language } from '#core/language.ts'

/** What events hold, whatever kind they are of. */
export type CaseId = string
export type ActorId = string

/** A party of a case, in a role that the type names. */
export type PartyIn = { readonly id: ActorId; readonly role: Role; readonly isSubject: boolean }

/** What was sent in: the answers, the ids of the documents, and which marks were left as right. */
export type Filed = { readonly answers: Answers; readonly documents: readonly string[] }

/** What has to be mended: a field of an item, or a kind of document. */
export type Mark =
  | {
      readonly kind: 'field'
      readonly block: string
      readonly item: string
      readonly field: string
      readonly note: string
    }
  | { readonly kind: 'document'; readonly document: string; readonly note: string }

/** What is proposed for one subject, to be decided by another person. */
export type Proposal = {
  readonly subject: ActorId
  readonly outcome: OutcomeCode
  readonly grounds: readonly string[]
  readonly reasoning: string
  /** Where whoever reads of it reads another language than that of the act. */
  readonly translation?: Translation
}

/**
 * What officials wrote, in the language of whoever reads it, as whoever proposes wrote or confirmed
 * it; what is left out was not translated.
 */
export type Translation = {
  readonly language: Language
  readonly reasoning?: string
  /** Why points were given, by the criterion. */
  readonly reasons: Readonly<Record<string, string>>
}

/** What was decided for one subject. */
export type Decided = {
  readonly subject: ActorId
  readonly outcome: OutcomeCode
  /** SHA-256 of the canonical bytes of the decision's record. */
  readonly record: string
}

/** A decision, and the case in which it was made. */
export type Contested = { readonly decision: string; readonly case: CaseId }
