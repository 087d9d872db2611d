import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { comfortProcedure, PROVISIONAL, say } from '#test/toy-rules.ts'
import { found } from '#test/toy-spoilt.ts'
import { familyType } from '#test/toy-family.ts'
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

test('a letter to whoever leaves goes out where somebody does, and leads nowhere they cannot come', () => {
  const letter = (on: string, text: string) =>
    [
      { code: 'left', on, to: 'leaver', subject: say('Left'), body: say(text), basis: PROVISIONAL },
    ] as const
  const around = { procedure: comfortProcedure }
  deepEqual(found({ ...familyType, letters: letter('leave', 'You left.') }, around), [])
  deepEqual(found({ ...familyType, letters: letter('submit', 'You left.') }, around), [
    'letters.0.to: nobody leaves by submit',
  ])
  deepEqual(
    found({ ...familyType, letters: letter('leave', 'See {link}') }, around).filter((each) =>
      each.includes('.en:'),
    ),
    ['letters.0.body.en: nothing fills {link}'],
  )
})
