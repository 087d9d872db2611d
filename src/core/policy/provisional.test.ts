import { deepEqual, equal } from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'yaml'
import { basisOf, isProvisional, lawOf } from '#core/policy/basis.ts'
import { entriesIn, provisionalValues } from '#core/policy/provisional.ts'
import type { Scoring } from '#core/policy/scoring.ts'
import { toyLaws, toyProcedure, toyScoring } from '#test/toy-rules.ts'
import { toyType } from '#test/toy-types.ts'

const shipped = (path: string): unknown =>
  parse(readFileSync(new URL(`../../../policy/${path}`, import.meta.url), 'utf8'))

test('every value that rests on nothing yet is told by its place', () => {
  const basis = { '*': 'provisional', passMark: 'toy-act/1' }
  const document = {
    passMark: 70,
    returnsMax: 3,
    criteria: [
      { code: 'EXP', pointsMax: 35, basis: { code: 'toy-act', pointsMax: 'provisional' } },
      { code: 'EDU', pointsMax: 25, basis: { code: 'toy-act', pointsMax: 'toy-act' } },
    ],
    states: [
      {
        code: 'draft',
        stage: 'draft',
        clock: 'idle',
        basis: { '*': 'provisional', code: 'toy-act' },
      },
    ],
    steps: [{ code: 'send', kind: 'file', by: ['applicant'], basis: { '*': 'provisional' } }],
    basis,
  }
  deepEqual(provisionalValues(document), [
    { path: 'returnsMax', value: 3 },
    { path: 'criteria.EXP.pointsMax', value: 35 },
    { path: 'states.draft.clock', value: 'idle' },
    { path: 'steps.send.code', value: 'send' },
    { path: 'steps.send.by', value: ['applicant'] },
  ])
  deepEqual(
    entriesIn(document).map(({ path }) => path),
    [[], ['criteria', 0], ['criteria', 1], ['states', 0], ['steps', 0]],
  )
})

test('what an act says is not provisional, whatever stands beside it', () => {
  const paths = [toyScoring, toyProcedure].flatMap((document) =>
    provisionalValues(document).map(({ path }) => path),
  )
  equal(paths.includes('passMark'), false)
  equal(paths.includes('pointsTotal'), false)
  equal(paths.includes('returnsMax'), true)
  equal(paths.includes('terms.court.length'), true)
  equal(paths.includes('terms'), false)
  equal(
    provisionalValues(toyType).some(({ path }) => path === 'blocks.person.fields.surname.kind'),
    true,
  )
})

test('a basis is provisional, or an act with or without a clause', () => {
  equal(basisOf(toyScoring, 'passMark'), 'toy-act/1')
  equal(basisOf(toyProcedure, 'returnsMax'), 'provisional')
  deepEqual(lawOf('toy-act/1'), { law: 'toy-act', clause: '1' })
  deepEqual(lawOf('toy-act'), { law: 'toy-act' })
  equal(lawOf('provisional'), undefined)
  equal(isProvisional('toy-act'), false)
  equal(toyLaws.laws.length, 1)
})

test('of the shipped scoring, what the decision says is not provisional', () => {
  const scoring = shipped('scorings/az-nk-99-2025.yaml') as Scoring
  const paths = provisionalValues(scoring).map(({ path }) => path)
  for (const official of ['passMark', 'pointsTotal', 'criteria.EXP.pointsMax']) {
    equal(paths.includes(official), false, official)
  }
  equal(paths.includes('criteria.EDU.pointsMax'), true)
})
