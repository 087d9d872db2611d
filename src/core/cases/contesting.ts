import type { Begins, Life, StateCode, StepRule } from '#core/cases/life.ts'

/** The kinds of status that such a case can be about. */
export const aboutStatuses = ({ about }: Pick<Begins, 'about'>): readonly string[] =>
  about && 'status' in about ? [about.status].flat() : []

/** The types of the decisions that it can be about. */
export const aboutDecisionsOf = ({ about }: Pick<Begins, 'about'>): readonly string[] =>
  about && 'decision' in about ? about.decision : []

/** The types of the cases in which nothing was decided that it can be about. */
export const aboutUndecidedOf = ({ about }: Pick<Begins, 'about'>): readonly string[] =>
  about && 'undecided' in about ? about.undecided : []

/** Whether it complains of what was decided in another case, or that nothing was. */
export const isComplaint = (begins: Pick<Begins, 'about'>): boolean =>
  aboutDecisionsOf(begins).length > 0 || aboutUndecidedOf(begins).length > 0

/** Whether it is about what is kept of somebody. */
export const isAboutParty = ({ about }: Pick<Begins, 'about'>): boolean =>
  about !== undefined && 'party' in about

/** Whether that is whoever begins it, or whom an official names. */
export const isAboutSelf = ({ about }: Pick<Begins, 'about'>): boolean =>
  about !== undefined && 'party' in about && about.party === 'self'
export const isAboutNamed = ({ about }: Pick<Begins, 'about'>): boolean =>
  about !== undefined && 'party' in about && about.party === 'named'

/** Whether anybody begins it, to a mission, and needs no account for it. */
export const isToMission = ({ about }: Pick<Begins, 'about'>): boolean =>
  about !== undefined && 'mission' in about

/** The rule by which a case that has ended is entered again. */
export type Entering = Extract<StepRule, { readonly does: 'enter-again' }>

/** Whether a step does that. */
export const entersAgain = (step: StepRule): step is Entering =>
  step.kind === 'reopen' && step.does === 'enter-again'

/** By which step a case is entered again on these grounds; the first that fits. */
export const enteringOn = (
  { steps }: Pick<Life, 'steps'>,
  state: StateCode,
  decided: readonly string[],
): Entering | undefined => enteringBy({ steps }, decided).find(({ from }) => from.includes(state))

/** All by which one is, from wherever it stands once it can be. */
export const enteringBy = (
  { steps }: Pick<Life, 'steps'>,
  decided: readonly string[],
): readonly Entering[] =>
  steps
    .filter(entersAgain)
    .filter(({ grounds }) => grounds?.some((code) => decided.includes(code)) ?? true)
