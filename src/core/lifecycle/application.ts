import type { Answers } from '#core/answers/answers.ts'
import type { IsoDate, IsoMoment } from '#core/dated.ts'
import type { Action, Role, State } from '#core/lifecycle/lifecycle.ts'
import type { BodyCode, CriterionCode } from '#core/policy/rule-set.ts'

/**
 * A case is what happened to it. Events are the record and are never changed; an Application is
 * what they add up to, and the current row of the database only repeats part of it for lists.
 */
export type ApplicationId = string
export type ActorId = string

/** Whoever acts, in all the roles they have on that day. */
export type Actor = {
  readonly id: ActorId
  readonly roles: readonly Role[]
  /** The state body an official acts for. */
  readonly body?: BodyCode
}

/** The two ways in which a decision can turn out. */
export const OUTCOMES = ['recognised', 'refused'] as const
export type DecisionOutcome = (typeof OUTCOMES)[number]

/** Everything that can happen to a case, each with what it says beyond the state it leads to. */
export type CaseEvent =
  | { readonly type: 'application-begun'; readonly applicationType: string }
  | { readonly type: 'discard-announced'; readonly discardOn: IsoDate }
  | { readonly type: 'draft-discarded' }
  | {
      readonly type: 'application-submitted'
      readonly number: string
      readonly field: string
      readonly ruleSet: string
      readonly typeHash: string
      readonly answers: Answers
      readonly documents: readonly string[]
    }
  | { readonly type: 'application-withdrawn' }
  | {
      readonly type: 'application-accepted'
      readonly scorers: Readonly<Record<CriterionCode, BodyCode>>
      readonly objectionBodies: readonly BodyCode[]
    }
  | {
      readonly type: 'application-returned'
      readonly marks: readonly Mark[]
      readonly explanation: string
    }
  | {
      readonly type: 'application-resubmitted'
      readonly answers: Answers
      readonly documents: readonly string[]
    }
  | { readonly type: 'closing-proposed' }
  | { readonly type: 'application-left-unexamined' }
  | {
      readonly type: 'criterion-scored'
      readonly criterion: CriterionCode
      readonly body: BodyCode
      readonly points: number
      readonly reason: string
    }
  | {
      readonly type: 'opinion-given'
      readonly body: BodyCode
      readonly objects: boolean
      readonly reason: string
    }
  | { readonly type: 'opinion-silent'; readonly body: BodyCode }
  | { readonly type: 'assessment-completed'; readonly points: number }
  | { readonly type: 'term-extended'; readonly reason: string }
  | {
      readonly type: 'decision-drafted'
      readonly outcome: DecisionOutcome
      readonly grounds: readonly string[]
      readonly reasoning: string
    }
  | { readonly type: 'decision-sent-back'; readonly reason: string }
  | {
      readonly type: 'decision-signed'
      readonly outcome: DecisionOutcome
      /** SHA-256 of the canonical bytes of the decision's record. */
      readonly record: string
    }
  | {
      readonly type: 'annulment-proposed'
      readonly ground: string
      readonly reason: string
      readonly hearing: boolean
    }
  | { readonly type: 'annulment-dropped'; readonly reason: string }
  | { readonly type: 'status-annulled'; readonly ground: string }
  | { readonly type: 'death-reported'; readonly evidence: string }
  | { readonly type: 'death-report-dismissed'; readonly reason: string }
  | { readonly type: 'holder-death-confirmed' }
  | { readonly type: 'status-expired' }

/** The name of something that can happen. */
export type CaseEventType = CaseEvent['type']

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

/** An event as it was recorded: when, by whom, through which action, and the state after it. */
export type Recorded = {
  readonly at: IsoMoment
  readonly on: IsoDate
  readonly by: ActorId
  readonly role: Role
  readonly action: Action
  readonly to: State
  readonly event: CaseEvent
}

/** The points of one criterion as they stand, who gave them, when and why. */
export type Score = {
  readonly body: BodyCode
  readonly points: number
  readonly reason: string
  readonly by: ActorId
  readonly on: IsoDate
}

/** What an objection body has said so far. */
export type Opinion = 'awaited' | 'no-objection' | 'objection' | 'silent'

/** A decision as it was drafted, and the state to which it goes back if it is not signed. */
export type Draft = {
  readonly outcome: DecisionOutcome
  readonly grounds: readonly string[]
  readonly reasoning: string
  readonly from: State
  readonly by: ActorId
  readonly on: IsoDate
}

