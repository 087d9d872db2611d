import { equal, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { bindingOf, worded } from '#core/policy/binding.ts'
import { toyType } from '#test/toy-types.ts'

const renamed = { ...toyType, version: 7, title: { ...toyType.title, en: 'Called otherwise' } }

test('words and the version bind nobody', () => {
  equal(bindingOf(renamed), bindingOf(toyType))
  equal(bindingOf({ ...toyType, title: { en: 'x' } }), bindingOf(toyType))
})

test('a figure, a code, an order or what a value rests on binds', () => {
  const [first, ...others] = toyType.steps
  for (const other of [
    { ...toyType, numberPrefix: 'OTH' },
    { ...toyType, fileBytesMax: toyType.fileBytesMax + 1 },
    { ...toyType, basis: { '*': 'some-act' } },
    { ...toyType, steps: [...others, first] },
    { ...toyType, steps: others },
  ]) {
    notEqual(bindingOf(other), bindingOf(toyType))
  }
})

test('of what is in force now a document has the words of the one that binds alike', () => {
  equal(worded(toyType, new Map([['renamed', renamed]])), renamed)
  const other = { ...renamed, numberPrefix: 'OTH' }
  equal(worded(toyType, new Map([['other', other]])), toyType)
  equal(worded(toyType, new Map()), toyType)
})
