import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import type { DecisionKnown, UndecidedKnown } from '#core/cases/context.ts'
import { failing, holdingOn, holds, meaningOf, type Known } from '#core/cases/holds.ts'
import { partOf } from '#core/cases/standing.ts'
import { TESTS, type Test } from '#core/cases/tests.ts'
import type { Answer, AskedTask, Standing } from '#core/cases/standing.ts'
import { isoDate, isoMoment } from '#core/dated.ts'
import {
  accepted,
  ANNULMENT,
  assessed,
  begin,
  contextOf,
  drafted,
  fullAnswers,
  HELD,
  MONDAY,
  OFFICER,
  proposed,
  refusing,
  submitted,
  take,
  TOY,
  heldAs,
} from '#test/toy-case.ts'

const known = (said: Partial<Known> = {}): Known => ({ ...TOY, on: MONDAY, ...said })
const of = (standing: Known['standing']) => known(standing === undefined ? {} : { standing })

/** The same application of somebody born that day. */
function born(on: string) {
  const [person] = fullAnswers['person'] ?? []
  const answers = {
    ...fullAnswers,
    person: [{ id: 'p1', values: { ...person?.values, 'born-on': on } }],
  }
  return of(submitted(MONDAY, { answers }).now)
}

const proposal = (ground: string) =>
  take(
    begin(ANNULMENT),
    contextOf(OFFICER, MONDAY, ANNULMENT),
    proposed({ outcome: 'annulled', grounds: [ground], reasoning: 'x' }, 'propose-annulment'),
  ).now

const REFUSAL: DecisionKnown = {
  id: 'decision-1',
  outcome: 'refused',
  decidedOn: MONDAY,
  inForce: true,
  tookPart: [],
  of: { id: 'case-1', type: 'recognition', number: 'TOY-2026-000001', state: 'decided' },
}
/** A case that waits for its decision. */
const WAITING: UndecidedKnown = { of: REFUSAL.of, tookPart: [], isUndecided: true }

/** A case in which one thing was asked, answered or not. */
const answered = (task: {
  readonly kind: AskedTask['kind']
  readonly answer?: Partial<Answer>
}): Standing => ({
  ...begin().now,
  tasks: [
    {
      id: 'answer',
      step: 'answer',
      version: 0,
      kind: task.kind,
      ...(task.answer ? { answer: { reasons: {}, by: 'x', on: MONDAY, ...task.answer } } : {}),
    },
  ],
})

/** As many were asked for their vote, and some gave it. */
const voted = (...votes: readonly (string | undefined)[]): Known =>
  of({
    ...begin().now,
    tasks: votes.flatMap(
      (vote) =>
        answered({ kind: 'vote', ...(vote === undefined ? {} : { answer: { vote } }) }).tasks,
    ),
  })

const ADULT: Test = { test: 'age-at-least', years: 18 }
const all = assessed({ EXP: 45, EDU: 25, ACH: 0 })
const rich = all.now
const poor = assessed({ EXP: 44, EDU: 25, ACH: 0 }).now

/** Two people in one case. */
const family = {
  ...rich,
  parties: [...rich.parties, { id: 'ben', role: 'spouse', isSubject: true }],
}

const CONSULTED = {
  subject: 'ana',
  service: 'border',
  obligatory: true,
  askedOn: isoDate('2026-04-06'),
} as const

/** In force on the day on which the tests are asked. */
function heldFrom(from: string) {
  return { kind: 'permit', from: isoDate(from), until: isoDate('2027-04-05') }
}

