import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/examples.mobile.json'
import { readPhone } from '#core/facts/phone.ts'

/** One number of each country and territory that has its own, as its operators publish it. */
const NUMBERS = getCountries().flatMap((country) => getExampleNumber(country, examples) ?? [])

test('a number of every country is read as the operators write it from abroad', () => {
  equal(NUMBERS.length > 240, true)
  for (const number of NUMBERS) {
    for (const written of [number.number, number.formatInternational(), number.getURI()]) {
      deepEqual(readPhone(written), { ok: true, phone: number.number }, written)
    }
  }
})

test('the zero that is dialled at home only is left out, and no other', () => {
  for (const number of NUMBERS) {
    const national = number.formatNational().replace(/\D/g, '')
    if (!national.startsWith('0')) continue
    const reading = readPhone(`+${number.countryCallingCode} (0)${national.slice(1)}`)
    const read = parsePhoneNumberFromString(reading.ok ? reading.phone : '')
    equal(read?.isValid(), true, `${number.country} ${national}`)
  }
})
