import type { AskedKind, RecordOption, Shows, Visited } from '#core/cases/asked-kinds.ts'
import type { Begins } from '#core/cases/begins.ts'
import type { EffectRule } from '#core/cases/effects.ts'
import type { RegisterRule } from '#core/cases/consulted.ts'
import type { Role } from '#core/cases/roles.ts'
import type { SendingWords } from '#core/cases/sending.ts'
import type { Stage } from '#core/cases/stages.ts'
import type { Asking, Test } from '#core/cases/tests.ts'
import type { OfficeWords, Words } from '#core/language.ts'
import type { Grounded } from '#core/policy/basis.ts'
import type { TermCode } from '#core/policy/procedure.ts'

export { ASKED_KINDS, type AskedKind, type Shows } from '#core/cases/asked-kinds.ts'
export type { Begins } from '#core/cases/begins.ts'
export { HELD_BACK, type EffectRule, type HeldBack, type WantedTerm } from '#core/cases/effects.ts'

/**
 * The life of a case as its type tells it: its states and their owners, the steps that lead on, and
 * what decisions bring about. Kinds, stages and tests are code; everything else is data.
 */
export type Life = {
  /** Who a case has: each party in a role, the first of which is that of its first subject. */
  readonly roles: readonly CaseRole[]
  /** How many people a case can be about; one, where nothing is said. */
  readonly subjects?: { readonly max: number }
  /** Its cases are families: who belongs to whom, as they say. Nothing of it is ever sent in. */
  readonly family?: true
  readonly begins: Begins
  /**
   * The term in which the case is to be answered, and by how much it may be extended, if ever;
   * tiered, that of the tier of its tariff that was asked for when it was sent in.
   */
  readonly clock?: {
    readonly term: TermCode
    readonly extension?: TermCode
    readonly tiered?: true
  }
  /**
   * How long what was told in it is kept where it ended without a decision, and how long before
   * anything of it goes the person is told; for good, where nothing is said.
   */
  readonly keep?: Keep<'ended'> & { readonly notice: TermCode }
  /** By which service a case goes to the system that examines it; without one, it is done here. */
  readonly examinedBy?: string
  /** What that system gives, where it is called otherwise than what is asked for. */
  readonly givesThere?: Words
  /** That system is told as well what whoever it is about holds, and held here before. */
  readonly tellsHeld?: true
  /** What registers of the state are asked of those whom it is about, beside its way. */
  readonly registers?: readonly RegisterRule[]
  readonly states: readonly StateRule[]
  readonly steps: readonly StepRule[]
  readonly outcomes: readonly OutcomeRule[]
}

/** From which day on what was told of somebody in a case is kept for how long. */
export type Keep<From extends string> = { readonly term: TermCode; readonly from: From }

/** What a decision can be kept from: that it was told, its own day, or the end of what it gave. */
export const KEPT_FROM = ['told', 'decided', 'status-end'] as const
type KeptFrom = (typeof KEPT_FROM)[number]

/** What a type calls its states, steps and outcomes. */
export type StateCode = string
export type StepCode = string
export type OutcomeCode = string
/** What a newer version calls a state of an earlier one; the same, where it is not named. */
export type StatesMoved = Readonly<Record<StateCode, StateCode>>

/** A role that parties have in cases of a type. */
export type CaseRole = Asking<{
  readonly code: Role
  readonly title: Words
  /** The case is about whoever has it, as it is about whoever has the first role. */
  readonly subject?: boolean
  /** How many people can have it in one case. */
  readonly max?: number
  /** How they come to have it: asked by whoever began, or brought along by who acts for them. */
  readonly comes?: 'invited' | 'represented'
  /** Who of those that begin invites them; each of them, where nothing is said. */
  readonly letInBy?: readonly Role[]
  /** What they are to whoever lets them in, or consents; a child is of age one day. */
  readonly relation?: Relation
}>

/** What a party can be to another. */
export const RELATIONS = ['spouse', 'child', 'guardian', 'dependant'] as const
export type Relation = (typeof RELATIONS)[number]

