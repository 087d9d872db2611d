import { isToMission } from '#core/cases/contesting.ts'
import type { Answers } from '#core/answers/answers.ts'
import { answer, type Given } from '#core/cases/answering.ts'
import { ask } from '#core/cases/asking.ts'
import type { Context, Held, People, StatusKnown, Step } from '#core/cases/context.ts'
import { decide, propose } from '#core/cases/deciding.ts'
import { giveBack, lapse } from '#core/cases/examining.ts'
import { begin as beginStep, submit, type Submission } from '#core/cases/filing.ts'
import type { Actor, Role } from '#core/cases/roles.ts'
import { applied } from '#core/cases/folding.ts'
import { subjectsOf, type Standing } from '#core/cases/standing.ts'
import type { Proposal, Recorded } from '#core/cases/happenings.ts'
import { addDays, isoDate, isoMoment, type IsoDate } from '#core/dated.ts'
import type { Calendars } from '#core/deadlines/working-days.ts'
import type { Outcome } from '#core/outcome.ts'
import { assert } from '#core/assert.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import { toyProcedure, toyScoring } from '#test/toy-rules.ts'
import { toyAnnulment, toyType } from '#test/toy-types.ts'

/** A case that is played: what is on record, and what it adds up to. */
export type Case = { readonly history: readonly Recorded[]; readonly now: Standing }

export const official = (id: string, roles: readonly Role[], body?: string): Actor =>
  body === undefined ? { id, roles } : { id, roles, body }

export const ANA = official('ana', [])
export const OFFICER = official('officer', ['case-officer'])
export const HEAD = official('head', ['head'])
export const SIGNER = official('signer', ['signer'])
export const TIME = official('system', ['system'])
export const WORKS = official('works-expert', ['expert'], 'works')
export const LEARNING = official('learning-expert', ['expert'], 'learning')
export const GUARD = official('guard-officer', ['objection-officer'], 'guard')
export const WATCH = official('watch-officer', ['objection-officer'], 'watch')

/** A Monday, with no day off work in the four weeks after it. */
export const MONDAY = isoDate('2026-04-06')

/** No year is decided, so that every year is the one that can be foreseen. */
export const calendars: Calendars = new Map()

export type Law = {
  readonly type: CaseType
  readonly procedure: Procedure
  readonly scoring?: Scoring
  readonly status?: StatusKnown
  readonly people?: People
}
export const TOY = { type: toyType, procedure: toyProcedure, scoring: toyScoring }

/** A status that holds for years yet. */
export const HELD: StatusKnown = {
  number: 'TOY-S-2026-000001',
  kind: 'recognition',
  inForce: true,
  until: isoDate('2031-04-05'),
}
/** The same, as a case of somebody knows it who has it in that role. */
export const heldAs = (role: string, kind = 'recognition', holder = 'ana'): Held => ({
  role,
  kind,
  holder,
  number: HELD.number,
  until: HELD.until,
})
export const ANNULMENT: Law = { type: toyAnnulment, procedure: toyProcedure, status: HELD }

export const contextOf = (by: Actor, on: IsoDate = MONDAY, law: Law = TOY): Context => ({
  by,
  at: isoMoment(`${on}T08:00:00.000Z`),
  on,
  calendars,
  ...law,
})

/** A step as it goes on record. */
export const recordOf = (
  { code, role, to, event }: Step,
  { by, on, at }: Pick<Context, 'by' | 'on' | 'at'>,
): Recorded => ({ at, on, by: by.id, role, step: code, to, event })

export function recorded(before: Case | undefined, record: Recorded): Case {
  const now = applied('toy-1', before?.now, record)
  return { history: [...(before?.history ?? []), record], now }
}

/** A case that has just begun: of an applicant, or by an official about a status. */
export function begin(law: Law = TOY, on: IsoDate = MONDAY): Case {
  const { type, status } = law
  const [role] = type.roles
  assert(role !== undefined, 'a type has a role')
  const by = type.begins.about && !isToMission(type.begins) ? OFFICER : ANA
  const parties = [{ id: ANA.id, role: role.code, isSubject: true }]
  const about = status === undefined ? {} : { about: status.number, number: 'ANN-2026-000001' }
  const context = contextOf(by, on, law)
  return recorded(undefined, recordOf(beginStep(context, { parties, ...about }), context))
}

