import type { IsoDate, IsoMoment } from '#core/dated.ts'
import type { OutcomeCode, StateCode, StepCode } from '#core/cases/life.ts'
import type { Role } from '#core/cases/roles.ts'
import {
  answered,
  asked,
  awaited,
  givenTime,
  isAwaited,
  passedOver,
  type Answer,
  type Asked,
  type AskedTask,
} from '#core/cases/asked.ts'
import type {
  ActorId,
  CaseId,
  Contested,
  Decided,
  Filed,
  Mark,
  PartyIn,
  Proposal,
} from '#core/cases/contents.ts'
import type { Pause } from '#core/deadlines/counted.ts'
import type { BodyCode } from '#core/policy/procedure.ts'

export type { Answer, Asked, AskedTask } from '#core/cases/asked.ts'

export type {
  ActorId,
  CaseId,
  Contested,
  Decided,
  Filed,
  Mark,
  PartyIn,
  Proposal,
  Translation,
} from '#core/cases/contents.ts'

/**
 * A case is what happened to it. Events are the record and are never changed; a Standing is what
 * they add up to, and the current row of the database only repeats part of it for lists.
 *
 * Everything that can happen to a case, and until when whom it leaves the case with was told.
 */
export type CaseEvent = Happening & { readonly told?: IsoDate }

/** By the kind of the step that was taken. */
type Happening =
  | {
      readonly kind: 'begin'
      readonly type: string
      readonly parties: readonly PartyIn[]
      /** Of a case that officials begin; others have theirs when they are sent in. */
      readonly number?: string
      /** The number of the status that it is about. */
      readonly about?: string
      /** The decision that it is about. */
      readonly contests?: Contested
    }
  | ({
      readonly kind: 'file'
      /** Only the first time. */
      readonly number?: string
      readonly field?: string
      readonly typeHash?: string
      readonly procedure?: string
      readonly scoring?: string
      /** Marks that were answered by saying that it is right as it is. */
      readonly confirmed: readonly string[]
    } & Filed)
  | { readonly kind: 'return'; readonly marks: readonly Mark[]; readonly explanation: string }
  | { readonly kind: 'ask'; readonly asked: readonly Asked[] }
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
  | { readonly kind: 'end'; readonly reason?: string }
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

/** What was sent in once, with what had been asked for before it. */
export type Filing = Filed & {
  readonly on: IsoDate
  readonly marks: readonly Mark[]
  readonly confirmed: readonly string[]
}

/** What was proposed, by which step, and where it goes back to. */
export type Proposed = {
  readonly proposals: readonly Proposal[]
  readonly step: StepCode
  readonly by: ActorId
  readonly on: IsoDate
  readonly from: StateCode
}

/** That a proposal did not stand: whoever was to decide said why. */
type SentBack = {
  readonly proposed: Proposed
  readonly role: Role
  readonly on: IsoDate
  readonly reason: string
}

/** A case as it stands after all that has happened to it. */
export type Standing = {
  readonly id: CaseId
  readonly type: string
  readonly state: StateCode
  /** The day on which it came into this state. */
  readonly stateSince: IsoDate
  /** Until when whoever has it now was told that they have, where that is a person. */
  readonly told?: IsoDate
  readonly parties: readonly PartyIn[]
  readonly about?: string
  readonly contests?: Contested
  readonly number?: string
  readonly filedOn?: IsoDate
  /** The day on which it was entered again after it had ended: all its time begins anew there. */
  readonly enteredOn?: IsoDate
  /** The hashes of the type it was filed under, of its procedure and of its scoring, if any. */
  readonly typeHash?: string
  readonly procedure?: string
  readonly scoring?: string
  readonly field?: string
  /** Every round, the last of which is examined. */
  readonly filings: readonly Filing[]
  /** What has to be mended now. */
  readonly marks: readonly Mark[]
  /** Days on which the person had it back; the last may still be open. */
  readonly pauses: readonly Pause[]
  readonly returns: number
  /** The days on which it was given more time. */
  readonly extended: readonly IsoDate[]
  readonly tasks: readonly AskedTask[]
  /** What stands proposed; what was sent back does not any more. */
  readonly proposed?: Proposed
  /** What was proposed last, and sent back, while nothing else was proposed since. */
  readonly sentBack?: SentBack
  readonly decided?: { readonly decisions: readonly Decided[]; readonly on: IsoDate }
  /** That something will be done by itself, and after which day. */
  readonly notice?: { readonly on: IsoDate; readonly after: IsoDate }
  /** The last step that time took, while nobody has moved the case on since. */
  readonly lapsed?: {
    readonly step: StepCode
    readonly from: StateCode
    readonly at: IsoMoment
    /** Tasks whose silence it noted. */
    readonly silent: readonly string[]
    /** Who asked that it be taken back. */
    readonly reopening?: ActorId
  }
  /** Who took each step last; four-eyes rules read it. */
  readonly lastBy: Readonly<Partial<Record<StepCode, ActorId>>>
  /** How often something happened that was no answer to a task. */
  readonly moves: number
}