/** What a state asks of whom, and by when. One that ends asks nothing of anybody. */
export type StateRule = Grounded<{
  readonly code: StateCode
  readonly stage: Stage
  /** Who has to move next. */
  readonly owner?: Role
  /** By when: so long from the day on which the case came into this state. */
  readonly clock?: TermCode
  /** What the person is told, where the words of the stage do not say it; in a word, and whole. */
  readonly tag?: Words
  readonly title?: Words
  /** What officials call it. */
  readonly officeTag?: OfficeWords
}>

/** The kinds of step: what each does is code, and the same in every type. */
export const STEP_KINDS = [
  'begin',
  'file',
  'return',
  'ask',
  'answer',
  'extend',
  'propose',
  'send-back',
  'decide',
  'tell',
  'end',
  'lapse',
  'reopen',
  'assign',
  'say',
  'confirm',
  'consult',
  'report',
  'recall',
] as const
export type StepKind = (typeof STEP_KINDS)[number]

type Common = {
  readonly code: StepCode
  readonly from: readonly StateCode[]
  readonly by: readonly Role[]
  /** Whoever took that step last may not take this one. */
  readonly notBy?: StepCode
  /** Not before that term has run out, counted from the day of the state, unless a test holds. */
  readonly after?: { readonly term: TermCode; readonly unless?: Test }
  /** All of these hold. */
  readonly needs?: readonly Test[]
  /** Whether the person reads that it was taken; each kind has its own default. */
  readonly shown?: 'person' | 'office'
  /** What its button says, in the imperative; and what a history says afterwards. */
  readonly name?: Words
  readonly happened?: Words
  /** The same to whoever did it. */
  readonly done?: Words
}

/** A step, with what its kind needs to know. Where `to` is missing, the case stays where it is. */
export type StepRule = Grounded<
  Common &
    /** From nowhere a case begins; from a state of it, one more joins, in one of these roles. */
    (
      | { readonly kind: 'begin'; readonly to: StateCode; readonly joins?: readonly Role[] }
      /**
       * Answers and documents freeze; the first time pins the law. Of a part alone, only what is
       * of whoever takes it freezes, and the case is not sent in by that.
       */
      | {
          readonly kind: 'file'
          readonly to: StateCode
          readonly part?: boolean
          readonly says?: SendingWords
        }
      | { readonly kind: 'return'; readonly to: StateCode }
      | { readonly kind: 'ask'; readonly to: StateCode; readonly asks: readonly AskRule[] }
      /** Leads on with the last answer that was asked for; until then the case stays. */
      | {
          readonly kind: 'answer'
          readonly to: StateCode
          /** Who may correct what they, or their body, have answered. */
          readonly corrects?: readonly Role[]
        }
      | { readonly kind: 'extend' }
      | {
          readonly kind: 'propose'
          readonly to: StateCode
          readonly outcomes: readonly OutcomeCode[]
          /** Who is asked about what is proposed; where nobody is, it leads on at once. */
          readonly asks?: readonly AskRule[]
        }
      /** Leads back to where it was proposed. */
      | { readonly kind: 'send-back' }
      /** Who is asked to carry it out, or to say that it was; where nobody is, it leads on. */
      | { readonly kind: 'decide'; readonly to: StateCode; readonly asks?: readonly AskRule[] }
      /** Somebody is told of what was decided: periods to contest it begin there. */
      | { readonly kind: 'tell' }
      | {
          readonly kind: 'end'
          readonly to: StateCode
          /** Whoever takes it says why. */
          readonly reasoned?: boolean
          /** One of those whom it is about leaves it, and the case goes on. */
          readonly leaves?: 'subject'
        }
      /** Time moves the case, perhaps with a proposal; or notes silence; or gives notice. */
      | { readonly kind: 'lapse'; readonly does: 'move'; readonly to: StateCode }
      | {
          readonly kind: 'lapse'
          readonly does: 'propose'
          readonly to: StateCode
          readonly outcome: OutcomeCode
        }
      | {
          readonly kind: 'lapse'
          readonly does: 'note-silence'
          readonly answers: StepCode
          readonly to: StateCode
        }
      | {
          readonly kind: 'lapse'
          readonly does: 'give-notice'
          readonly notice: TermCode
          readonly whole: TermCode
          readonly of: StepCode
        }
      /** The next move of a role becomes one official's by name; somebody writes to somebody. */
      | { readonly kind: 'assign'; readonly of: Role }
      | {
          readonly kind: 'say'
          /** Where the case goes on by it; it stays, where nothing is said. */
          readonly to?: StateCode
          /** By which step an official answers what a party wrote, and in which time. */
          readonly reply?: { readonly step: StepCode; readonly clock: TermCode }
        }
      /** What a register answers is taken to the case, wherever it stands. */
      | { readonly kind: 'confirm' }
      /** An official has one of these services asked about somebody, and says what for. */
      | {
          readonly kind: 'consult'
          readonly registers: readonly string[]
          /** The system that examines the case is asked, while it does, and no register. */
          readonly there?: true
        }
      /** What the system says that examines it; leads on once that has decided of everybody. */
      | { readonly kind: 'report'; readonly to: StateCode }
      /** The office takes it back from there: one asks for it, another does it. */
      | { readonly kind: 'recall'; readonly confirms?: StepCode }
      /** Takes an automatic step back, by two people, before its letters leave. */
      | {
          readonly kind: 'reopen'
          readonly does?: 'take-back'
          readonly of: StepCode
          readonly confirms?: StepCode
        }
      /** A case that has ended is entered again, as another decided on one of these grounds. */
      | {
          readonly kind: 'reopen'
          readonly does: 'enter-again'
          readonly to: StateCode
          readonly grounds?: readonly string[]
        }
    )
