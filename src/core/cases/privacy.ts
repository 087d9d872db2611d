import type { StepRule } from '#core/cases/life.ts'
import type { CaseEvent } from '#core/cases/happenings.ts'

/** Who may read an event, unless its step says otherwise, and which of its fields are sealed. */
export type EventPrivacy<Field extends string = string> = {
  readonly audience: Audience
  readonly sealed: readonly Field[]
}

/** Whom an event is for. */
export type Audience = 'person' | 'office'

type Kind = CaseEvent['kind']
type FieldOf<Of extends Kind> = Exclude<
  keyof Extract<CaseEvent, { readonly kind: Of }> & string,
  'kind'
>

const person = <const Sealed extends readonly string[]>(...sealed: Sealed) =>
  ({ audience: 'person', sealed }) as const
const office = <const Sealed extends readonly string[]>(...sealed: Sealed) =>
  ({ audience: 'office', sealed }) as const

/**
 * Every field of every event is sealed or readable by this table. What others answer and what is
 * proposed stays in the office; the person reads it in the decision.
 */
export const EVENT_PRIVACY = {
  begin: person(),
  file: person('filed'),
  return: person('marks', 'explanation'),
  ask: person(),
  answer: office('points', 'objects', 'says', 'documents', 'recorded', 'vote', 'reasons'),
  extend: person('reason'),
  propose: office('proposals'),
  'send-back': office('reason'),
  decide: person(),
  tell: person(),
  end: person('reason'),
  lapse: person('proposals'),
  reopen: office('reason'),
  // Whoever folds a case has to know whose task it is, the person too.
  assign: person(),
  say: person('said', 'note'),
  confirm: office('found'),
  consult: office('purpose'),
  report: person('reports'),
  // Whoever folds a case has to know who examines it, the person too.
  recall: person('reason'),
  move: person(),
} as const satisfies { readonly [Of in Kind]: EventPrivacy<FieldOf<Of>> }

/** Of each kind, the list of what it tells of its subjects, each entry of one of them. */
export const TOLD_OF_SUBJECTS = {
  file: 'filed',
  return: 'marks',
  propose: 'proposals',
  decide: 'decisions',
  tell: 'tellings',
  lapse: 'proposals',
  say: 'said',
  confirm: 'found',
  report: 'reports',
} as const satisfies { readonly [Of in Kind]?: FieldOf<Of> }

/** True for a kind of step that leaves an event behind. */
export function isEventKind(text: string): text is Kind {
  return Object.hasOwn(EVENT_PRIVACY, text)
}

/** Who may read that this step was taken. */
export const audienceOf = ({ shown }: Pick<StepRule, 'shown'>, kind: Kind): Audience =>
  shown ?? EVENT_PRIVACY[kind].audience
