import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate, isoMoment } from '#core/dated.ts'
import { stepOf } from '#core/cases/life.ts'
import { audienceOf, EVENT_PRIVACY, isEventKind } from '#core/cases/privacy.ts'
import type { CaseEvent } from '#core/cases/happenings.ts'
import { toyAnnulment, toyType } from '#test/toy-types.ts'

/** One of each event with all its own fields, and SECRET wherever a person writes freely. */
const SECRET = 'My neighbour told me.'
const mark = { subject: 'ana', kind: 'document', document: 'passport', note: SECRET } as const
const answers = { person: [{ id: 'p1', values: { surname: SECRET } }] }
const proposals = [{ subject: 'ana', outcome: 'refused', grounds: ['R1'], reasoning: SECRET }]

type EventOf<Kind extends CaseEvent['kind']> = Extract<CaseEvent, { kind: Kind }>

const EVENTS: {
  readonly [Kind in CaseEvent['kind']]: Required<Omit<EventOf<Kind>, 'told' | 'tells'>>
} = {
  begin: {
    kind: 'begin',
    type: 'recognition',
    parties: [{ id: 'ana', role: 'applicant', isSubject: true }],
    number: 'ANN-2026-000001',
    about: 'TOY-S-2026-000001',
    contests: { decision: 'decision-1', case: 'case-1', number: 'TOY-2026-000001' },
    consults: [{ subject: 'ana', service: 'entry' }],
  },
  file: {
    kind: 'file',
    number: 'TOY-2026-000001',
    tier: 'fast',
    field: 'bridges',
    procedure: 'hash',
    scoring: 'hash',
    typeHash: 'hash',
    filed: [{ subject: 'ana', answers, documents: ['d1'], confirmed: [] }],
    part: true,
    consults: [{ subject: 'ana', service: 'toy-register' }],
  },
  return: { kind: 'return', marks: [mark], explanation: SECRET },
  ask: {
    kind: 'ask',
    asked: [{ id: 'score/works', kind: 'points', step: 'score', body: 'works' }],
    consults: [{ subject: 'ana', service: 'toy-opinion', body: 'works' }],
  },
  answer: {
    kind: 'answer',
    task: 'score/works',
    body: 'works',
    points: { EXP: 40 },
    objects: true,
    says: SECRET,
    documents: ['d2'],
    recorded: { option: SECRET, on: isoDate('2026-09-02') },
    vote: SECRET,
    reasons: { EXP: SECRET },
  },
  confirm: {
    kind: 'confirm',
    service: 'toy-register',
    body: 'works',
    found: [
      {
        subject: 'ana',
        result: SECRET,
        says: [{ surname: SECRET }],
        from: {
          system: 'toy',
          at: isoMoment('2026-09-02T08:00:00.000Z'),
          message: 'm',
          sha256: 'h',
        },
      },
    ],
  },
  consult: {
    kind: 'consult',
    consults: [{ subject: 'ana', service: 'toy-register' }],
    purpose: SECRET,
  },
  extend: { kind: 'extend', reason: SECRET },
  propose: { kind: 'propose', proposals, asked: [] },
  'send-back': { kind: 'send-back', reason: SECRET },
  decide: {
    kind: 'decide',
    decisions: [{ subject: 'ana', outcome: 'refused', record: 'hash' }],
    asked: [],
  },
  tell: {
    kind: 'tell',
    tellings: [
      {
        record: 'hash',
        party: 'ana',
        means: 'deemed',
        on: isoDate('2026-04-06'),
        isProvisional: true,
        until: { council: isoDate('2026-05-06'), court: isoDate('2026-05-06') },
      },
    ],
  },
  end: {
    kind: 'end',
    leaves: 'ana',
    reason: SECRET,
    consults: [{ subject: 'ana', service: 'forward-case', does: 'withdraw' }],
  },
  lapse: { kind: 'lapse', silent: ['x'], notice: isoDate('2026-09-02'), proposals },
  reopen: {
    kind: 'reopen',
    reason: SECRET,
    done: false,
    decision: 'decision-1',
    whose: ['ana'],
    binding: true,
  },
  assign: { kind: 'assign', of: 'case-officer', to: 'official-1' },
  say: { kind: 'say', said: [{ subject: 'ana', text: SECRET }], note: SECRET },
  report: {
    kind: 'report',
    service: 'forward-case',
    reports: [
      {
        subject: 'ana',
        as: 'refuses',
        n: 2,
        note: SECRET,
        number: SECRET,
        from: {
          system: 'toy',
          at: isoMoment('2026-09-02T08:00:00.000Z'),
          message: 'm',
          sha256: 'h',
        },
      },
    ],
    settles: ['ana'],
    consults: [{ subject: 'ana', service: 'forward-case', does: 'ask' }],
  },
  recall: {
    kind: 'recall',
    reason: SECRET,
    done: true,
    consults: [{ subject: 'ana', service: 'forward-case', does: 'recall' }],
  },
  move: { kind: 'move', typeHash: 'hash', states: { submitted: 'with-officer' } },
}

