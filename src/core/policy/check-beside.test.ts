import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import type { CaseType } from '#core/policy/case-type.ts'
import { besideType } from '#test/toy-beside.ts'
import { comfortProcedure } from '#test/toy-rules.ts'
import { at, found, step, without } from '#test/toy-spoilt.ts'

const spoilt = (type: CaseType) => found(type, { procedure: comfortProcedure })
const beside = (code: string, said: object) => spoilt(step(code, said, besideType))
const [give, write, back, note] = ['give', 'write', 'write-back', 'note'].map((code) =>
  at(code, besideType),
)

test('wherever a case can be somebody’s by name it can become another’s', () => {
  deepEqual(spoilt(besideType), [])
  deepEqual(beside('give', { from: ['decision-drafted'] }), [
    `${give}.from: in submitted a case that is somebody's by give could not become another's`,
  ])
  deepEqual(beside('give', { of: 'expert' }), [
    `${give}.of: expert is no role in which one of several officials has the next move`,
    `${give}.of: expert has to move in no state of this type`,
  ])
  deepEqual(beside('give', { shown: 'office' }), [
    `${give}.shown: whoever does not know of give would take it back by a step of their own`,
  ])
  deepEqual(beside('give', { by: ['applicant'] }), [
    `${give}.by: a step of the kind assign is not for applicant`,
  ])
})

test('what a party writes is answered, in one time, wherever it can be written', () => {
  deepEqual(beside('write', { reply: undefined }), [
    `${write}: nobody has to answer what a party writes by write`,
  ])
  deepEqual(beside('write', { shown: 'office' }), [
    `${write}.shown: a party writes by write, and would not read it`,
  ])
  deepEqual(beside('write', { by: ['applicant', 'head'] }), [
    `${write}.by: write is for parties and for officials, who write to each other by steps of their own`,
    `${write}.reply: an official writes by write, and nobody has to answer that`,
  ])
  const reason = 'write-back does not answer to the person wherever write can be taken'
  const nobody = `${write}.reply.step: ${reason}`
  deepEqual(beside('write-back', { from: ['submitted'] }), [nobody])
  deepEqual(beside('write-back', { shown: 'office' }), [nobody])
  deepEqual(spoilt(without('write-back', besideType)), [nobody])
  deepEqual(beside('write', { reply: { step: 'write-back', clock: 'never' } }), [
    `${write}.reply.clock: there is no term never`,
  ])
  deepEqual(beside('note', { reply: { step: 'write-back', clock: 'objection' } }), [
    `${note}.reply: an official writes by note, and nobody has to answer that`,
  ])
  const twice = {
    ...besideType,
    steps: [
      ...besideType.steps,
      ...besideType.steps.flatMap((rule) =>
        rule.code === 'write' && rule.kind === 'say'
          ? [{ ...rule, code: 'write-too', reply: { step: 'write-back', clock: 'closing' } }]
          : [],
      ),
    ],
  }
  deepEqual(spoilt(twice), [
    `${at('write-too', twice)}.reply.clock: write-back answers in two different times`,
  ])
  deepEqual([back], [at('write-back', besideType)])
})
