import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { problemsOfKnown } from '#core/policy/check-known.ts'
import type { Block, Option } from '#core/policy/case-type.ts'
import { say } from '#test/toy-rules.ts'
import { toyStatus } from '#test/toy-status.ts'
import { block, field, toyType } from '#test/toy-types.ts'

const { code: KIND } = toyStatus

const found = (added: Block, blocks = toyType.blocks) =>
  problemsOfKnown({ ...toyType, blocks: [...blocks, added] }, { statuses: [toyStatus] }).map(
    ({ reason }) => reason,
  )

const option = (code: string, said: Partial<Option>): Option => ({
  code,
  label: say(code),
  ...said,
})
const choice = (one: Partial<Option>, other: Partial<Option>, required = true) =>
  block('asked', [
    field('for', 'choice', { required, options: [option('one', one), option('other', other)] }),
  ])

test('some answer is left to everybody, whatever they hold and however old they are', () => {
  deepEqual(found(choice({ holding: [KIND] }, { holdingNone: [KIND] })), [])
  deepEqual(found(choice({ ageFrom: 14 }, { ageBelow: 14 })), [])
  const left = ['there is somebody who is offered no answer']
  deepEqual(found(choice({ holding: [KIND] }, { holding: [KIND] })), left)
  deepEqual(found(choice({ ageFrom: 14 }, { ageBelow: 13 })), left)
})

test('it hangs on kinds that there are, on a birth date that is asked, on what has to be said', () => {
  deepEqual(found(choice({ holding: ['other'] }, {})), ['other is no kind of status'])
  deepEqual(found(choice({ ageFrom: 14 }, {}), []), [
    'an age is known where somebody was asked when they were born',
  ])
  deepEqual(found(choice({ holding: [KIND] }, {}, false)), [
    'who is offered which answer is said where one has to be given',
  ])
})

test('a last day is a date, a number is a text, and neither is of a list', () => {
  const known = (kind: 'date' | 'text', as: 'last-day' | 'number', repeats = false) =>
    found(block('held', [field('it', kind, { known: { kinds: [KIND], as } })], { repeats }))
  deepEqual([known('date', 'last-day'), known('text', 'number')], [[], []])
  const reason = 'a last day is a date, a number is a text, and each is asked once'
  deepEqual(
    [known('text', 'last-day'), known('date', 'number'), known('date', 'last-day', true)],
    [[reason], [reason], [reason]],
  )
})