const isOneOf = (fields: readonly string[], field: string): boolean => fields.includes(field)

test('what a person writes freely is sealed in every event, and nothing sealed is absent', () => {
  for (const [kind, event] of Object.entries(EVENTS)) {
    ok(isEventKind(kind))
    const { sealed } = EVENT_PRIVACY[kind]
    const readable = Object.entries(event).filter(([field]) => !isOneOf(sealed, field))
    equal(JSON.stringify(readable).includes(SECRET), false, kind)
    for (const field of sealed) ok(Object.hasOwn(event, field), `${kind}.${field}`)
  }
})

const READABLE = {
  begin: ['type', 'parties', 'number', 'about', 'contests', 'consults'],
  file: ['number', 'tier', 'field', 'procedure', 'scoring', 'typeHash', 'part', 'consults'],
  return: [],
  ask: ['asked', 'consults'],
  answer: ['task', 'body'],
  extend: [],
  propose: ['asked'],
  'send-back': [],
  decide: ['decisions', 'asked'],
  tell: ['tellings'],
  end: ['leaves', 'consults'],
  lapse: ['silent', 'notice'],
  reopen: ['done', 'decision', 'whose', 'binding'],
  assign: ['of', 'to'],
  say: [],
  confirm: ['service', 'body'],
  consult: ['consults'],
  report: ['service', 'settles', 'consults'],
  recall: ['done', 'consults'],
  move: ['typeHash', 'states'],
}

test('whatever is not sealed is readable because this list says so', () => {
  const readable = Object.values(EVENTS).map((event) => {
    const { sealed } = EVENT_PRIVACY[event.kind]
    const fields = Object.keys(event).filter((field) => field !== 'kind' && !isOneOf(sealed, field))
    return [event.kind, fields]
  })
  deepEqual(Object.fromEntries(readable), READABLE)
})

test('answers, proposals and what goes back and forth about them stay in the office', () => {
  const inOffice = Object.keys(EVENTS).filter(
    (kind) => isEventKind(kind) && EVENT_PRIVACY[kind].audience === 'office',
  )
  deepEqual(inOffice, ['answer', 'confirm', 'consult', 'propose', 'send-back', 'reopen'])
})

test('a type may show a proposal to whoever is to be heard, and keep a step of time inside', () => {
  const [propose, annulling, silence] = [
    stepOf(toyType, 'draft-decision'),
    stepOf(toyAnnulment, 'propose-annulment'),
    stepOf(toyType, 'note-silence'),
  ]
  ok(propose && annulling && silence)
  equal(audienceOf(propose, 'propose'), 'office')
  equal(audienceOf(annulling, 'propose'), 'person')
  equal(audienceOf(silence, 'lapse'), 'office')
})

test('only kinds of event are kinds of event', () => {
  equal(isEventKind('decide'), true)
  equal(isEventKind('decision'), false)
  equal(isEventKind('toString'), false)
})