/** Each test where it holds, where it does not, and where nothing is known of what it asks. */
const CASES: readonly (readonly [Test, yes: Known, no: Known, unknown: Known])[] = [
  [ADULT, born('2008-04-06'), born('2008-04-07'), of(begin().now)],
  [{ test: 'younger-than', years: 18 }, born('2008-04-07'), born('2008-04-06'), of(begin().now)],
  [
    { test: 'answers', meaning: 'birth-date', is: ['2008-04-05', '2008-04-06'] },
    born('2008-04-06'),
    born('2008-04-07'),
    of(begin().now),
  ],
  [{ test: 'scored' }, of(rich), of(accepted().now), known()],
  [{ test: 'points-reach-pass-mark' }, of(rich), of(poor), known()],
  [
    { test: 'nobody-objects' },
    of(rich),
    of(assessed({ EXP: 45, EDU: 25, ACH: 0 }, true).now),
    known(),
  ],
  [
    { test: 'status-in-force' },
    known({ status: HELD }),
    known({ status: { ...HELD, inForce: false } }),
    known(),
  ],
  [
    { test: 'heard' },
    of(answered({ kind: 'reply', answer: { says: 'No.' } })),
    of(answered({ kind: 'reply' })),
    known(),
  ],
  [
    { test: 'recorded', step: 'answer', option: 'paid' },
    of(answered({ kind: 'record', answer: { recorded: { option: 'paid', on: MONDAY } } })),
    of(answered({ kind: 'record', answer: { recorded: { option: 'unpaid', on: MONDAY } } })),
    known(),
  ],
  [
    { test: 'voted', for: 'upheld' },
    voted('upheld', 'changed', 'upheld'),
    voted('upheld', 'changed', 'upheld', 'changed'),
    known(),
  ],
  [
    { test: 'proposed', outcome: 'annulled' },
    of(proposal('A2')),
    of(drafted(assessed({ EXP: 45, EDU: 25, ACH: 0 })).now),
    known(),
  ],
  [
    { test: 'status-not-expired' },
    known({ status: { ...HELD, until: MONDAY } }),
    known({ status: { ...HELD, until: isoDate('2026-04-05') } }),
    known(),
  ],
  [{ test: 'nothing-given' }, of(drafted(all, refusing('R3')).now), of(drafted(all).now), of(rich)],
  [
    { test: 'in-role', role: 'applicant' },
    of(partOf(family, 'ana')),
    of(partOf(family, 'ben')),
    known(),
  ],
  [
    { test: 'nothing-against-erasing' },
    known({ againstErasing: [] }),
    known({ againstErasing: ['status'] }),
    known(),
  ],
  [
    { test: 'type-open', type: 'annulment' },
    known({ party: { open: ['annulment'], holds: [] } }),
    known({ party: { open: ['recognition'], holds: [] } }),
    known(),
  ],
  [
    { test: 'concerns-own-case' },
    known({
      ownCases: [
        {
          id: 'earlier',
          number: 'HQM-2026-000001',
          type: 'toy',
          since: isoMoment('2026-03-02T06:00:00.000Z'),
        },
      ],
    }),
    known({ ownCases: [] }),
    known(),
  ],
  [
    { test: 'same-type-open' },
    known({ party: { open: ['recognition'], holds: [] } }),
    known({ party: { open: ['annulment'], holds: [] } }),
    known(),
  ],
  [
    { test: 'holds', status: 'recognition' },
    known({ party: { open: [], holds: ['recognition'] } }),
    known({ party: { open: [], holds: ['permit'] } }),
    known(),
  ],
  [
    { test: 'holds', status: 'recognition', role: 'sponsor' },
    known({ held: [heldAs('sponsor')] }),
    known({ held: [heldAs('applicant')] }),
    known({ party: { open: [], holds: ['recognition'] } }),
  ],
  [
    { test: 'holds-any', of: [{ status: 'permit' }, { status: 'recognition' }] },
    known({ party: { open: [], holds: ['recognition'] } }),
    known({ party: { open: [], holds: ['stay'] } }),
    known(),
  ],
  [
    { test: 'held-for', statuses: ['permit', 'lasting'], years: 1 },
    known({ party: { open: [], holds: ['permit'], held: [heldFrom('2025-04-06')] } }),
    known({ party: { open: [], holds: ['permit'], held: [heldFrom('2025-04-07')] } }),
    known({ party: { open: [], holds: ['permit'] } }),
  ],
  [
    {
      test: 'holds-any',
      of: [
        { status: 'permit', role: 'applicant' },
        { status: 'recognition', role: 'sponsor' },
      ],
    },
    known({ held: [heldAs('sponsor')] }),
    known({ held: [heldAs('applicant')] }),
    known({ party: { open: [], holds: ['recognition'] } }),
  ],
  [
    { test: 'registers-answered' },
    of({ ...submitted().now, registers: [{ ...CONSULTED, answered: isoDate('2026-04-06') }] }),
    of({ ...submitted().now, registers: [CONSULTED] }),
    known(),
  ],
  [
    { test: 'decision-in-force' },
    known({ contested: REFUSAL }),
    known({ contested: { ...REFUSAL, inForce: false } }),
    known(),
  ],
  [
    { test: 'decision-gone' },
    known({ contested: { ...REFUSAL, inForce: false } }),
    known({ contested: REFUSAL }),
    known(),
  ],
  [
    { test: 'decision-took-status' },
    known({
      contested: {
        ...REFUSAL,
        took: { number: HELD.number, until: HELD.until, as: 'annulled', isHeld: false },
      },
    }),
    known({ contested: REFUSAL }),
    known(),
  ],
  [
    { test: 'decision-unfavourable' },
    known({ contested: REFUSAL, favourable: false }),
    known({ contested: REFUSAL, favourable: true }),
    known({ contested: REFUSAL }),
  ],
  [
    { test: 'nothing-decided' },
    known({ undecided: WAITING }),
    known({ undecided: { ...WAITING, isUndecided: false } }),
    known(),
  ],
  [
    { test: 'overdue' },
    known({ undecided: WAITING, overdue: true }),
    known({ undecided: WAITING, overdue: false }),
    known({ undecided: WAITING }),
  ],
]

