import { equal } from 'node:assert/strict'
import { test } from 'node:test'
import { openedBy } from '#core/cases/followed.ts'
import type { Said } from '#core/cases/consulted.ts'
import { fullAnswers } from '#test/toy-case.ts'
import { toyType } from '#test/toy-types.ts'

const RULE = {
  opens: [
    { type: 'annulment', results: ['restricted', 'undesirable'] },
    { type: 'check', results: ['lost'], differs: ['surname', 'citizenships'] },
  ],
} as const

const opened = (result: string, ...says: readonly Said[]) =>
  openedBy(RULE, { result, says }, { type: toyType, answers: fullAnswers })

test('the first thing that is followed opens its case, and nothing else any', () => {
  equal(opened('restricted'), 'annulment')
  equal(opened('undesirable', { surname: 'Pereira' }), 'annulment')
  equal(opened('lost'), 'check')
  equal(opened('clear'), undefined)
  equal(opened('none'), undefined)
})

test('what is not as it was written opens one, and what is not said opens none', () => {
  equal(opened('clear', { surname: 'Pereira' }), 'check')
  equal(opened('clear', { surname: 'FERREIRA' }), undefined, 'the same in other letters')
  equal(opened('clear', { citizenships: 'AZE' }), 'check')
  equal(opened('clear', { citizenships: 'PRT' }), undefined, 'one of them')
  equal(opened('clear', { 'birth-place': 'Elsewhere' }), undefined, 'it is not followed')
  equal(opened('clear', {}), undefined)
})
