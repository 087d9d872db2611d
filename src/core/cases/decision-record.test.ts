import { deepEqual, equal, notDeepEqual, ok, throws } from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { fold } from '#core/cases/folding.ts'
import type { Standing } from '#core/cases/standing.ts'
import type { Recorded } from '#core/cases/happenings.ts'
import { decisionRecords, recordBytes, type DecisionRecord } from '#core/cases/decision-record.ts'
import type { Pinned } from '#core/cases/filing.ts'
import type { Facts } from '#core/policy/evaluate.ts'
import {
  assessed,
  drafted,
  MONDAY,
  PINNED,
  RECOGNISE,
  refusing,
  submitted,
  TOY,
  type Case,
} from '#test/toy-case.ts'

const FACTS: Facts = { months: 172, level: '7', patents: 0, language: 'none' }

/** Of what can prove the criteria, this was sent in. */
const FILED = [{ kind: 'passport' }, { kind: 'diploma' }]

const played = (): Case => drafted(assessed({ EXP: 40, EDU: 25, ACH: 5 }))

function recordFor(standing: Standing, facts: Facts = FACTS, law: Pinned = PINNED): DecisionRecord {
  const scored = { scoring: TOY.scoring, facts }
  const recording = { scored, law, documents: FILED, on: MONDAY, by: 'signer' }
  const [record, ...others] = decisionRecords(standing, recording)
  ok(record && others.length === 0)
  return record
}

const bytesOf = (standing: Standing, facts?: Facts) => recordBytes(recordFor(standing, facts))

test('the record says everything that the decision rests on', () => {
  const record = recordFor(played().now)

  const { criteria, ...rest } = record
  deepEqual(rest, {
    v: 2,
    number: 'TOY-2026-000001',
    type: 'recognition',
    typeHash: 'hash-of-type',
    procedure: 'hash-of-procedure',
    scoring: 'hash-of-scoring',
    subject: 'ana',
    person: null,
    about: null,
    filedOn: MONDAY,
    decidedOn: MONDAY,
    outcome: 'recognised',
    grounds: [],
    reasoning: 'The points reach the pass mark.',
    translation: null,
    gives: [],
    passMark: 70,
    points: 70,
    opinions: [
      { body: 'guard', opinion: 'no-objection' },
      { body: 'watch', opinion: 'no-objection' },
    ],
    facts: FACTS,
    proposedBy: 'officer',
    decidedBy: 'signer',
    signer: null,
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

test('another point, reason, fact, ground, law or person is another record', () => {
  const { now } = played()
  const points = (EXP: number, EDU: number) => drafted(assessed({ EXP, EDU, ACH: 5 })).now
  const others: readonly Uint8Array[] = [
    bytesOf(points(41, 24)),
    bytesOf({ ...now, tasks: now.tasks.map((task) => ({ ...task, body: 'other' })) }),
    bytesOf(now, { ...FACTS, months: 171 }),
    bytesOf(now, { ...FACTS, level: '8' }),
    bytesOf(
      drafted(assessed({ EXP: 40, EDU: 25, ACH: 5 }), { ...RECOGNISE, reasoning: 'Else.' }).now,
    ),
    recordBytes(recordFor(now, FACTS, { ...PINNED, scoring: 'another-hash' })),
    recordBytes(recordFor(now, FACTS, { ...PINNED, procedure: 'another-hash' })),
    recordBytes(recordFor(now, FACTS, { ...PINNED, typeHash: 'another-hash' })),
    recordBytes({ ...recordFor(now), decidedBy: 'another' }),
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

test('what is decided where nothing is scored names no scoring, and nothing that follows from one', () => {
  const { now } = drafted(submitted(), refusing('R3'))
  const { scoring: _scoring, ...law } = PINNED
  const [record] = decisionRecords(now, { law, documents: [], on: MONDAY, by: 'signer' })
  ok(record)
  const { procedure, scoring, passMark, points, criteria, facts } = record
  deepEqual(
    { procedure, scoring, passMark, points, criteria, facts },
    {
      procedure: 'hash-of-procedure',
      scoring: null,
      passMark: null,
      points: null,
      criteria: [],
      facts: {},
    },
  )
})

test('the record says whom it names, what it gives, who signs, and what was translated', () => {
  const translation = { language: 'tr', reasoning: 'Puanlar yeterli.', reasons: {} } as const
  const { now } = drafted(assessed({ EXP: 40, EDU: 25, ACH: 5 }), { ...RECOGNISE, translation })
  const person = { surname: 'F', givenNames: 'A', birthDate: '1987', passportNumber: 'C1' }
  const given = { status: 'recognition', number: 'S-1', from: MONDAY, until: MONDAY }
  const [record] = decisionRecords(now, {
    law: PINNED,
    documents: [],
    on: MONDAY,
    by: 'signer',
    signer: { name: 'Kamran', role: 'signer' },
    subjects: { ana: { person, gives: [given] }, bruno: { gives: [] } },
  })
  ok(record)
  const { person: named, gives, signer, translation: translated } = record
  deepEqual([named, gives], [person, [given]])
  deepEqual([signer, translated], [{ name: 'Kamran', role: 'signer' }, translation])
})

test('everybody whom a case is about has a record of their own', () => {
  const { now } = played()
  const [proposal] = now.proposed?.proposals ?? []
  ok(proposal && now.proposed)
  const proposals = [proposal, { ...proposal, subject: 'bruno', outcome: 'refused' }]
  const scored = { scoring: TOY.scoring, facts: FACTS }
  const recording = { scored, law: PINNED, documents: [], on: MONDAY, by: 'signer' }
  const records = decisionRecords({ ...now, proposed: { ...now.proposed, proposals } }, recording)
  deepEqual(
    records.map(({ subject, outcome }) => [subject, outcome]),
    [
      ['ana', 'recognised'],
      ['bruno', 'refused'],
    ],
  )
})

test('nothing is recorded of a case in which nothing is proposed, or that has no number', () => {
  throws(() => recordFor(submitted().now), /is proposed before it is taken/)
  const { number: _, ...unnumbered } = played().now
  throws(() => recordFor(unnumbered), /has a number/)
})

/** Of the toy case as it is played here; where only the code changes, this does not. */
const GOLDEN = '8ce446332139852034520ac402a26e01f8aeaae45950566e474a297d667d8a84'

test('a record that was once signed has the same bytes for ever', () => {
  const bytes = bytesOf(played().now)
  equal(createHash('sha256').update(bytes).digest('hex'), GOLDEN)
})