>

/** The rule of a step of that kind. */
export type StepOf<Kind extends StepKind> = Extract<StepRule, { readonly kind: Kind }>

/**
 * What is asked of whom: points, opinions and votes of bodies and their people, a reply of a party,
 * a record of an official, of a payment or an appearance too. The loader asks what each needs.
 */
export type AskRule = Visited & {
  readonly kind: AskedKind
  /** The step that answers. */
  readonly step: StepCode
  readonly clock: TermCode
  /** It begins once the time for the answer is over, and not before it is asked. */
  readonly after?: 'answer'
  /** Blocks and documents that whoever is asked may see; all where nothing is said. */
  readonly shows?: Shows
  /** While this holds nobody is asked. */
  readonly unless?: Test
  /** The role of whom a reply, a record, a payment, an appearance or a vote is asked. */
  readonly of?: Role
  /** What can be recorded. */
  readonly options?: readonly RecordOption[]
  /** Of a payment, what is recorded by itself once it was paid. */
  readonly paid?: string
  /** What can be voted for. */
  readonly outcomes?: readonly OutcomeCode[]
  /** Whoever took part in what the case is about has no vote. */
  readonly notBy?: 'about'
}

/** What a decision can say, and what it brings about. */
export type OutcomeRule = Grounded<{
  readonly code: OutcomeCode
  /** Whether it gives what was asked for, or leaves what is held. */
  readonly favourable: boolean
  /** The kind of grounds that carry it; without one it has none. */
  readonly grounds?: string
  /** All of these hold when it is proposed. */
  readonly needs?: readonly Test[]
  readonly effects: readonly EffectRule[]
  /** How long what was told of whom it was decided about is kept; for good, where not said. */
  readonly keep?: Keep<KeptFrom>
  /** Told to the person: in a word, as a sentence, and what it means; and once it is paid for. */
  readonly tag?: Words
  readonly title?: Words
  readonly lead?: Words
  readonly leadPaid?: Words
  readonly officeTag?: OfficeWords
}>

/** The state of a type that goes by this code. */
export const stateOf = ({ states }: Pick<Life, 'states'>, code: StateCode): StateRule | undefined =>
  states.find((state) => state.code === code)

/** The step of a type that goes by this code. */
export const stepOf = ({ steps }: Pick<Life, 'steps'>, code: StepCode): StepRule | undefined =>
  steps.find((step) => step.code === code)

