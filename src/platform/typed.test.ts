import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { askedOf, fieldsOf, secretOf, textsOf, typedOf } from '#platform/typed.ts'

const sent = (fields: readonly (readonly [string, string])[]) => ({
  text: () =>
    Promise.resolve(
      new URLSearchParams(fields.map(([name, text]): [string, string] => [name, text])).toString(),
    ),
})

test('every text of a form is cleaned, and a secret stays as it is', async () => {
  const form = sent([
    ['a', ' x\u200B'],
    ['b', 'y\u00A0'],
    ['b', 'z'],
    ['__proto__', 'w'],
    ['password', ' p\u00A0'],
  ])

  const typed = await typedOf(form)
  deepEqual(Object.entries(typed), [
    ['a', ['x']],
    ['b', ['y', 'z']],
    ['__proto__', ['w']],
    ['password', ['p']],
  ])
  equal(await secretOf(form, 'password'), ' p\u00A0')
  equal(await secretOf(form, 'no-such'), '')
  deepEqual(fieldsOf(await textsOf(form), ['password']), [
    ['a', ' x\u200B'],
    ['b', 'y\u00A0'],
    ['b', 'z'],
    ['__proto__', 'w'],
  ])
})

test('lines lose the spaces around them, be there two or two million', async () => {
  const spaces = ' '.repeat(2_000_000)
  const form = sent([
    ['a', `x \n  y`],
    ['b', `x${spaces}y`],
    ['c', `x${spaces}\n${spaces}y`],
  ])

  deepEqual(await typedOf(form), { a: ['x\ny'], b: [`x${spaces}y`], c: ['x\ny'] })
})

test('what is asked for in an address is cleaned like what is typed', () => {
  const asked = (value: string | undefined) => askedOf({ query: () => value }, 'number')
  equal(asked('\u202AHQM-2026-000001\u202C '), 'HQM-2026-000001')
  equal(asked(undefined), '')
})