/** The case after a step that was allowed; a refusal is a fault of the test. */
export function take(
  before: Case,
  context: Context,
  decided: (standing: Standing, context: Context) => Outcome<Step, unknown>,
): Case {
  const outcome = decided(before.now, context)
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

export const PINNED = {
  typeHash: 'hash-of-type',
  procedure: 'hash-of-procedure',
  scoring: 'hash-of-scoring',
}

type Sent = Partial<Omit<Submission, 'parts'> & Omit<Submission['parts'][number], 'subject'>>

export const submission = ({
  answers = fullAnswers,
  documents = fullDocuments,
  ...said
}: Sent = {}): Submission => ({
  step: 'submit',
  parts: [{ subject: ANA.id, answers, documents }],
  number: 'TOY-2026-000001',
  law: PINNED,
  adopted: true,
  ...said,
})

export const submitted = (on: IsoDate = MONDAY, said: Sent = {}): Case =>
  take(begin(TOY, on), contextOf(ANA, on), (standing, context) =>
    submit(standing, context, submission(said)),
  )

export const PASSPORT = {
  subject: 'ana',
  kind: 'document',
  document: 'passport',
  note: 'Not readable.',
} as const
export const SURNAME = {
  subject: 'ana',
  kind: 'field',
  block: 'person',
  item: 'p1',
  field: 'surname',
  note: 'Not as in the passport.',
} as const

export const returned = (on: IsoDate = MONDAY): Case =>
  take(submitted(on), contextOf(OFFICER, on), (standing, context) =>
    giveBack(standing, context, {
      step: 'return',
      marks: [PASSPORT, SURNAME],
      explanation: 'Please look again.',
    }),
  )

/** The case after the time for a correction has passed in silence. */
export const lapsed = (on: IsoDate): Case =>
  take(returned(), contextOf(TIME, on), (standing, context) =>
    lapse(standing, context, { step: 'propose-closing', touchedOn: on }),
  )

export const accepted = (on: IsoDate = MONDAY): Case =>
  take(submitted(on), contextOf(OFFICER, on), (standing, context) =>
    ask(standing, context, { step: 'accept' }),
  )

/** Points of a body for its criteria, each with a reason. */
export const given = (points: Readonly<Record<string, number>>): Given => ({
  step: 'score',
  points: Object.entries(points).map(([criterion, each]) => ({
    criterion,
    points: each,
    reason: `Seen in the documents for ${criterion}.`,
  })),
})

export const scoredBy = (before: Case, by: Actor, points: Readonly<Record<string, number>>): Case =>
  take(before, contextOf(by), (standing, context) => answer(standing, context, given(points)))

export const opinionBy = (before: Case, by: Actor, objects: boolean): Case =>
  take(before, contextOf(by), (standing, context) =>
    answer(standing, context, {
      step: 'give-opinion',
      objects,
      reason: objects ? 'A danger.' : '',
    }),
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

export type Draft = Omit<Proposal, 'subject'>

export const RECOGNISE: Draft = {
  outcome: 'recognised',
  grounds: [],
  reasoning: 'The points reach the pass mark.',
}

export const refusing = (...grounds: readonly string[]): Draft => ({
  outcome: 'refused',
  grounds,
  reasoning: 'The grounds hold.',
})

/** What is proposed for everybody whom the case is about. */
export const proposed =
  (draft: Draft, step = 'draft-decision') =>
  (standing: Standing, context: Context) =>
    propose(standing, context, {
      step,
      proposals: subjectsOf(standing).map((subject) => ({ subject, ...draft })),
    })

export const drafted = (before: Case, draft: Draft = RECOGNISE): Case =>
  take(before, contextOf(OFFICER), proposed(draft))

/** What is decided, with a record for everybody whom the case is about. */
export const decided =
  (step = 'sign', adopted = true) =>
  (standing: Standing, context: Context) =>
    decide(standing, context, {
      step,
      adopted,
      records: Object.fromEntries(subjectsOf(standing).map((id) => [id, 'f'.repeat(64)])),
    })

export const signed = (before: Case, on: IsoDate = MONDAY): Case =>
  take(before, contextOf(SIGNER, on), decided())

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
