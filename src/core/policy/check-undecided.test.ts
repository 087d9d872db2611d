import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseType } from '#core/policy/case-type.ts'
import { toyDelay } from '#test/toy-complaint.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import { found, outcome } from '#test/toy-spoilt.ts'
import { toyAnnulment, toyType } from '#test/toy-types.ts'

const of = (type: CaseType): readonly string[] =>
  found(type, { procedure: comfortProcedure, types: [toyType, toyAnnulment, toyDelay] })

const { begins } = toyDelay

test('that nothing was decided is complained of where something is to be, by those who wait', () => {
  deepEqual(of(toyDelay), [])
  for (const code of ['gone', 'annulment']) {
    deepEqual(of({ ...toyDelay, begins: { ...begins, about: { undecided: [code] } } }), [
      `begins.about: nothing is to be decided by a day in a case of the type ${code}`,
    ])
  }
  const steps = toyDelay.steps.map((step) =>
    step.kind === 'begin' ? { ...step, by: ['case-officer'] } : step,
  )
  deepEqual(of({ ...toyDelay, steps, begins: { ...begins, by: ['case-officer'] } }), [
    'begins.by: that nothing was decided is complained of by parties alone',
  ])
})

test('what is asked of a case that waits is asked of one that is about it, and its day before', () => {
  const { about: _about, ...alone } = begins
  deepEqual(of({ ...toyDelay, begins: alone }), [
    'begins: nothing-decided is asked of a case that is about none in which nothing was decided',
    'begins: overdue is asked of a case that is about none in which nothing was decided',
    'outcomes.0: nothing-decided is asked of a case that is about none in which nothing was decided',
    'outcomes.0.effects.0: delay is about no case in which somebody could be told to decide',
  ])
  const late = outcome('refused', { needs: [{ test: 'overdue' }] }, toyDelay)
  deepEqual(of(late), ['outcomes.1: nobody knows here whether overdue holds'])
})

test('somebody is told to decide within a term that there is, and where nothing was decided', () => {
  const gone = outcome('recognised', { effects: [{ effect: 'notify', within: 'gone' }] }, toyDelay)
  deepEqual(of(gone), ['outcomes.0.effects.0: there is no term gone'])
  deepEqual(of(outcome('recognised', { needs: undefined }, toyDelay)), [
    'outcomes.0.effects.0: an outcome that tells somebody to decide needs nothing-decided',
  ])
  const undone = outcome('recognised', { effects: [{ effect: 'set-aside' }] }, toyDelay)
  deepEqual(of(undone), ['outcomes.0.effects.0: there is no decision to set-aside'])
})
