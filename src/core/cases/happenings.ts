import type { Answers } from '#core/answers/answers.ts'
import type { Answer, Asked } from '#core/cases/asked.ts'
import type { Report } from '#core/cases/away.ts'
import type { Place } from '#core/cases/marked.ts'
import type { OutcomeCode, StateCode, StatesMoved, StepCode } from '#core/cases/life.ts'
import type { Role } from '#core/cases/roles.ts'
import type { Consulted, Found } from '#core/cases/consulted.ts'
import type { Telling, Translation } from '#core/cases/told.ts'
import type { IsoDate, IsoMoment } from '#core/dated.ts'
import type { BodyCode } from '#core/policy/procedure.ts'

/**
 * A case is what happened to it. Events are the record and are never changed; a Standing is what
 * they add up to, and the current row of the database only repeats part of it for lists. What an
 * event tells of its subjects is in lists, each entry of which says of whom it is.
 */
export type CaseId = string
export type ActorId = string

/** A party of a case, in a role that the type names; and who acts for them, if others do. */
export type PartyIn = {
  readonly id: ActorId
  readonly role: Role
  readonly isSubject: boolean
  readonly by?: ActorId
  /** They were in it once. */
  readonly left?: true
}

/**
 * What was sent in of one subject: the answers, the ids of the documents, and which marks were
 * left as right.
 */
export type Filed = {
  readonly subject: ActorId
  readonly answers: Answers
  readonly documents: readonly string[]
  readonly confirmed: readonly string[]
}

/** What has to be mended of whom: a field of an item, or a kind of document. */
export type Mark = { readonly subject: ActorId } & Place

/** What is proposed for one subject, to be decided by another person. */
export type Proposal = {
  readonly subject: ActorId
  readonly outcome: OutcomeCode
  readonly grounds: readonly string[]
  readonly reasoning: string
  /** Where whoever reads of it reads another language than that of the act. */
  readonly translation?: Translation
}

/** What was decided for one subject. */
export type Decided = {
  readonly subject: ActorId
  readonly outcome: OutcomeCode
  /** SHA-256 of the canonical bytes of the decision's record. */
  readonly record: string
}

/**
 * Everything that can happen to a case; until when whom it leaves the case with was told; and,
 * where the case can be about several, of whom it tells something: not everybody reads all of it.
 */
export type CaseEvent = Happening & {
  readonly told?: IsoDate
  readonly tells?: readonly ActorId[]
}

/** By the kind of the step that was taken. */
type Happening =
  | {
      readonly kind: 'begin'
      /** Of a case that begins; whoever joins one has none. */
      readonly type?: string
      readonly parties: readonly PartyIn[]
      /** Of a case that officials begin; others have theirs when they are sent in. */
      readonly number?: string
      /** The number of the status that it is about. */
      readonly about?: string
      /** The decision that it is about, or the case in which there is none. */
      readonly contests?: Contested
      /** Which registers are asked of whom, once it has begun. */
      readonly consults?: readonly Consulted[]
    }
  | {
      readonly kind: 'file'
      readonly filed: readonly Filed[]
      /** By this the case was not sent in. */
      readonly part?: true
      /** Only the first time. */
      readonly number?: string
      readonly field?: string
      /** How soon it was asked to be answered, as a tier of the tariff. */
      readonly tier?: string
      readonly typeHash?: string
      readonly procedure?: string
      readonly scoring?: string
      /** Which registers are asked from now on, of whom; of earlier ones nothing is awaited. */
      readonly consults?: readonly Consulted[]
    }
  | { readonly kind: 'return'; readonly marks: readonly Mark[]; readonly explanation: string }
  | {
      readonly kind: 'ask'
      readonly asked: readonly Asked[]
      /** Of those the ones whose bodies answer by a system of their own. */
      readonly consults?: readonly Consulted[]
    }
  | ({ readonly kind: 'answer'; readonly task: string; readonly body?: BodyCode } & Answer)
  | { readonly kind: 'extend'; readonly reason: string }
  | {
      readonly kind: 'propose'
      readonly proposals: readonly Proposal[]
      readonly asked?: readonly Asked[]
    }
  | { readonly kind: 'send-back'; readonly reason: string }
  | {
      readonly kind: 'decide'
      readonly decisions: readonly Decided[]
      readonly asked?: readonly Asked[]
    }
  | { readonly kind: 'tell'; readonly tellings: readonly Telling[] }
  /** The case; or only what it has to do with one subject, who leaves it. */
  | {
      readonly kind: 'end'
      readonly leaves?: ActorId
      readonly reason?: string
      /** The system that examines the case is told of it. */
      readonly consults?: readonly Consulted[]
    }
  | {
      readonly kind: 'lapse'
      /** Tasks that nobody answered in time. */
      readonly silent?: readonly string[]
      /** The day after which what was given notice of is done. */
      readonly notice?: IsoDate
      readonly proposals?: readonly Proposal[]
    }
  | {
      readonly kind: 'reopen'
      readonly reason: string
      readonly done: boolean
      /** The decision of another case by which this one is entered again. */
      readonly decision?: string
      /** Of whom it is decided anew, where not of everybody. */
      readonly whose?: readonly ActorId[]
      /** What was decided of them is not decided again as the case stood. */
      readonly binding?: true
    }
  /** From here on the next move of that role is theirs alone; nobody named, anybody's of it. */
  | { readonly kind: 'assign'; readonly of: Role; readonly to?: ActorId }
  | {
      readonly kind: 'confirm'
      readonly service: string
      readonly body?: BodyCode
      readonly found: readonly Found[]
    }
  /** A register is asked now, beyond what the type asks by itself, and what for. */
  | { readonly kind: 'consult'; readonly consults: readonly Consulted[]; readonly purpose: string }
  /** What the system that examines the case says of some of them. */
  | {
      readonly kind: 'report'
      readonly service: string
      readonly reports: readonly Report[]
      /** Of whom it has decided by that. */
      readonly settles?: readonly ActorId[]
      /** It is asked what comes next. */
      readonly consults?: readonly Consulted[]
    }
  /** It is asked that the case be examined here; or, by another, it is from here on. */
  | {
      readonly kind: 'recall'
      readonly reason: string
      readonly done: boolean
      readonly consults?: readonly Consulted[]
    }
  /** What was written by or to each of those whom it is about; or a note that officials read. */
  | { readonly kind: 'say'; readonly said?: readonly Message[]; readonly note?: string }
  /** From here on a newer version of its type, with what that calls states otherwise. */
  | { readonly kind: 'move'; readonly typeHash: string; readonly states: StatesMoved }

/** What one of them wrote, or was written. */
export type Message = { readonly subject: ActorId; readonly text: string }

/** A case with its number, and the decision in it; none, where it is that nothing was decided. */
export type Contested = {
  readonly decision?: string
  readonly case: CaseId
  readonly number: string
}

/** An event as it was recorded: when, by whom, through which step, and the state after it. */
export type Recorded = {
  readonly at: IsoMoment
  readonly on: IsoDate
  readonly by: ActorId
  readonly role: Role
  readonly step: StepCode
  readonly to: StateCode
  readonly event: CaseEvent
}

/** What was proposed, by which step, and where it goes back to. */
export type Proposed = {
  readonly proposals: readonly Proposal[]
  readonly step: StepCode
  readonly by: ActorId
  readonly on: IsoDate
  readonly from: StateCode
}
