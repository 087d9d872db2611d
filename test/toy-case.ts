import { assert } from '#core/assert.ts'
import type { Answers } from '#core/answers/answers.ts'
import { addDays, isoDate, isoMoment, type IsoDate } from '#core/dated.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import { accept } from '#core/lifecycle/examine.ts'
import {
  applied,
  type Actor,
  type Application,
  type CaseEvent,
  type Recorded,
} from '#core/lifecycle/application.ts'
import { submit, type Submission } from '#core/lifecycle/apply.ts'
import { giveOpinion, score } from '#core/lifecycle/assess.ts'
import { draftDecision, sign, type Drafted } from '#core/lifecycle/decide.ts'
import type { Role } from '#core/lifecycle/lifecycle.ts'
import type { Context, Step } from '#core/lifecycle/step.ts'
import type { Outcome } from '#core/outcome.ts'
import type { ApplicationType } from '#core/policy/application-type.ts'
import type { RuleSet } from '#core/policy/rule-set.ts'
import { toyRules } from '#test/toy-rules.ts'
import { toyType } from '#test/toy-types.ts'

/** A case that is played: what is on record, and what it adds up to. */
export type Case = { readonly history: readonly Recorded[]; readonly now: Application }

export const official = (id: string, roles: readonly Role[], body?: string): Actor =>
  body === undefined ? { id, roles } : { id, roles, body }

export const ANA = official('ana', ['applicant'])
export const OFFICER = official('officer', ['case-officer'])
export const SIGNER = official('signer', ['signer'])
export const SYSTEM = official('system', ['system'])
export const WORKS = official('works-expert', ['expert'], 'works')
export const LEARNING = official('learning-expert', ['expert'], 'learning')
export const GUARD = official('guard-officer', ['objection-officer'], 'guard')
export const WATCH = official('watch-officer', ['objection-officer'], 'watch')

/** A Monday, with no day off work in the four weeks after it. */
export const MONDAY = isoDate('2026-04-06')

/** No year is decided, so that every year is the one that can be foreseen. */
export const calendars: Calendars = new Map()

export type Law = { readonly type: ApplicationType; readonly rules: RuleSet }
export const TOY: Law = { type: toyType, rules: toyRules }

export const contextOf = (by: Actor, on: IsoDate = MONDAY, law: Law = TOY): Context => ({
  by,
  on,
  lifecycle: law.type.lifecycle,
  rules: law.rules,
  calendars,
})

/** The events of a step as they go on record. */
export function recordOf({ action, to, events }: Step, { by, on }: Context): readonly Recorded[] {
  const [role] = by.roles
  assert(role !== undefined, 'an actor has a role')
  const at = isoMoment(`${on}T08:00:00.000Z`)
  return events.map((event) => ({ at, on, by: by.id, role, action, to, event }))
}

export function begin(type: ApplicationType = toyType, on: IsoDate = MONDAY): Case {
  const event: CaseEvent = { type: 'application-begun', applicationType: type.code }
  const step: Step = { action: 'begin', to: 'draft', events: [event] }
  return recorded(undefined, recordOf(step, contextOf(ANA, on)))
}

export function recorded(before: Case | undefined, records: readonly Recorded[]): Case {
  let now = before?.now
  for (const record of records) now = applied('toy-1', now, record)
  assert(now !== undefined, 'something is on record')
  return { history: [...(before?.history ?? []), ...records], now }
}

/** The case after a step that was allowed; a refusal is a fault of the test. */
export function take(
  before: Case,
  context: Context,
  decide: (application: Application, context: Context) => Outcome<Step, unknown>,
): Case {
  const outcome = decide(before.now, context)
  assert(outcome.ok, `a step was refused: ${JSON.stringify(outcome)}`)
  return recorded(before, recordOf(outcome.value, context))
}

export const fullAnswers: Answers = {
  person: [
    {
      id: 'p1',
      values: {
        surname: 'Ferreira',
        'born-on': '1987-03-27',
        stateless: 'no',
        citizenships: ['PRT'],
      },
    },
  ],
  field: [{ id: 'f1', values: { field: 'bridges' } }],
  education: [{ id: 'e1', values: { level: '7', school: 'Porto' } }],
  experience: [
    { id: 'x1', values: { 'in-field': 'yes', from: '2012-01', to: '2019-12' } },
    { id: 'x2', values: { 'in-field': 'yes', from: '2018-01' } },
  ],
  achievements: [],
  languages: [],
}

export const fullDocuments = [
  { id: 'd1', kind: 'passport' },
  { id: 'd2', kind: 'diploma' },
] as const

export const submission = (said: Partial<Submission> = {}): Submission => ({
  type: toyType,
  answers: fullAnswers,
  documents: fullDocuments,
  number: 'TOY-2026-000001',
  ruleSet: 'hash-of-rules',
  typeHash: 'hash-of-type',
  adopted: true,
  ...said,
})

export const submitted = (on: IsoDate = MONDAY): Case =>
  take(begin(), contextOf(ANA, on), (application, context) =>
    submit(application, context, submission()),
  )

export const accepted = (on: IsoDate = MONDAY): Case =>
  take(submitted(on), contextOf(OFFICER, on), accept)

/** Points of a body for its criteria, each with a reason. */
export const given = (points: Readonly<Record<string, number>>) =>
  Object.entries(points).map(([criterion, each]) => ({
    criterion,
    points: each,
    reason: `Seen in the documents for ${criterion}.`,
  }))

export const scoredBy = (before: Case, by: Actor, points: Readonly<Record<string, number>>): Case =>
  take(before, contextOf(by), (application, context) => score(application, context, given(points)))

export const opinionBy = (before: Case, by: Actor, objects: boolean): Case =>
  take(before, contextOf(by), (application, context) =>
    giveOpinion(application, context, { objects, reason: objects ? 'A danger.' : '' }),
  )

/** A case in which everybody has spoken: points by criterion, and whether the guard objects. */
export function assessed(
  points: { readonly EXP: number; readonly EDU: number; readonly ACH: number },
  objects = false,
): Case {
  const { EXP, EDU, ACH } = points
  const scored = scoredBy(scoredBy(accepted(), WORKS, { EXP }), LEARNING, { EDU, ACH })
  return opinionBy(opinionBy(scored, GUARD, objects), WATCH, false)
}

export const RECOGNISE: Drafted = {
  outcome: 'recognised',
  grounds: [],
  reasoning: 'The points reach the pass mark.',
}

export const refusing = (...grounds: readonly string[]): Drafted => ({
  outcome: 'refused',
  grounds,
  reasoning: 'The grounds hold.',
})

export const drafted = (before: Case, draft: Drafted = RECOGNISE): Case =>
  take(before, contextOf(OFFICER), (application, context) =>
    draftDecision(application, context, draft),
  )

export const signed = (before: Case, on: IsoDate = MONDAY): Case =>
  take(before, contextOf(SIGNER, on), (application, context) =>
    sign(application, context, { record: 'f'.repeat(64), adopted: true }),
  )

export const recognised = (on: IsoDate = MONDAY): Case =>
  signed(drafted(assessed({ EXP: 50, EDU: 15, ACH: 5 })), on)

/** The day before, the day and the day after. */
export const around = (date: string): readonly [IsoDate, IsoDate, IsoDate] => [
  addDays(isoDate(date), -1),
  isoDate(date),
  addDays(isoDate(date), 1),
]

/** What became of a decision: the state it leads to, or the reason why not. */
export const told = (outcome: Outcome<Step, { readonly reason: string }>): string =>
  outcome.ok ? outcome.value.to : outcome.refusal.reason
