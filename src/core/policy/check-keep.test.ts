import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { KEEP_ENDS, type CaseType } from '#core/policy/case-type.ts'
import { problemsOfKeep } from '#core/policy/check-keep.ts'
import { PROVISIONAL, say, toyProcedure } from '#test/toy-rules.ts'
import { outcome } from '#test/toy-spoilt.ts'
import { toyType } from '#test/toy-types.ts'

const letter = {
  code: 'goes',
  on: KEEP_ENDS,
  subject: say('{number}'),
  body: say('{dueOn}'),
  basis: PROVISIONAL,
}
const keeping: CaseType = {
  ...toyType,
  keep: { term: 'status-validity', from: 'ended', notice: 'court' },
  letters: [...toyType.letters, letter],
}

const of = (type: CaseType) =>
  problemsOfKeep(type, { procedure: toyProcedure }).map(
    ({ path, reason }) => `${path.join('.')}: ${reason}`,
  )
const said = (code: string, keep: NonNullable<CaseType['outcomes'][number]['keep']>) =>
  of({ ...keeping, ...outcome(code, { keep }, keeping) })

test('a type need not say how long anything is kept', () => {
  deepEqual(of(toyType), [])
  deepEqual(of(keeping), [])
  deepEqual(said('recognised', { term: 'status-validity', from: 'status-end' }), [])
  deepEqual(said('refused', { term: 'status-validity', from: 'told' }), [])
  deepEqual(said('refused', { term: 'status-validity', from: 'decided' }), [])
})

test('what is kept is counted by terms that there are', () => {
  deepEqual(of({ ...keeping, keep: { term: 'gone', from: 'ended', notice: 'lost' } }), [
    'keep: there is no term gone',
    'keep: there is no term lost',
  ])
  deepEqual(said('refused', { term: 'gone', from: 'told' }), [
    'outcomes.1.keep: there is no term gone',
  ])
})

test('the day that it is counted from can come', () => {
  const untold = keeping.steps.filter(({ kind }) => kind !== 'tell')
  deepEqual(
    of({
      ...outcome('refused', { keep: { term: 'status-validity', from: 'told' } }, keeping),
      steps: untold,
    }),
    ['outcomes.1.keep: nobody is told of refused by a step'],
  )
  const procedure = {
    ...toyProcedure,
    terms: toyProcedure.terms.map((each) =>
      each.code === 'court' ? { ...each, length: 0 } : each,
    ),
  }
  deepEqual(
    problemsOfKeep(keeping, { procedure }).map(({ reason }) => reason),
    ['court leaves no time between the notice and the end'],
  )
})

test('what gives a status is kept from its end, and nothing else is', () => {
  for (const from of ['told', 'decided'] as const) {
    deepEqual(said('recognised', { term: 'status-validity', from }), [
      'outcomes.0.keep: recognised gives a status or its paper, and is kept from status-end',
    ])
  }
  deepEqual(said('refused', { term: 'status-validity', from: 'status-end' }), [
    'outcomes.1.keep: refused gives no status whose end it could be kept from',
  ])
})

test('whoever loses something is told before, by a letter', () => {
  deepEqual(of({ ...keeping, letters: toyType.letters }), [
    'keep: no letter on keep-ends tells before something goes',
  ])
  const { keep: _keep, ...silent } = keeping
  deepEqual(
    of({
      ...silent,
      ...outcome('refused', { keep: { term: 'status-validity', from: 'told' } }, silent),
    }),
    ['outcomes.1.keep: the type says in keep how long before something goes the person is told'],
  )
})