/** A case as it stands after all that has happened to it. */
export type Application = {
  readonly id: ApplicationId
  readonly applicantId: ActorId
  readonly state: State
  /** The day on which it came into this state. */
  readonly stateSince: IsoDate
  readonly applicationType: string
  /** A draft left alone for long: when its owner was told, and the last day to save something. */
  readonly discardAnnounced?: { readonly on: IsoDate; readonly discardOn: IsoDate }
  readonly number?: string
  readonly submittedOn?: IsoDate
  /** The hashes of the rule set and of the description of the type it was submitted under. */
  readonly ruleSet?: string
  readonly typeHash?: string
  readonly field?: string
  /** Days on which the applicant had it back; the last may still be open. */
  readonly pauses: readonly { readonly from: IsoDate; readonly until?: IsoDate }[]
  readonly returns: number
  readonly extensions: number
  readonly marks: readonly Mark[]
  readonly scorers: Readonly<Record<CriterionCode, BodyCode>>
  readonly scores: Readonly<Record<CriterionCode, Score>>
  readonly opinions: Readonly<Record<BodyCode, Opinion>>
  readonly draft?: Draft
  readonly decided?: { readonly outcome: DecisionOutcome; readonly on: IsoDate }
  readonly annulment?: {
    readonly ground: string
    readonly hearing: boolean
    readonly on: IsoDate
  }
  /** Who took each action last; four-eyes rules read it. */
  readonly lastBy: Readonly<Partial<Record<Action, ActorId>>>
}

/** What all its events, in order, add up to; undefined before the first. */
export function fold(id: ApplicationId, events: readonly Recorded[]): Application | undefined {
  let application: Application | undefined
  for (const recorded of events) application = applied(id, application, recorded)
  return application
}

/** The application after one more event. */
export function applied(
  id: ApplicationId,
  before: Application | undefined,
  recorded: Recorded,
): Application {
  const current = before ?? begun(id, recorded)
  const moved = {
    ...current,
    state: recorded.to,
    stateSince: recorded.to === current.state ? current.stateSince : recorded.on,
    lastBy: { ...current.lastBy, [recorded.action]: recorded.by },
  }
  return { ...moved, ...changes(moved, recorded, current.state) }
}

function begun(id: ApplicationId, { by, on, to, event }: Recorded): Application {
  return {
    id,
    applicantId: by,
    state: to,
    stateSince: on,
    applicationType: event.type === 'application-begun' ? event.applicationType : '',
    pauses: [],
    returns: 0,
    extensions: 0,
    marks: [],
    scorers: {},
    scores: {},
    opinions: {},
    lastBy: {},
  }
}

/** Only what an event says beyond the state it leads to. */
function changes(now: Application, { event, on, by }: Recorded, from: State): Partial<Application> {
  switch (event.type) {
    case 'discard-announced':
      return { discardAnnounced: { on, discardOn: event.discardOn } }
    case 'application-submitted':
      return {
        number: event.number,
        submittedOn: on,
        ruleSet: event.ruleSet,
        typeHash: event.typeHash,
        field: event.field,
      }
    case 'application-returned':
      return {
        marks: event.marks,
        returns: now.returns + 1,
        pauses: [...now.pauses, { from: on }],
      }
    case 'application-resubmitted':
      return { marks: [], pauses: closed(now.pauses, on) }
    case 'application-accepted':
      return {
        scorers: event.scorers,
        opinions: Object.fromEntries(event.objectionBodies.map((body) => [body, 'awaited'])),
      }
    case 'criterion-scored': {
      const { body, points, reason } = event
      return { scores: { ...now.scores, [event.criterion]: { body, points, reason, by, on } } }
    }
    case 'opinion-given':
      return {
        opinions: { ...now.opinions, [event.body]: event.objects ? 'objection' : 'no-objection' },
      }
    case 'opinion-silent':
      return { opinions: { ...now.opinions, [event.body]: 'silent' } }
    case 'term-extended':
      return { extensions: now.extensions + 1 }
    case 'decision-drafted': {
      const { outcome, grounds, reasoning } = event
      return { draft: { outcome, grounds, reasoning, from, by, on } }
    }
    case 'decision-signed':
      return { decided: { outcome: event.outcome, on } }
    case 'annulment-proposed':
      return { annulment: { ground: event.ground, hearing: event.hearing, on } }
    case 'application-left-unexamined':
    case 'application-withdrawn':
      return { pauses: closed(now.pauses, on) }
    case 'application-begun':
    case 'draft-discarded':
    case 'closing-proposed':
    case 'assessment-completed':
    case 'decision-sent-back':
    case 'annulment-dropped':
    case 'status-annulled':
    case 'death-reported':
    case 'death-report-dismissed':
    case 'holder-death-confirmed':
    case 'status-expired':
      return {}
  }
}

function closed(pauses: Application['pauses'], until: IsoDate): Application['pauses'] {
  return pauses.map((pause) => (pause.until === undefined ? { ...pause, until } : pause))
}

/** The points given so far, and whether every criterion has them. Computed, never typed. */
export function pointsOf(application: Application): { points: number; complete: boolean } {
  const criteria = Object.keys(application.scorers)
  const given = criteria.flatMap((criterion) => application.scores[criterion] ?? [])
  return {
    points: given.reduce((sum, score) => sum + score.points, 0),
    complete: criteria.length > 0 && given.length === criteria.length,
  }
}

/** Every objection body has answered, or its time has passed. */
export function opinionsAreIn(application: Application): boolean {
  return Object.values(application.opinions).every((opinion) => opinion !== 'awaited')
}
