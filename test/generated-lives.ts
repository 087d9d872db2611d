import type { EffectRule, OutcomeRule, StateCode, StepRule } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { problemsOfLife } from '#core/policy/check-life.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import { chanceFrom, type Chance } from '#test/chance.ts'
import { CHANGED } from '#test/life-changes.ts'
import { HEARD, outcome, role, state, taken } from '#test/life-parts.ts'
import { PROVISIONAL, toyProcedure, toyScoring } from '#test/toy-rules.ts'
import { toyStatus } from '#test/toy-status.ts'
import { toyAnnulment, toyType } from '#test/toy-types.ts'

/**
 * Lives that nobody has thought of: from the least that there can be, changed by chance many times,
 * each change kept where the loader has nothing against it.
 */
const CHANGES = 40
const STATES_MAX = 7

/** One may object, and of each kind there is a ground for before the points and one for after. */
export const generatedProcedure: Procedure = {
  ...toyProcedure,
  grounds: toyProcedure.grounds
    .filter(({ code }) => ['R3', 'R4', 'A1', 'A2'].includes(code))
    .map((ground) => (ground.code === 'A1' ? { ...ground, beforeScoring: true } : ground)),
  objectionBodies: ['guard'],
}

/** One body scores one criterion. */
export const generatedScoring: Scoring = {
  ...toyScoring,
  passMark: 30,
  criteria: toyScoring.criteria
    .filter(({ code }) => code === 'EXP')
    .map((criterion) => ({ ...criterion, scoredBy: 'works' })),
}

/** A type with a life of its own; the same from the same seed. */
export function generatedType(seed: number): CaseType {
  const chance = chanceFrom(seed)
  let type = leastType(chance)
  for (let index = 0; index < CHANGES; index += 1) {
    const change = chance.of(CHANGED)
    const changed = change?.(type, chance, String(index))
    if (changed && isSound(changed)) type = changed
  }
  return type
}

/** The loader takes it. */
const isSound = (type: CaseType): boolean =>
  type.states.length <= STATES_MAX &&
  problemsOfLife(type, {
    procedure: generatedProcedure,
    scoring: generatedScoring,
    statuses: [toyStatus],
    types: [type, toyAnnulment],
  }).length === 0

/** Begun by a person who sends it in, or by an official about a status; proposed and decided. */
const leastType = (chance: Chance): CaseType =>
  chance.below(3) === 0 ? aboutStatus() : ofApplicant()

const { clock, ...untimed } = toyType
const blank = { ...untimed, blocks: [], checklist: [], applicants: [], letters: [] }

const ofApplicant = (): CaseType => ({
  ...blank,
  ...(clock === undefined ? {} : { clock }),
  roles: [role('applicant'), role('sponsor')],
  begins: { by: ['applicant'], basis: PROVISIONAL },
  states: [
    state('draft', 'draft', { owner: 'applicant' }),
    state('open', 'examined', { owner: 'case-officer' }),
    ...DECIDED,
  ],
  steps: [
    { code: 'begin', kind: 'begin', ...taken([], 'applicant'), to: 'draft' },
    { code: 'file', kind: 'file', ...taken(['draft'], 'applicant'), to: 'open' },
    ...decidedFrom('open'),
  ],
  outcomes: outcomes({ effect: 'issue', status: 'recognition' }),
})

const aboutStatus = (): CaseType => ({
  ...blank,
  roles: [role('holder')],
  begins: { by: ['case-officer'], about: { status: 'recognition' }, basis: PROVISIONAL },
  states: [state('open', 'examined', { owner: 'case-officer' }), ...DECIDED],
  steps: [
    { code: 'begin', kind: 'begin', ...taken([], 'case-officer'), to: 'open' },
    ...decidedFrom('open'),
  ],
  outcomes: outcomes({ effect: 'end', as: 'annulled' }),
})

const DECIDED = [state('put', 'deciding', { owner: 'signer' }), state('over', 'ended')]

const decidedFrom = (from: StateCode): readonly StepRule[] => [
  {
    code: 'put',
    kind: 'propose',
    ...taken([from], 'case-officer'),
    to: 'put',
    outcomes: ['yes', 'no'],
  },
  { code: 'settle', kind: 'decide', ...taken(['put'], 'signer'), to: 'over', after: HEARD },
  { code: 'tell', kind: 'tell', ...taken(['over'], 'case-officer', 'system') },
]

/** What gives is favourable, and what takes rests on a ground. */
const outcomes = (effect: EffectRule): readonly OutcomeRule[] => [
  outcome('yes', { favourable: true, effects: effect.effect === 'issue' ? [effect] : [] }),
  outcome('no', {
    grounds: effect.effect === 'issue' ? 'refusal' : 'annulment',
    effects: effect.effect === 'issue' ? [] : [effect],
  }),
]