test('each test holds or not by what is known, and what is not known does not hold', () => {
  for (const [each, yes, no, unknown] of CASES) {
    deepEqual(
      [holds(each, yes), holds(each, no), holds(each, unknown)],
      [true, false, false],
      each.test,
    )
  }
  const inRole: Test = { test: 'in-role', role: 'applicant' }
  equal(holds(inRole, of(rich)), true, 'who is alone in a case is whom it is asked of')
  equal(holds(inRole, of(family)), false, 'of several it is asked of all')
  equal(holds({ test: 'no-hearing-asked' }, of(proposal('A2'))), true)
  equal(holds({ test: 'no-hearing-asked' }, of(proposal('A1'))), false)
  const tested = new Set([...CASES.map(([{ test: name }]) => name), 'no-hearing-asked'])
  deepEqual([...tested].sort(), [...TESTS].sort())
})

test('a reply that is not given is none, and silence ends the wait for it', () => {
  const silent = answered({ kind: 'reply' })
  const over = {
    ...silent,
    tasks: silent.tasks.map((task) => ({ ...task, silent: true as const })),
  }
  equal(holds({ test: 'heard' }, of(over)), true)
})

test('a majority is more than half of the votes, and fewer than have to vote are none', () => {
  const forUpheld: Test = { test: 'voted', for: 'upheld' }
  equal(holds(forUpheld, voted('upheld', 'upheld')), false)
  equal(holds(forUpheld, voted('upheld', 'upheld', undefined)), false)
  equal(holds(forUpheld, voted('upheld', 'upheld', 'changed')), true)
  equal(holds(forUpheld, voted('upheld', 'upheld', 'changed', 'changed', 'upheld')), true)
  const { procedure, ...rest } = voted('upheld', 'upheld', 'upheld')
  const { quorum: _quorum, ...without } = procedure
  equal(holds(forUpheld, { ...rest, procedure: without }), false)
})

test('a person whose birthday is not known is as old as can be', () => {
  const { now } = submitted()
  const bornIn = (date: string) => {
    const answers = { person: [{ id: 'p1', values: { 'born-on': date } }] }
    return of({ ...now, filings: now.filings.map((filing) => ({ ...filing, answers })) })
  }
  equal(holds(ADULT, bornIn('2008')), true)
  equal(holds(ADULT, bornIn('2009')), false)
  const young: Test = { test: 'younger-than', years: 18 }
  equal(holds(young, bornIn('2008')), true, 'they can be')
  equal(holds(young, bornIn('2007')), false)
})

test('of several the first that does not hold is named, and whose answer it rests on', () => {
  const scored: Test = { test: 'scored' }
  deepEqual(failing([ADULT, scored], born('2010-01-01')), ADULT)
  deepEqual(failing([ADULT, scored], born('1987-03-27')), scored)
  equal(failing([ADULT], born('1987-03-27')), undefined)
  equal(meaningOf(ADULT), 'birth-date')
  equal(meaningOf({ test: 'answers', meaning: 'sex', is: ['f'] }), 'sex')
  equal(meaningOf(scored), undefined)
})

test('what the same person holds elsewhere counts for years, and is held by them', () => {
  const long: Test = { test: 'held-for', statuses: ['permit'], years: 2 }
  const before = { kind: 'permit', from: isoDate('2024-03-01'), until: isoDate('2025-02-28') }
  const own = { kind: 'permit', from: isoDate('2025-03-01'), until: isoDate('2028-02-29') }
  const on = (day: string, held: Parameters<typeof holdingOn>[0]) =>
    holds(long, known({ on: isoDate(day), party: { open: [], ...holdingOn(held, isoDate(day)) } }))
  const both = [own, { ...before, apart: true as const }]
  equal(on('2026-03-01', [own]), false, 'by itself a year too short')
  equal(on('2026-02-28', both), false)
  equal(on('2026-03-01', both), true)
  const broken = { ...before, until: isoDate('2025-02-27'), apart: true as const }
  equal(on('2026-03-01', [own, broken]), false, 'a day between')
  const elsewhere = holdingOn([{ ...own, apart: true }], isoDate('2026-03-01'))
  deepEqual(elsewhere.holds, ['permit'])
})
