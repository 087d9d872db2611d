import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { StepRule } from '#core/cases/life.ts'
import type { CaseType, FormField } from '#core/policy/case-type.ts'
import { problemsOfRunning, problemsOfTakingOver } from '#core/policy/check-running.ts'
import { block, field, toyType } from '#test/toy-types.ts'

const RUNNING = { versions: [1], states: {} }
const newer: CaseType = { ...toyType, version: 2, for: { running: RUNNING } }

const found = (said: Partial<CaseType>): readonly string[] =>
  problemsOfTakingOver({ ...newer, ...said }, toyType).map(
    ({ path, reason }) => `${path.join('.')}: ${reason}`,
  )

const withStates = (states: Readonly<Record<string, string>>, said: Partial<CaseType> = {}) =>
  found({ ...said, for: { running: { versions: [1], states } } })

const withField = (code: string, said: Partial<FormField>) =>
  found({
    blocks: toyType.blocks.map((each) => ({
      ...each,
      fields: each.fields.map((one) => (one.code === code ? { ...one, ...said } : one)),
    })),
  })

const withStep = (code: string, change: (step: StepRule) => StepRule | undefined) =>
  found({
    steps: toyType.steps.flatMap((step) => (step.code === code ? (change(step) ?? []) : [step])),
  })

/** The same life, in which one state has another name. */
function renamed(from: string, to: string): Pick<CaseType, 'states' | 'steps'> {
  const name = (code: string) => (code === from ? to : code)
  return {
    states: toyType.states.map((state) => ({ ...state, code: name(state.code) })),
    steps: toyType.steps.map((step) => ({
      ...step,
      from: step.from.map(name),
      ...('to' in step ? { to: name(step.to) } : {}),
    })),
  }
}

test('a version that has all that its cases have takes them over', () => {
  deepEqual(found({}), [])
  deepEqual(withStates({ submitted: 'arrived' }, renamed('submitted', 'arrived')), [])
  const added = block('hobby', [field('hobby', 'text', { required: false })], { itemsMin: 0 })
  deepEqual(found({ blocks: [...toyType.blocks, added] }), [])
})

test('every state is there by its name or by the map, with the same stage and owner', () => {
  deepEqual(found(renamed('submitted', 'arrived')), [
    'for.running.states: nothing says where cases go that are in submitted',
  ])
  deepEqual(withStates({ submitted: 'awaiting-decision' }), [
    'for.running.states.submitted: awaiting-decision is of another stage or owner than ' +
      'submitted was in version 1',
  ])
  for (const state of ['draft', 'decided', 'nowhere']) {
    deepEqual(withStates({ [state]: 'submitted' }), [
      `for.running.states.${state}: version 1 has no state ${state} in which a case runs`,
    ])
  }
})

test('what is asked is still answered, of whom, from where and as what it was', () => {
  const answering = toyType.steps.findIndex(({ code }) => code === 'score')
  deepEqual(
    withStep('score', () => undefined),
    ['steps: there is no step score of the kind answer'],
  )
  deepEqual(
    withStep('score', (step) => ({ ...step, by: ['expert'] })),
    [`steps.${answering}.by: whoever was asked by it could answer no more`],
  )
  deepEqual(
    withStep('score', (step) => ({ ...step, from: ['submitted'] })),
    [`steps.${answering}.from: what is asked by it can no longer be answered from in-assessment`],
  )
  const asksOtherwise = (step: StepRule): StepRule =>
    step.kind === 'ask'
      ? { ...step, asks: step.asks.map((each) => ({ ...each, kind: 'opinion' })) }
      : step
  deepEqual(withStep('accept', asksOtherwise), [
    `steps.${answering}: something else is asked by it`,
  ])
})

test('steps that were taken keep their names: by them it is told who may not take another', () => {
  deepEqual(
    withStep('draft-decision', (step) => ({ ...step, code: 'propose' })),
    ['steps: there is no step draft-decision of the kind propose'],
  )
})

test('outcomes that may stand proposed mean the same', () => {
  const changed = (said: Partial<CaseType['outcomes'][number]>) =>
    found({
      outcomes: toyType.outcomes.map((each) =>
        each.code === 'refused' ? { ...each, ...said } : each,
      ),
    })
  const index = toyType.outcomes.findIndex(({ code }) => code === 'refused')
  const otherwise = [`outcomes.${index}: refused is proposed in cases, and meant something else`]
  deepEqual(changed({ favourable: true }), otherwise)
  deepEqual(changed({ effects: [{ effect: 'issue', status: 'toy' }] }), otherwise)
  deepEqual(changed({ code: 'denied' }), ['outcomes: there is no outcome refused'])
})

test('answers are of the same kind, as private and read as the same; nothing more is asked', () => {
  const answered = 'was answered as something else than it asks for here'
  const otherwise: readonly Partial<FormField>[] = [
    { privacy: 'readable' },
    { kind: 'text' },
    { means: 'given-names' },
  ]
  for (const said of otherwise) {
    deepEqual(withField('surname', said), [`blocks.0.fields.0: surname ${answered}`])
  }
  deepEqual(withField('paper', { required: true }), [`blocks.0.fields.2: paper ${answered}`])
  deepEqual(found({ blocks: toyType.blocks.slice(1) }), ['blocks: there is no block person'])
  const added = block('hobby', [field('hobby', 'text')])
  deepEqual(found({ blocks: [...toyType.blocks, added] }), [
    `blocks.${toyType.blocks.length}: hobby asks for more than was asked for`,
  ])
})

test('documents are asked for as they were, and no more strictly', () => {
  const documents = toyType.checklist
  const stricter = documents.map((each) =>
    each.code === 'reference' ? { ...each, required: true } : each,
  )
  deepEqual(found({ checklist: documents.slice(1) }), ['checklist: there is no document passport'])
  deepEqual(found({ checklist: stricter }), [
    'checklist.2: reference was not asked for as strictly',
  ])
})

test('the procedure, the scoring and the clock stay', () => {
  const { scoring: _scoring, ...unscored } = newer
  const other = 'cases of version 1 have another'
  deepEqual(found({ procedure: 'comfort' }), [`procedure: ${other} procedure`])
  deepEqual(found({ clock: { term: 'hearing' } }), [`clock: ${other} clock`])
  deepEqual(
    problemsOfTakingOver(unscored, toyType).map(({ reason }) => reason),
    [`${other} scoring`],
  )
})

test('a version takes over earlier ones alone, and no type has a step of that name', () => {
  const own = (said: Partial<CaseType>) =>
    problemsOfRunning({ ...newer, ...said }).map(({ path }) => path.join('.'))
  deepEqual(own({}), [])
  deepEqual(own({ version: 1 }), ['for.running.versions.0'])
  const [begin, ...rest] = toyType.steps
  if (begin) deepEqual(own({ steps: [{ ...begin, code: 'taken-over' }, ...rest] }), ['steps.0'])
})