/** The outcome of a type that goes by this code. */
export const outcomeOf = (
  { outcomes }: Pick<Life, 'outcomes'>,
  code: OutcomeCode,
): OutcomeRule | undefined => outcomes.find((outcome) => outcome.code === code)

/** Whether such a decision lets whoever it is about make a copy of what is kept of them. */
export const discloses = (life: Pick<Life, 'outcomes'>, code: OutcomeCode): boolean =>
  outcomeOf(life, code)?.effects.some(({ effect }) => effect === 'disclose') === true

/** Whether it is to be read beside what was written in a case. */
export const changes = (life: Pick<Life, 'outcomes'>, code: OutcomeCode): boolean =>
  outcomeOf(life, code)?.effects.some(({ effect }) => effect === 'change') === true

/** Whether a step ends a case, and not only what one of several has to do with it. */
export const endsCase = (rule: StepRule): rule is StepOf<'end'> =>
  rule.kind === 'end' && rule.leaves === undefined

/** Nothing leads on from such a state. */
export const hasEnded = (life: Pick<Life, 'states'>, code: StateCode): boolean =>
  stateOf(life, code)?.stage === 'ended'

/** Where a step can lead from one of its states. */
export function leadsTo(
  life: Pick<Life, 'steps'>,
  step: StepRule,
  from: StateCode,
): readonly StateCode[] {
  if (step.kind === 'send-back') {
    const isHere = (each: StepRule) =>
      'to' in each && [each.to, ...leadsOn(life, each)].includes(from)
    return life.steps.flatMap((each) => (proposes(each) && isHere(each) ? each.from : []))
  }
  if (step.kind === 'reopen' && step.does !== 'enter-again') {
    const taken = life.steps.find(({ code }) => code === step.of)
    return step.confirms === undefined ? [from] : (taken?.from ?? [])
  }
  if (!('to' in step) || step.to === undefined) return [from]
  const waits =
    step.kind === 'answer' ||
    step.kind === 'report' ||
    (step.kind === 'lapse' && step.does === 'note-silence')
  return waits ? [from, step.to] : [step.to, ...leadsOn(life, step)]
}

/** Where a step leads that asks by the way, and found nobody to ask: as the last answer would. */
export function leadsOn({ steps }: Pick<Life, 'steps'>, step: StepRule): readonly StateCode[] {
  if (step.kind === 'ask') return []
  return asksIn(step).flatMap((ask) =>
    steps.flatMap((each) => (each.kind === 'answer' && each.code === ask.step ? [each.to] : [])),
  )
}

/** All that a step asks of others. */
export const asksIn = (step: StepRule): readonly AskRule[] =>
  'asks' in step ? (step.asks ?? []) : []

/** Whether a step leads to a state from another one, or begins in it. */
export const entersBy = (life: Pick<Life, 'steps'>, step: StepRule, state: StateCode): boolean =>
  step.from.length === 0 && 'to' in step
    ? step.to === state
    : step.from.some((from) => from !== state && leadsTo(life, step, from).includes(state))

const proposes = (
  step: StepRule,
): step is Extract<StepRule, { readonly kind: 'propose' } | { readonly does: 'propose' }> =>
  step.kind === 'propose' || (step.kind === 'lapse' && step.does === 'propose')

/** Whether anybody is asked for that in a case. */
export const asksFor = ({ steps }: Pick<Life, 'steps'>, wanted: AskedKind): boolean =>
  steps.some((step) => asksIn(step).some(({ kind }) => kind === wanted))

/** What is asked by the one step of the type that asks for this answer. */
export const askOf = ({ steps }: Pick<Life, 'steps'>, answer: StepCode): AskRule | undefined =>
  steps.flatMap(asksIn).find(({ step }) => step === answer)

/** Whose task an answer is: the role that is asked, else the first that may give it. */
export const roleAsked = (life: Pick<Life, 'steps'>, answer: StepCode): Role | undefined =>
  askOf(life, answer)?.of ?? stepOf(life, answer)?.by[0]
