import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { EffectRule } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import { toyComplaint } from '#test/toy-complaint.ts'
import { found, outcome, step } from '#test/toy-spoilt.ts'
import { say } from '#test/toy-rules.ts'
import { block, comfortType, field } from '#test/toy-types.ts'

const hold = (back: 'erasing' | 'deciding' | 'carrying-out'): readonly EffectRule[] => [
  { effect: 'hold', back },
]

/** Comfort about whoever begins it, which holds something back and is entered to end that. */
const holding = (life: Partial<CaseType> = {}): CaseType => {
  const held = outcome('recognised', { effects: hold('deciding') })
  const { begins } = held
  return { ...held, begins: { ...begins, about: { party: 'self' } }, ...life }
}

const said = (type: CaseType): readonly string[] =>
  found(type).filter((each) => /held back|hold|somebody/.test(each))

test('what is held back is what the case is about', () => {
  deepEqual(said(outcome('recognised', { effects: hold('erasing') })), [
    'outcomes.0.effects.0: nothing that this case is about has its erasing held back',
    'outcomes.0.effects.0: what is held back is for as long as the case is open, and sign ends it',
  ])
  deepEqual(
    said(outcome('recognised', { effects: hold('carrying-out') }, toyComplaint)).slice(0, 1),
    [
      'outcomes.0.effects.0: what is held back is for as long as the case is open, and sign ends it',
    ],
  )
})

test('it lasts as long as the case, so no decision that places it ends the case', () => {
  deepEqual(said(holding()), [
    'outcomes.0.effects.0: what is held back is for as long as the case is open, and sign ends it',
  ])
})

test('officials alone begin a case about somebody whom they name', () => {
  const { begins } = comfortType
  deepEqual(said({ ...comfortType, begins: { ...begins, about: { party: 'named' } } }), [
    'begins.by: officials alone begin a case about somebody whom they name',
  ])
})

test('a case of another type is asked about where there is that type', () => {
  const { begins } = comfortType
  const when = [{ test: 'type-open', type: 'gone' }] as const
  deepEqual(
    found({ ...comfortType, begins: { ...begins, when } }).filter((each) => /gone/.test(each)),
    ['begins: there is no type gone'],
  )
  deepEqual(
    found(step('sign', { needs: [{ test: 'type-open', type: 'comfort' }] })).filter((each) =>
      /type-open/.test(each),
    ).length,
    1,
  )
})

test('an answer that is asked for can be given', () => {
  const asking = block('who', [
    field('kin', 'choice', {
      means: 'relation-to-migrant',
      options: [{ code: 'spouse', label: say('Spouse') }],
    }),
  ])
  const needs = (is: readonly string[]) =>
    outcome(
      'recognised',
      { needs: [{ test: 'answers', meaning: 'relation-to-migrant', is }] },
      { ...comfortType, blocks: [...comfortType.blocks, asking] },
    )
  const problems = (type: CaseType) => found(type).filter((each) => /relation-to/.test(each))
  deepEqual(problems(needs(['spouse'])), [])
  deepEqual(problems(needs(['spouse', 'gone'])), [
    'outcomes.0: gone is no answer to what means relation-to-migrant',
  ])
  deepEqual(problems({ ...needs(['spouse']), blocks: comfortType.blocks }), [
    'outcomes.0: spouse is no answer to what means relation-to-migrant',
    'outcomes.0: answers rests on the relation-to-migrant, and no question means it',
  ])
})
