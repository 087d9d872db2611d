import { assert } from '#core/assert.ts'
import type { StatusKind } from '#core/cases/statuses.ts'
import {
  endsCase,
  outcomeOf,
  stateOf,
  stepOf,
  type StateCode,
  type StepKind,
  type StepOf,
  type StepRule,
} from '#core/cases/life.ts'
import type { Recorded } from '#core/cases/happenings.ts'
import type { Language, OfficeLanguage, Words } from '#core/language.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import {
  KIND_WORDS,
  MOVED,
  OF_ONE_WORDS,
  OUTCOME_WORDS,
  STAGE_WORDS,
  type CaseWords,
  type StepWords,
} from '#telling/kind-words.ts'

/**
 * Where a case stands and what was done in it, in words: those of its type, and where a type says
 * nothing of its own, those of the stage, of the kind of step, or of what was decided.
 */
export type Stood = {
  readonly state: string
  /** What was decided, where anything was. */
  readonly outcome?: string | undefined
}

/** Said to the person whose case it is. */
export const stateTitle = (stood: Stood, type: CaseType, language: Language): string =>
  caseWords(stood, type).title[language]

/** The same in a word or two, for the tag of a list. */
export const stateTag = (stood: Stood, type: CaseType, language: Language): string =>
  caseWords(stood, type).tag[language]

/** What officials call it, in a word or two. */
export const officeTag = (stood: Stood, type: CaseType, language: OfficeLanguage): string =>
  caseWords(stood, type).officeTag[language]

/** Of a case that was decided the outcome speaks, of any other its state. */
function caseWords({ state, outcome }: Stood, type: CaseType): CaseWords {
  const isGivenUp = isOnlyLeftTo(type, state)
  const decided = outcome === undefined || isGivenUp ? undefined : outcomeOf(type, outcome)
  const stands = stateOf(type, state)
  const usual = decided
    ? OUTCOME_WORDS[decided.favourable ? 'favourable' : 'unfavourable']
    : STAGE_WORDS[stands?.stage ?? 'ended']
  return { ...usual, ...stands, ...decided }
}

/** Whoever gave up what had been decided ended it, and what was decided does not stand any more. */
function isOnlyLeftTo({ steps }: CaseType, state: StateCode): boolean {
  const leading = steps.filter((step) => 'to' in step && step.to === state)
  return leading.length > 0 && leading.every(endsCase)
}

/** What a button that takes this step says. */
export const stepName = (type: CaseType, code: string, language: Language): string =>
  wordsOf(type, code).name[language]

/** What happened, as a history says it. */
export const happened = (type: CaseType, code: string, language: Language): string =>
  wordsOf(type, code).happened[language]

/** The same of what was recorded; of a step that a newer type has no more, its kind speaks. */
export const eventText = (
  type: CaseType,
  { step, event }: Pick<Recorded, 'step' | 'event'>,
  language: Language,
): string =>
  event.kind === 'move' ? MOVED[language] : wordsOf(type, step, event.kind).happened[language]

/** The same to whoever did it, who is not told of it as of somebody else. */
export const stepDone = (type: CaseType, code: string, language: Language): string => {
  const { done, happened: told } = wordsOf(type, code)
  return (done ?? told)[language]
}

/**
 * In the history of a person: what they did is not told them as of somebody else. Who was told of a
 * decision did nothing by it.
 */
export function eventTextTo(
  reader: string,
  { type, recorded, language }: { type: CaseType; recorded: Recorded; language: Language },
): string {
  const rule = stepOf(type, recorded.step)
  const isTheirs = recorded.by === reader && rule !== undefined && rule.kind !== 'tell'
  return isTheirs ? stepDone(type, rule.code, language) : eventText(type, recorded, language)
}

/** Whether by a step one of several comes or goes, and nothing else. */
const isOfOne = (rule: StepRule): rule is StepOf<'begin'> | StepOf<'end'> =>
  (rule.kind === 'begin' && rule.from.length > 0) || (rule.kind === 'end' && !endsCase(rule))

function wordsOf(
  type: CaseType,
  code: string,
  lost?: StepKind,
): StepWords & { readonly done?: Words } {
  const rule = stepOf(type, code)
  const kind = rule?.kind ?? lost
  assert(kind !== undefined, `${type.code} has a step ${code}`)
  const usual = rule && isOfOne(rule) ? OF_ONE_WORDS[rule.kind] : KIND_WORDS[kind]
  return { ...usual, ...rule }
}

/** How a status stands: it holds, or it ended in one of the ways of its kind. */
export type HeldAs = { readonly endedAs?: string | undefined }

const endOf = ({ ends }: StatusKind, { endedAs }: HeldAs) =>
  ends.find(({ code }) => code === endedAs)

export const statusTag = (kind: StatusKind, held: HeldAs, language: Language): string =>
  (endOf(kind, held) ?? kind).tag[language]

export const statusTitle = (kind: StatusKind, held: HeldAs, language: Language): string =>
  (endOf(kind, held) ?? kind).title[language]

export const statusOfficeTag = (kind: StatusKind, held: HeldAs, language: OfficeLanguage): string =>
  (endOf(kind, held) ?? kind).officeTag[language]
