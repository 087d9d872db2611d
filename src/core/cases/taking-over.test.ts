import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { asWritten, comingOfAge, isOfAgeOn, knownBy } from '#core/cases/taking-over.ts'
import { birthdayOf, isoDate, OF_AGE } from '#core/dated.ts'
import type { PartialDate } from '#core/facts/partial-date.ts'

const partial = (text: string) => text as PartialDate

test('somebody is asked to take over from eight weeks before they are of age', () => {
  const day = isoDate('2027-03-27')
  equal(comingOfAge(day, isoDate('2027-01-29')), 'later')
  equal(comingOfAge(day, isoDate('2027-01-30')), 'soon')
  equal(comingOfAge(day, isoDate('2027-03-26')), 'soon')
  equal(comingOfAge(day, isoDate('2027-03-27')), 'of-age')
  equal(comingOfAge(day, isoDate('2031-01-01')), 'of-age')
})

test('whoever was born on 29 February is of age on 1 March, and so is nobody of the day before', () => {
  const day = birthdayOf(isoDate('2008-02-29'), OF_AGE)
  equal(day, '2026-03-01')
  equal(isOfAgeOn(partial('2008-02-29'), day), true)
  equal(isOfAgeOn(partial('2008-02-28'), day), false)
  equal(isOfAgeOn(partial('2008-03-02'), day), false)
})

test('a birth date that is known to the month or the year fits any day of it', () => {
  const day = isoDate('2026-03-27')
  equal(isOfAgeOn(partial('2008'), day), true)
  equal(isOfAgeOn(partial('2008-03'), day), true)
  equal(isOfAgeOn(partial('2008-04'), day), false)
  equal(isOfAgeOn(partial('2009'), day), false)
  deepEqual(asWritten(isoDate('2008-03-27')), ['2008-03-27', '2008-03', '2008'])
})

test('somebody is known by what fits, with a document where one was ever named', () => {
  const day = isoDate('2026-03-27')
  const born = partial('2008-03-27')
  const family = { birthDate: born, documentNumber: '' }
  const permit = { birthDate: born, documentNumber: 'CD123458' }
  const other = { birthDate: partial('2010-03-27'), documentNumber: 'CD123459' }
  deepEqual(knownBy([family, other], day), { asksDocument: false, by: [family] })
  deepEqual(knownBy([family, permit, other], day), { asksDocument: true, by: [permit] })
  deepEqual(knownBy([other], day), { asksDocument: false, by: [] })
})
