import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { comfortProcedure } from '#test/toy-rules.ts'
import { found } from '#test/toy-spoilt.ts'
import { comfortType, toyAnnulment, toyType } from '#test/toy-types.ts'

test('no two types count by the same beginning of a number', () => {
  deepEqual(found({ ...toyType, numberPrefix: 'ANN' }), [
    'numberPrefix: the numbers of another type begin with ANN as well',
  ])
})

test('the pages for everybody tell about one type, which is scored', () => {
  const programme = true
  deepEqual(found({ ...toyType, programme }), [])
  deepEqual(found({ ...comfortType, programme }, { procedure: comfortProcedure }), [
    'programme: letter-of-comfort is scored by nothing',
  ])
  const types = [{ ...comfortType, programme } as const, toyAnnulment]
  deepEqual(found({ ...toyType, programme }, { types }), [
    'programme: letter-of-comfort is what the pages for everybody tell about',
  ])
})
