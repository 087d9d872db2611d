import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkDigit, documentNumber, isDocumentNumber } from '#core/facts/document-number.ts'

test('the fields of the specimen passport of ICAO Doc 9303 part 4 have its check digits', () => {
  equal(checkDigit('L898902C3'), 6)
  equal(checkDigit('740812'), 2)
  equal(checkDigit('120415'), 9)
  equal(checkDigit('ZE184226B<<<<<'), 1)
  equal(checkDigit('L898902C3674081221204159ZE184226B<<<<<1'), 0)
})

test('only the characters of the zone have a check digit, and fillers count nothing', () => {
  equal(checkDigit(''), 0)
  equal(checkDigit('<<<<<<<<<<<<<<'), 0)
  equal(checkDigit('l898902c3'), undefined)
  equal(checkDigit('L898 902'), undefined)
  equal(checkDigit('Ə12345'), undefined)
  equal(checkDigit('L898902C3\n'), undefined)
})

test('one digit read wrongly always changes the check digit', () => {
  const digits = fc.stringMatching(/^[0-9]{1,9}$/)
  fc.assert(
    fc.property(digits, fc.nat(8), fc.integer({ min: 1, max: 9 }), (field, place, by) => {
      const at = place % field.length
      const wrong = (Number(field[at]) + by) % 10
      const misread = `${field.slice(0, at)}${wrong}${field.slice(at + 1)}`
      equal(checkDigit(misread) === checkDigit(field), false)
    }),
  )
})

test('a document number is one to nine capital letters and digits', () => {
  const cases = [
    ['L898902C3', true],
    ['7', true],
    ['AZE123456', true],
    ['AZE1234567', false],
    ['', false],
    ['L898902C<', false],
    ['L898 902C', false],
    ['l898902c3', false],
    ['С1234567', false],
    ['123\n', false],
  ] as const
  deepEqual(
    cases.map(([text]) => [text, isDocumentNumber(text)]),
    cases,
  )
})

test('a number typed as it is printed is taken as the zone writes it', () => {
  equal(documentNumber(' l89 8902-c3 '), 'L898902C3')
  equal(documentNumber('AB1234567<'), 'AB1234567')
  equal(documentNumber('AB–1234567 <<'), 'AB1234567')
  for (const signed of ['-1', '1-', '--1', '−1', '<1', '#1', '-C0123456']) {
    equal(documentNumber(signed), undefined, signed)
  }
  equal(documentNumber('№ 1234567'), undefined)
  equal(documentNumber('12 34 567 890'), undefined)
  equal(documentNumber(''), undefined)
})
