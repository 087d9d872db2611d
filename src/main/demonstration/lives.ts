import { SYSTEM } from '#core/cases/roles.ts'
import {
  APPLICANT,
  type Act,
  type Deed,
  type Filled,
  type Turn,
  type When,
} from '#main/demonstration/story.ts'

/** Stretches of a life that many cases share, counted in working days before today. */
export type Officer = 'officer' | 'officer2'
type Signer = 'signer' | 'signer2'

export const act = (workingDaysAgo: number, by: string, deed: Deed): Act => ({
  workingDaysAgo,
  by,
  ...deed,
})

export const begun = (ago: number, filled: Filled = {}): Act =>
  act(ago, APPLICANT, { act: 'begin', ...filled })

export const submitted = (ago: number): readonly Act[] => [
  begun(ago + 2),
  act(ago, APPLICANT, { act: 'submit' }),
]

export const accepted = (ago: number, officer: Officer = 'officer'): Act =>
  act(ago, officer, { act: 'accept' })

export const scored = (ago: number, turn: Turn): Act => act(ago, 'expert', { act: 'score', turn })

export const noObjection = (ago: number, turn: Turn): Act =>
  act(ago, 'objection', { act: 'give-opinion', turn, objects: false, reason: '' })

export const objection = (ago: number, turn: Turn, reason: string): Act =>
  act(ago, 'objection', { act: 'give-opinion', turn, objects: true, reason })

export const silence = (ago: number): Act => act(ago, SYSTEM, { act: 'note-silence' })

/** Submitted that long ago, complete, and with nothing said against it. */
export const unopposed = (ago: number, officer: Officer = 'officer'): readonly Act[] => [
  ...submitted(ago),
  accepted(ago - 2, officer),
  noObjection(ago - 4, 0),
  noObjection(ago - 5, 1),
  noObjection(ago - 6, 'rest'),
]

/** Every body has given its points; at the end the case waits for its decision. */
export const assessed = (ago: number, officer: Officer = 'officer'): readonly Act[] => [
  ...unopposed(ago, officer),
  scored(ago - 7, 1),
  scored(ago - 8, 0),
  scored(ago - 9, 'rest'),
]

export type Deciding = {
  readonly officer?: Officer
  readonly signer?: Signer
  readonly grounds?: readonly string[]
  readonly reasoning: string
  readonly translated?: string
}

export const drafted = (
  ago: number,
  { officer = 'officer', grounds = [], reasoning, translated }: Deciding,
): Act =>
  act(ago, officer, {
    act: 'draft-decision',
    outcome: grounds.length === 0 ? 'recognised' : 'refused',
    grounds,
    reasoning,
    ...(translated === undefined ? {} : { translated }),
  })

const signed = (ago: number, signer: Signer = 'signer'): Act => act(ago, signer, { act: 'sign' })

export const decided = (ago: number, deciding: Deciding): readonly Act[] => [
  drafted(ago + 1, deciding),
  signed(ago, deciding.signer),
]

export const opened = (ago: number): Act => act(ago, APPLICANT, { act: 'tell' })

/** Nobody has opened what was decided, and time has passed. */
export const deemed = (ago: number): Act => act(ago, SYSTEM, { act: 'tell' })

/** The same acts, counted back from another day than today. */
export const since = (base: Omit<When, 'workingDaysAgo'>, acts: readonly Act[]): readonly Act[] =>
  acts.map((each) => ({ ...each, ...base }))