/** What all its events, in order, add up to; undefined before the first. */
export function fold(id: CaseId, events: readonly Recorded[]): Standing | undefined {
  let standing: Standing | undefined
  for (const recorded of events) standing = applied(id, standing, recorded)
  return standing
}

/** The case after one more event. */
export function applied(id: CaseId, before: Standing | undefined, recorded: Recorded): Standing {
  const current = before ?? blank(id, recorded)
  const { step, by, to, on, event } = recorded
  const moved = {
    ...toldIn(PASSES_BY.includes(event.kind) ? current : withoutLapsed(current), recorded),
    state: to,
    stateSince: to === current.state ? current.stateSince : on,
    lastBy: { ...current.lastBy, [step]: by },
    moves: event.kind === 'answer' ? current.moves : current.moves + 1,
  }
  return changed(moved, recorded, current.state)
}

/** What was told is of the state in which it was, until another day is. */
function toldIn({ told, ...now }: Standing, { event, to }: Recorded): Standing {
  const kept = event.told ?? (to === now.state ? told : undefined)
  return kept === undefined ? now : { ...now, told: kept }
}

/** What may happen after a step of time, and leaves it to be taken back. */
const PASSES_BY: readonly CaseEvent['kind'][] = ['answer', 'extend', 'lapse', 'reopen']

const blank = (id: CaseId, { to, on }: Recorded): Standing => ({
  id,
  type: '',
  state: to,
  stateSince: on,
  parties: [],
  filings: [],
  marks: [],
  pauses: [],
  returns: 0,
  extended: [],
  tasks: [],
  lastBy: {},
  moves: 0,
})

/** What each kind of step adds, and nothing beyond it. */
function changed(now: Standing, recorded: Recorded, from: StateCode): Standing {
  const { event, by, on, at, step, role } = recorded
  switch (event.kind) {
    case 'begin': {
      const { type, parties, number, about, contests } = event
      return {
        ...now,
        type,
        parties,
        ...(number === undefined ? {} : { number }),
        ...(about === undefined ? {} : { about }),
        ...(contests === undefined ? {} : { contests }),
      }
    }
    case 'file':
      return filed(now, event, on)
    case 'return':
      return {
        ...now,
        marks: event.marks,
        returns: now.returns + 1,
        pauses: [...now.pauses, { from: on }],
      }
    case 'ask':
      return { ...now, tasks: asked(now.tasks, event.asked) }
    case 'answer': {
      const { kind: _kind, told: _told, task, body: _body, ...given } = event
      const answer = { ...given, by, on }
      return {
        ...now,
        tasks: now.tasks.map((each) => (each.id === task ? answered(each, answer) : each)),
      }
    }
    case 'extend':
      return { ...now, extended: [...now.extended, on], tasks: givenTime(now.tasks, on) }
    case 'propose':
      return {
        ...proposed(now, { proposals: event.proposals, step, by, on, from }),
        tasks: asked(now.tasks, event.asked ?? []),
      }
    case 'send-back':
      return sentBack(now, { role, on, reason: event.reason })
    case 'decide':
      return {
        ...now,
        decided: { decisions: event.decisions, on },
        pauses: closed(now.pauses, on),
        tasks: asked(now.tasks, event.asked ?? []),
      }
    case 'end':
      return { ...now, pauses: closed(now.pauses, on) }
    case 'lapse':
      return afterTime(now, event, { step, from, at, by, on })
    case 'reopen':
      if (event.decision !== undefined) return entered(now, on)
      return event.done ? reopened(now, on) : reopening(now, by)
  }
}

