import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import type { CaseEvent, CaseEventType } from '#core/lifecycle/application.ts'
import { EVENT_PRIVACY, isCaseEventType } from '#core/lifecycle/privacy.ts'

type EventOf<Type extends CaseEventType> = Extract<CaseEvent, { type: Type }>

/** One of each event, with SECRET wherever a person writes freely. */
const SECRET = 'My neighbour told me.'
const mark = { kind: 'document', document: 'passport', note: SECRET } as const
const answers = { person: [{ id: 'p1', values: { surname: SECRET } }] }

const EVENTS: { readonly [Type in CaseEventType]: EventOf<Type> } = {
  'application-begun': { type: 'application-begun', applicationType: 'recognition' },
  'discard-announced': { type: 'discard-announced', discardOn: isoDate('2026-09-02') },
  'draft-discarded': { type: 'draft-discarded' },
  'application-submitted': {
    type: 'application-submitted',
    number: 'TOY-2026-000001',
    field: 'bridges',
    ruleSet: 'hash',
    typeHash: 'hash',
    answers,
    documents: ['d1'],
  },
  'application-withdrawn': { type: 'application-withdrawn' },
  'application-accepted': {
    type: 'application-accepted',
    scorers: { EXP: 'works' },
    objectionBodies: ['guard'],
  },
  'application-returned': { type: 'application-returned', marks: [mark], explanation: SECRET },
  'application-resubmitted': { type: 'application-resubmitted', answers, documents: ['d1'] },
  'closing-proposed': { type: 'closing-proposed' },
  'application-left-unexamined': { type: 'application-left-unexamined' },
  'criterion-scored': {
    type: 'criterion-scored',
    criterion: 'EXP',
    body: 'works',
    points: 40,
    reason: SECRET,
  },
  'opinion-given': { type: 'opinion-given', body: 'guard', objects: true, reason: SECRET },
  'opinion-silent': { type: 'opinion-silent', body: 'guard' },
  'assessment-completed': { type: 'assessment-completed', points: 70 },
  'term-extended': { type: 'term-extended', reason: SECRET },
  'decision-drafted': {
    type: 'decision-drafted',
    outcome: 'refused',
    grounds: ['R1'],
    reasoning: SECRET,
  },
  'decision-sent-back': { type: 'decision-sent-back', reason: SECRET },
  'decision-signed': { type: 'decision-signed', outcome: 'refused', record: 'hash' },
  'annulment-proposed': {
    type: 'annulment-proposed',
    ground: 'A1',
    reason: SECRET,
    hearing: true,
  },
  'annulment-dropped': { type: 'annulment-dropped', reason: SECRET },
  'status-annulled': { type: 'status-annulled', ground: 'A1' },
  'death-reported': { type: 'death-reported', evidence: SECRET },
  'death-report-dismissed': { type: 'death-report-dismissed', reason: SECRET },
  'holder-death-confirmed': { type: 'holder-death-confirmed' },
  'status-expired': { type: 'status-expired' },
}

const isOneOf = (fields: readonly string[], field: string): boolean => fields.includes(field)

test('what a person writes freely is sealed in every event, and nothing sealed is absent', () => {
  for (const [type, event] of Object.entries(EVENTS)) {
    ok(isCaseEventType(type))
    const { sealed } = EVENT_PRIVACY[type]
    const readable = Object.entries(event).filter(([field]) => !isOneOf(sealed, field))
    equal(JSON.stringify(readable).includes(SECRET), false, type)
    for (const field of sealed) ok(Object.hasOwn(event, field), `${type}.${field}`)
  }
})

test('scores, opinions and drafts stay in the office until the decision is signed', () => {
  const inOffice = Object.keys(EVENTS).filter(
    (type) => isCaseEventType(type) && EVENT_PRIVACY[type].audience === 'office',
  )
  deepEqual(inOffice, [
    'criterion-scored',
    'opinion-given',
    'opinion-silent',
    'assessment-completed',
    'decision-drafted',
    'decision-sent-back',
    'death-reported',
    'death-report-dismissed',
    'holder-death-confirmed',
  ])
})

test('only the names of events are names of events', () => {
  equal(isCaseEventType('decision-signed'), true)
  equal(isCaseEventType('decision'), false)
  equal(isCaseEventType('toString'), false)
})
