import { deepEqual, equal, notDeepEqual, throws } from 'node:assert/strict'
import { test } from 'node:test'
import { fold, type Application, type Recorded } from '#core/lifecycle/application.ts'
import { decisionRecord, recordBytes } from '#core/lifecycle/decision-record.ts'
import type { Facts } from '#core/policy/evaluate.ts'
import { assessed, drafted, MONDAY, refusing, submitted, TOY, type Case } from '#test/toy-case.ts'

const FACTS: Facts = { months: 172, level: '7', patents: 0, language: 'none' }

/** Of what can prove the criteria, this was sent in. */
const FILED = [{ kind: 'passport' }, { kind: 'diploma' }]

const played = (): Case => drafted(assessed({ EXP: 40, EDU: 25, ACH: 5 }))

const recordFor = (application: Application, facts: Facts = FACTS) =>
  decisionRecord(application, {
    rules: TOY.rules,
    facts,
    documents: FILED,
    on: MONDAY,
    by: 'signer',
  })

const bytesOf = (application: Application, facts?: Facts) =>
  recordBytes(recordFor(application, facts))

test('the record says everything that the decision rests on', () => {
  const record = recordFor(played().now)

  const { criteria, ...rest } = record
  deepEqual(rest, {
    v: 1,
    number: 'TOY-2026-000001',
    applicationType: 'recognition',
    typeHash: 'hash-of-type',
    ruleSet: 'hash-of-rules',
    submittedOn: MONDAY,
    decidedOn: MONDAY,
    outcome: 'recognised',
    grounds: [],
    reasoning: 'The points reach the pass mark.',
    passMark: 70,
    points: 70,
    opinions: [
      { body: 'guard', opinion: 'no-objection' },
      { body: 'watch', opinion: 'no-objection' },
    ],
    facts: FACTS,
    draftedBy: 'officer',
    signedBy: 'signer',
  })
  deepEqual(
    criteria.map(({ criterion, body, points, pointsMax, estimate }) => [
      criterion,
      body,
      points,
      pointsMax,
      estimate.points,
    ]),
    [
      ['EXP', 'works', 40, 50, 50],
      ['EDU', 'learning', 25, 30, 25],
      ['ACH', 'learning', 5, 20, 0],
    ],
  )
  deepEqual(criteria[0]?.clause, 'provisional')
  const evidence = criteria.map((each) => each.evidence)
  deepEqual(evidence, [[], ['diploma'], []], 'no reference was sent in')
})

test('replayed from the events as they are kept, the record has the same bytes', () => {
  const { now, history } = played()
  const kept = JSON.parse(JSON.stringify(history)) as readonly Recorded[]

  const replayed = fold(now.id, kept)

  deepEqual(replayed && bytesOf(replayed), bytesOf(now))
})

test('the order in which facts were written does not change a byte', () => {
  const turned = Object.fromEntries(Object.entries(FACTS).reverse())
  deepEqual(bytesOf(played().now, turned), bytesOf(played().now))
})

test('another point, reason, fact, ground or signer is another record', () => {
  const { now } = played()
  const EXP = now.scores['EXP']
  const others: readonly Uint8Array[] = [
    bytesOf(drafted(assessed({ EXP: 41, EDU: 24, ACH: 5 })).now),
    bytesOf({ ...now, scores: { ...now.scores, EXP: { ...EXP, reason: 'Else.' } as never } }),
    bytesOf(now, { ...FACTS, months: 171 }),
    bytesOf(now, { ...FACTS, level: '8' }),
    bytesOf({ ...now, opinions: { ...now.opinions, guard: 'silent' } }),
    bytesOf({ ...now, ruleSet: 'another-hash' }),
    bytesOf({ ...now, typeHash: 'another-hash' }),
    bytesOf({ ...now, draft: { ...now.draft, reasoning: 'Else.' } as never }),
    recordBytes({ ...recordFor(now), signedBy: 'another' }),
  ]
  for (const bytes of others) notDeepEqual(bytes, bytesOf(now))
  equal(new Set(others.map((bytes) => Buffer.from(bytes).toString('hex'))).size, others.length)
})

test('a decision before scoring has no points, rather than none', () => {
  const record = recordFor(drafted(submitted(), refusing('R3')).now)
  equal(record.points, null)
  deepEqual(record.criteria, [])
  deepEqual(record.grounds, ['R3'])
})

test('nothing is recorded of a case that was not drafted or not submitted', () => {
  throws(() => recordFor(submitted().now), /is drafted before it is signed/)
  const { number: _, ...unnumbered } = played().now
  throws(() => recordFor(unnumbered), /has a number/)
})
