import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { isoDate } from '#core/dated.ts'
import { problemsOfProcedure } from '#core/policy/check-procedure.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import { comfortProcedure, toyLaws, toyProcedure } from '#test/toy-rules.ts'

/** Where problems are and what they are, for a procedure that is spoilt in one place. */
const found = (said: Partial<Procedure>, procedure = toyProcedure) =>
  problemsOfProcedure({ ...procedure, ...said }, toyLaws).map(
    ({ path, reason }) => `${path.join('.')}: ${reason}`,
  )

test('a procedure that means what it says has no problems, whether others may object or not', () => {
  deepEqual(found({}), [])
  deepEqual(found({}, comfortProcedure), [])
})

test('a procedure can do without bodies, grounds and more, and stands by itself', () => {
  const { decisionBody: _body, recourse: _recourse, ...least } = comfortProcedure
  deepEqual(problemsOfProcedure({ ...least, bodies: [], grounds: [] }, toyLaws), [])
})

test('a code stands for one thing', () => {
  const { bodies, terms } = toyProcedure
  deepEqual(found({ bodies: [...bodies, ...bodies.slice(0, 1)] }), [
    'bodies.5: service is there already',
  ])
  deepEqual(found({ terms: [...terms, ...terms.slice(2, 3)] }), [
    'terms.16: completeness is there already',
  ])
  deepEqual(found({ objectionBodies: ['guard', 'guard'] }), [
    'objectionBodies.1: guard is there already',
  ])
})

test('the terms of delivering and contesting a decision are there', () => {
  for (const gone of ['delivery', 'appeal', 'court']) {
    deepEqual(found({ terms: toyProcedure.terms.filter(({ code }) => code !== gone) }), [
      `terms: the term ${gone} is missing`,
    ])
  }
})

test('bodies that decide or object are bodies that there are', () => {
  deepEqual(found({ decisionBody: 'gone' }), ['decisionBody: there is no body gone'])
  deepEqual(found({ objectionBodies: ['guard', 'gone'] }), [
    'objectionBodies.1: there is no body gone',
  ])
})

test('one ground at most follows from an objection, and one from points; a person chooses all others', () => {
  const grounds = (index: number, holds: 'chosen' | 'objection' | 'points-below-pass-mark') =>
    found({
      grounds: toyProcedure.grounds.map((each, at) => (at === index ? { ...each, holds } : each)),
    })
  deepEqual(grounds(0, 'chosen'), [])
  deepEqual(grounds(1, 'chosen'), [], 'what a body says is an opinion, and refuses nothing')
  deepEqual(grounds(2, 'objection'), ['grounds: 2 grounds hold by objection, not one at most'])
  deepEqual(grounds(2, 'points-below-pass-mark'), [
    'grounds: 2 grounds hold by points-below-pass-mark',
  ])
})

test('where nobody may object no ground says so, and nothing is said of silence', () => {
  deepEqual(found({ objectionBodies: [] }), [
    'silenceOfObjectionBody: it is said what silence means where some may object, and nowhere else',
    'grounds: 1 grounds hold by objection, and nobody may object',
  ])
  const { silenceOfObjectionBody: _silence, ...silent } = toyProcedure
  deepEqual(found({}, silent), [
    'silenceOfObjectionBody: it is said what silence means where some may object, and nowhere else',
  ])
})

test('a procedure is not over before it began', () => {
  deepEqual(found({ inForceUntil: isoDate('2026-01-01') }), [
    'inForceUntil: no longer in force before it ever was',
  ])
  deepEqual(found({ inForceUntil: isoDate('2026-01-02') }), [])
})

test('a tariff has a term for each tier, and in each row a price for each of them', () => {
  const duty = {
    code: 'duty',
    title: { az: 'Rüsum', tr: 'Harç', en: 'Duty', ru: 'Пошлина' },
    currency: 'AZN',
    tiers: [
      { code: 'normal', term: 'decision' },
      { code: 'fast', term: 'completeness' },
    ],
    rows: [
      {
        upTo: { length: 1, unit: 'years' },
        adult: { normal: 30, fast: 40 },
        minor: { normal: 15, fast: 25 },
      },
    ],
    basis: { '*': 'provisional' },
  } as const
  deepEqual(found({ tariffs: [duty] }), [])
  deepEqual(found({ tariffs: [duty, duty] }), ['tariffs.1: duty is there already'])
  const [normal] = duty.tiers
  deepEqual(found({ tariffs: [{ ...duty, tiers: [normal, { code: 'fast', term: 'gone' }] }] }), [
    'tariffs.0.tiers.1: there is no term gone',
  ])
  const unpriced = 'tariffs.0.rows.0: a row has one price for each of normal, fast'
  const [row] = duty.rows
  deepEqual(found({ tariffs: [{ ...duty, rows: [{ ...row, minor: { normal: 15 } }] }] }), [
    unpriced,
  ])
  const more = { ...row.adult, slow: 1 }
  deepEqual(found({ tariffs: [{ ...duty, rows: [{ ...row, adult: more }] }] }), [unpriced])
})
