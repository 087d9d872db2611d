import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import type { Recorded } from '#core/cases/happenings.ts'
import { doneBefore } from '#core/cases/pressed.ts'
import { isoDate, isoMoment } from '#core/dated.ts'

const on = isoDate('2026-03-02')
const at = isoMoment('2026-03-02T06:00:00.000Z')
const parties = [{ id: 'ana', role: 'applicant', isSubject: true }]
const began: Recorded = {
  at,
  on,
  by: 'ana',
  role: 'applicant',
  step: 'begin',
  to: 'draft',
  event: { kind: 'begin', type: 'toy', parties },
}
const wrote = (by: string, text: string): Recorded => ({
  at,
  on,
  by,
  role: 'applicant',
  step: 'write',
  to: 'draft',
  event: { kind: 'say', said: [{ subject: 'ana', text }] },
})
const history = [began, wrote('ana', 'When?')]
const pressed = { by: 'ana', step: 'write', said: ['When?'] }

test('the same form is done already, by whoever sent it and nobody else', () => {
  ok(doneBefore('c', history, pressed))
  ok(doneBefore('c', [...history, wrote('ben', 'Soon.')], pressed), 'whatever others did since')
  equal(doneBefore('c', history, { ...pressed, by: 'ben' }), undefined)
  equal(doneBefore('c', history, { ...pressed, step: 'leave' }), undefined)
  equal(doneBefore('c', [...history, wrote('ana', 'And?')], pressed), undefined, 'not the last')
})

test('a form that says something else, or was made from something else, is another one', () => {
  equal(doneBefore('c', history, { ...pressed, said: ['When?', 'And how?'] }), undefined)
  const saidThen = (times: number) =>
    doneBefore('c', history, { ...pressed, isFrom: ({ said }) => said.length === times })
  ok(saidThen(0))
  equal(saidThen(1), undefined)
  equal(doneBefore('c', history.slice(1), pressed), undefined, 'nothing was there before')
})