type Of<Kind extends CaseEvent['kind']> = Extract<CaseEvent, { readonly kind: Kind }>

function filed(now: Standing, event: Of<'file'>, on: IsoDate): Standing {
  const { answers, documents, confirmed, number, field, typeHash, procedure, scoring } = event
  return {
    ...withoutProposal(withoutSentBack(now)),
    ...(number === undefined ? {} : { number }),
    ...(field === undefined ? {} : { field }),
    ...(typeHash === undefined ? {} : { typeHash }),
    ...(procedure === undefined ? {} : { procedure }),
    ...(scoring === undefined ? {} : { scoring }),
    filedOn: now.filedOn ?? on,
    filings: [...now.filings, { answers, documents, confirmed, on, marks: now.marks }],
    marks: [],
    pauses: closed(now.pauses, on),
  }
}

type Taken = Pick<Recorded, 'step' | 'at' | 'by' | 'on'> & { readonly from: StateCode }

function afterTime(
  now: Standing,
  { silent = [], notice, proposals }: Of<'lapse'>,
  { step, from, at, by, on }: Taken,
): Standing {
  const then = proposals === undefined ? now : proposed(now, { proposals, step, by, on, from })
  return {
    ...then,
    lapsed: { step, from, at, silent },
    tasks: passedOver(now.tasks, silent),
    ...(notice === undefined ? {} : { notice: { on, after: notice } }),
  }
}

const proposed = (now: Standing, anew: Proposed): Standing => ({
  ...withoutSentBack(now),
  proposed: anew,
})

function sentBack(now: Standing, back: Omit<SentBack, 'proposed'>): Standing {
  const { proposed: last, ...then } = now
  return last === undefined ? now : { ...then, sentBack: { proposed: last, ...back } }
}

const withoutProposal = ({ proposed: _proposed, ...now }: Standing): Standing => now
const withoutSentBack = ({ sentBack: _sentBack, ...now }: Standing): Standing => now
const withoutLapsed = ({ lapsed: _lapsed, ...now }: Standing): Standing => now

const reopening = (now: Standing, by: ActorId): Standing =>
  now.lapsed === undefined ? now : { ...now, lapsed: { ...now.lapsed, reopening: by } }

/** As if time had not taken its step, and all the time of the state begins anew. */
function reopened({ lapsed, ...now }: Standing, on: IsoDate): Standing {
  const kept = now.proposed?.step === lapsed?.step ? withoutProposal(now) : now
  const tasks = now.tasks.map((task) =>
    task.silent === true && lapsed?.silent.includes(task.id) === true ? awaited(task) : task,
  )
  return { ...kept, stateSince: on, tasks }
}

/** Nothing is decided or proposed any more; what was sent in and answered stays. */
function entered(now: Standing, on: IsoDate): Standing {
  const { decided: _decided, notice: _notice, ...then } = now
  const bare = withoutLapsed(withoutProposal(withoutSentBack(then)))
  return { ...bare, enteredOn: on, pauses: [], returns: 0, extended: [] }
}

function closed(pauses: Standing['pauses'], until: IsoDate): Standing['pauses'] {
  return pauses.map((pause) => (pause.until === undefined ? { ...pause, until } : pause))
}

/** What was sent in last, which is what officials examine; undefined for a draft. */
export const lastFiled = ({ filings }: Standing): Filing | undefined => filings.at(-1)

/** Every document that was ever sent in; one that was replaced may still be read. */
export const everFiled = ({ filings }: Standing): readonly string[] =>
  filings.flatMap(({ documents }) => documents)

/** Nothing that bodies were asked is still awaited, and something was asked of them. */
export function allAnswered({ tasks }: Standing): boolean {
  const ofBodies = tasks.filter(({ body }) => body !== undefined)
  return ofBodies.length > 0 && !ofBodies.some(isAwaited)
}

/** Whom it is about. */
export const subjectsOf = ({ parties }: Standing): readonly ActorId[] => [
  ...new Set(parties.filter(({ isSubject }) => isSubject).map(({ id }) => id)),
]

/** What was decided of the one subject of a case that has one. */
export const outcomeIn = ({ decided }: Standing): OutcomeCode | undefined =>
  decided?.decisions[0]?.outcome
