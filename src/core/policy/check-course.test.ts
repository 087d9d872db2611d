import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { StepRule } from '#core/cases/life.ts'
import type { CaseType } from '#core/policy/case-type.ts'
import type { Procedure } from '#core/policy/procedure.ts'
import { state, taken } from '#test/life-parts.ts'
import { toyProcedure } from '#test/toy-rules.ts'
import { at, expectAll, found, spoilt, step, without } from '#test/toy-spoilt.ts'
import { toyAnnulment, toyType } from '#test/toy-types.ts'

const more = (
  type: CaseType,
  { steps = [], states = [] }: Partial<Pick<CaseType, 'steps' | 'states'>>,
): CaseType => ({
  ...type,
  steps: [...type.steps, ...steps],
  states: [...type.states, ...states],
})

const moves = (from: string, to: string, type: CaseType = toyType): CaseType =>
  more(type, {
    steps: [
      {
        code: 'move',
        kind: 'lapse',
        does: 'move',
        ...taken([from], 'system'),
        to,
        after: { term: 'closing' },
      },
    ],
  })
const MOVE = `steps.${toyType.steps.length}`

test('a draft is sent in or ends, and nothing becomes a draft again', () => {
  const inDraft = (code: string) =>
    `${at(code)}.from: ${code} is taken in draft, and a draft can only be sent in or end`
  expectAll([
    [step('accept', { from: ['submitted', 'draft'] }), [inDraft('accept')]],
    [
      moves('draft', 'awaiting-decision'),
      [`${MOVE}.from: move is taken in draft, and a draft can only be sent in or end`],
    ],
    [
      step('resubmit', { to: 'draft' }),
      [
        `${at('resubmit')}.to: resubmit leads back to a draft, and nothing but a beginning leads to one`,
      ],
    ],
  ])
})

test('time moves a case once, and ends none by moving it', () => {
  expectAll([
    [moves('submitted', 'awaiting-decision'), []],
    [
      moves('submitted', 'submitted'),
      [`${MOVE}.to: move is taken by time and stays in submitted, where time takes it again`],
    ],
    [
      moves('submitted', 'withdrawn'),
      [
        `${MOVE}.to: move is taken by time and ends in withdrawn; time ends a case after a notice alone`,
      ],
    ],
    [
      step('propose-closing', { from: ['returned', 'closing-proposed'] }),
      [
        `${at('propose-closing')}.to: propose-closing is taken by time and stays in closing-proposed, where time takes it again`,
      ],
    ],
  ])
})

const carried = (said: Partial<StepRule> = {}): CaseType => {
  const common = taken(['carried'], 'case-officer')
  const done = { ...common, code: 'done', kind: 'end', to: 'decided' } as const
  const told = step('tell', { from: ['decided', 'carried'] })
  return more(step('sign', { to: 'carried' }, told), {
    states: [state('carried', 'carrying-out', { owner: 'case-officer' })],
    steps: [Object.assign({}, done, said)],
  })
}

test('what is decided is carried out and ends, and is not decided anew', () => {
  const anew = (code: string) =>
    `${code} opens a decision anew, and in carried it is only carried out`
  expectAll([
    [carried(), []],
    [carried({ from: ['carried', 'submitted'] }), []],
    [
      step('accept', { from: ['submitted', 'carried'] }, carried()),
      [`${at('accept')}: ${anew('accept')}`],
    ],
    [
      step('draft-decision', { from: ['submitted', 'awaiting-decision', 'carried'] }, carried()),
      [
        `${at('draft-decision')}: ${anew('draft-decision')}`,
        `${at('send-back')}: send-back leads to carried, where a decision is carried out, and decides nothing`,
      ],
    ],
    [
      moves('submitted', 'carried', carried()),
      [
        `steps.${carried().steps.length}: move leads to carried, where a decision is carried out, and decides nothing`,
      ],
    ],
  ])
})

test('only a return stops the clock, and what is sent in makes it run again', () => {
  const { clock: _clock, ...bare } = without('extend')
  const untimed = { ...bare, letters: [] } // a letter tells the day of a clock
  const ends = (state: string) =>
    `${at('resubmit')}: resubmit ends the pause of ${state}, and the clock stands still where it leads to`
  expectAll([
    [step('resubmit', { to: 'returned' }), ['returned', 'closing-proposed'].map(ends)],
    [
      moves('submitted', 'returned'),
      [`${MOVE}: move leads to returned, where the clock stands still, and gives nothing back`],
    ],
    [moves('submitted', 'returned', untimed), []],
  ])
  const part = { to: 'returned', from: ['returned'], part: true }
  deepEqual(
    found(step('resubmit', part)).filter((problem) => problem.includes('ends the pause')),
    [],
    'a part alone does not make it run again',
  )
  const running = { ...toyProcedure, clockStopsWhileReturned: false }
  deepEqual(found(moves('submitted', 'returned'), { procedure: running }), [])
})

const after = (...codes: readonly string[]): Procedure => ({
  ...toyProcedure,
  grounds: codes.reduce(
    (all, code) => spoilt(all, code, { beforeScoring: false }),
    toyProcedure.grounds,
  ),
})

test('what can be refused before points are given has a ground for it', () => {
  const wanted = [
    `${at('draft-decision')}.outcomes: refused is proposed before points are given, and no ground of it can be chosen then`,
  ]
  const late = step('draft-decision', { from: ['awaiting-decision'] })
  const refused = (type: CaseType, procedure: Procedure) => found(type, { procedure })
  deepEqual(refused(toyType, after('R3')), [])
  deepEqual(refused(toyType, after('R3', 'R5')), wanted)
  deepEqual(refused(late, after('R3', 'R5')), [])
  const left = moves('in-assessment', 'awaiting-decision', late)
  deepEqual(refused(left, after('R3', 'R5')), wanted, 'nobody has answered')
  const again = step('accept', { from: ['submitted', 'awaiting-decision'] }, late)
  deepEqual(refused(again, after('R3', 'R5')), [], 'everybody has answered')
})

/** A type without what its owner can end it by, whatever else may happen. */
const bound = (type: CaseType, end: string, state: string): CaseType => ({
  ...without(end, type),
  states: type.states.filter(({ code }) => code !== state),
})

test('from wherever a case stands an end is sure, whatever is refused', () => {
  const unsure = (index: number, code: string) =>
    `states.${index}: from ${code} no end is sure: whatever leads there may be refused, or waits for others`
  const office = bound(toyType, 'withdraw', 'withdrawn')
  const taking = bound(toyAnnulment, 'drop-annulment', 'dropped')
  const free = step('annul', { needs: undefined }, taking)
  expectAll([
    [office, []],
    [moves('submitted', 'in-assessment', office), [unsure(4, 'in-assessment')]],
    [step('give-opinion', { to: 'in-assessment' }, office), [unsure(4, 'in-assessment')]],
    [taking, [unsure(0, 'opened'), unsure(1, 'hearing'), unsure(2, 'proposed')]],
    [free, []],
  ])
  const contradicted = spoilt(
    spoilt(toyProcedure.grounds, 'A1', { unless: { test: 'status-not-expired' } }),
    'A2',
    { unless: { test: 'status-in-force' } },
  )
  deepEqual(found(free, { procedure: { ...toyProcedure, grounds: contradicted } }), [
    unsure(0, 'opened'),
  ])
})
