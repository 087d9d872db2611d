import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseType } from '#core/policy/case-type.ts'
import { outcome as outcomeOf } from '#test/life-parts.ts'
import { contestable, toyComplaint } from '#test/toy-complaint.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import { at, found, outcome, step } from '#test/toy-spoilt.ts'
import { toyAnnulment } from '#test/toy-types.ts'

const of = (type: CaseType, decided: CaseType = contestable): readonly string[] =>
  found(type, { procedure: comfortProcedure, types: [decided, toyAnnulment, toyComplaint] })

const path = 'outcomes.0.effects.1'

test('a case about a decision sets aside what some type decides against somebody', () => {
  deepEqual(of(toyComplaint), [])
  const { begins } = toyComplaint
  deepEqual(of({ ...toyComplaint, begins: { ...begins, about: { decision: ['gone'] } } }), [
    'begins.about: nothing is decided against anybody in a case of the type gone',
  ])
  const kind = { ...begins, about: { status: 'recognition' } } as const
  deepEqual(of({ ...toyComplaint, begins: { ...kind, when: [{ test: 'decision-in-force' }] } }), [
    'begins: decision-in-force is asked of a case that is about no decision',
    'outcomes.0: decision-in-force is asked of a case that is about no decision',
    'outcomes.0.effects.0: there is no decision to set-aside',
    'outcomes.0.effects.1: there is no decision to reopen',
  ])
  const late = outcome('recognised', { needs: [{ test: 'decision-unfavourable' }] }, toyComplaint)
  deepEqual(of(late), ['outcomes.0: nobody knows here whether decision-unfavourable holds'])
})

test('what gave something is not set aside, since nothing would end what is held by it', () => {
  const { begins } = toyComplaint
  const asking = (...tests: readonly ('decision-in-force' | 'decision-unfavourable')[]) =>
    of({ ...toyComplaint, begins: { ...begins, when: tests.map((test) => ({ test })) } })
  const reason =
    'what a decision of recognition gave would be held on, so begins asks decision-unfavourable'
  deepEqual(asking('decision-in-force'), [`outcomes.0.effects.0: ${reason}`])
  deepEqual(asking('decision-unfavourable', 'decision-in-force'), [])
  const given = outcome('recognised', { favourable: false }, contestable)
  deepEqual(of(toyComplaint, given), [`outcomes.0.effects.0: ${reason}`])
})

test('what is entered again can be, from wherever it was decided and on grounds that there are', () => {
  const alone = outcome('recognised', { effects: [{ effect: 'reopen' }] }, toyComplaint)
  deepEqual(of(alone), [
    'outcomes.0.effects.0: a case is entered again whose decision is set aside, and no other',
  ])
  const last = contestable.steps.slice(0, -1)
  deepEqual(of(toyComplaint, { ...contestable, steps: last }), [
    `${path}: from where recognition is decided nothing enters it again, whatever the ground`,
  ])
  const strange = step('weigh-again', { grounds: ['Z9'] }, contestable)
  deepEqual(of(toyComplaint, strange), [
    `${path}: a case is entered again on Z9, and comfort-2026 has no such ground`,
  ])
})

test('an outcome that gives rests on a ground only where that says what to look at again', () => {
  const given = { favourable: true, grounds: 'refusal' } as const
  deepEqual(of(outcome('recognised', { grounds: 'refusal' }, toyComplaint)), [])
  const bare = { ...toyComplaint, outcomes: [outcomeOf('recognised', given)] }
  const refused = { ...bare, outcomes: [...bare.outcomes, ...toyComplaint.outcomes.slice(1)] }
  deepEqual(of(refused), ['outcomes.0: recognised gives, and so rests on no ground'])
})

test('the system enters again what has ended, where somebody examines it', () => {
  const spoilt = (said: object) => found(step('examine-again', said, contestable))
  const place = at('examine-again', contestable)
  deepEqual(found(contestable), [])
  deepEqual(spoilt({ from: ['decided', 'submitted'] }), [
    `${place}.from: examine-again enters a case again that was not decided`,
  ])
  deepEqual(spoilt({ to: 'decision-drafted' }), [
    `${at('sign', contestable)}.from: examine-again leads to where sign decides, and proposes nothing`,
    `${place}.to: examine-again leads to decision-drafted, where nobody examines it anew`,
  ])
  deepEqual(spoilt({ by: ['system', 'case-officer'] }), [
    `${place}.by: a step of the kind reopen is not for case-officer`,
  ])
})
