import { equal, match, notEqual } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { drawCode, readCode } from '#core/promotion/short-code.ts'

const drawing = fc
  .infiniteStream(fc.nat())
  .map((numbers) => drawCode((limit) => Number(numbers.next().value ?? 0) % limit))

test('a code is read back however it is typed, and holds no letter that looks like another', () => {
  fc.assert(
    fc.property(drawing, (code) => {
      match(code, /^([bfgkmrstz][aeou]){2}-([bfgkmrstz][aeou]){2}$/)
      equal(readCode(code), code)
      equal(readCode(` ${code.toUpperCase().replace('-', ' – ')} `), code)
      equal(readCode(code.replaceAll('o', '0').replace('-', '')), code)
    }),
  )
})

test('a slip in one letter, or two syllables exchanged, is no other code', () => {
  const letters = 'bfgkmrstzaeou'.split('')
  fc.assert(
    fc.property(drawing, fc.nat(7), fc.constantFrom(...letters), (code, at, letter) => {
      const plain = code.replace('-', '')
      const slipped = plain.slice(0, at) + letter + plain.slice(at + 1)
      equal(readCode(slipped), slipped === plain ? code : undefined)
    }),
    { numRuns: 500 },
  )
  fc.assert(
    fc.property(drawing, fc.nat(3), fc.nat(3), (code, one, two) => {
      const syllables: readonly string[] = code.replace('-', '').match(/../g) ?? []
      const exchanged = syllables.with(one, syllables[two] ?? '').with(two, syllables[one] ?? '')
      if (exchanged.join('') !== syllables.join('')) equal(readCode(exchanged.join('')), undefined)
    }),
    { numRuns: 500 },
  )
})

test('what is no code is none', () => {
  for (const typed of [
    '',
    'baba',
    'lumi-tako',
    'x'.repeat(1000),
    'baba-bab',
    '\u0000',
    'ba ba ba',
  ]) {
    equal(readCode(typed), undefined, typed)
  }
  notEqual(readCode('baba-baba'), undefined)
})

test('what no poster should say is never drawn', () => {
  // bo, ku, ta: the first draw that holds what is not said is thrown away.
  const numbers = [2, 15, 24]
  let drawn = 0
  const code = drawCode((limit) => (numbers[drawn++] ?? drawn * 7) % limit)
  equal(/bok/.test(code.replace('-', '')), false)
  equal(drawn > 3, true)
})
