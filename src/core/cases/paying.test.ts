import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import {
  differences,
  judged,
  type Booked,
  type Owing,
  type PaymentTold,
} from '#core/cases/paying.ts'
import { isoDate } from '#core/dated.ts'

const owing: Owing = {
  currency: 'AZN',
  owed: 4000,
  paid: 0,
  isAnew: false,
  dueOn: isoDate('2027-01-20'),
}
const told = (hundredths: number, more: Partial<PaymentTold> = {}): PaymentTold => ({
  kind: 'payment',
  hundredths,
  currency: 'AZN',
  on: isoDate('2027-01-19'),
  ...more,
})
const open = (...findings: readonly string[]) => ({ settles: false, findings })
const settles = (...findings: readonly string[]) => ({ settles: true, findings })

test('what is owed settles to the hundredth, and one less or more is told', () => {
  deepEqual(judged(owing, told(3999)), open('too-little'))
  deepEqual(judged(owing, told(4000)), settles())
  deepEqual(judged(owing, told(4001)), settles('too-much'))
})

test('the last day is in time, the day after is late and settles as well', () => {
  deepEqual(judged(owing, told(4000, { on: isoDate('2027-01-20') })), settles())
  deepEqual(judged(owing, told(4000, { on: isoDate('2027-01-21') })), settles('late'))
})

test('the rest of what was too little settles it, and so does that of what counts from before', () => {
  deepEqual(judged({ ...owing, paid: 3999 }, told(1)), settles())
  deepEqual(judged({ ...owing, paid: 3998 }, told(1)), open('too-little'))
  deepEqual(judged({ ...owing, paid: 3999 }, told(2)), settles('too-much'))
})

test('what is paid already is paid twice', () => {
  deepEqual(judged({ ...owing, paid: 4000 }, told(4000)), open('twice'))
  deepEqual(judged({ ...owing, paid: 4000 }, told(1)), open('twice'))
})

test('nothing settles what is not known, not owed any more, or in another currency', () => {
  deepEqual(judged(undefined, told(4000)), open('unknown'))
  deepEqual(judged({ ...owing, owed: 0 }, told(4000)), open('withdrawn'))
  deepEqual(judged(owing, told(4000, { currency: 'EUR' })), open('currency'))
})

test('while it is decided anew what is paid counts, and nobody has to look at it', () => {
  deepEqual(judged({ ...owing, owed: 0, isAnew: true }, told(4000)), open())
  const euros = told(4000, { currency: 'EUR' })
  deepEqual(judged({ ...owing, owed: 0, isAnew: true }, euros), open('currency'))
})

const back = (hundredths: number, more: Partial<PaymentTold> = {}) =>
  told(hundredths, { kind: 'refund', ...more })

test('what is paid back is looked at where less than is owed is left', () => {
  deepEqual(judged({ ...owing, paid: 4000 }, back(1)), open('refunded'))
  deepEqual(judged({ ...owing, paid: 8000 }, back(4000)), open())
  deepEqual(judged({ ...owing, paid: 8000 }, back(4001)), open('refunded'))
  deepEqual(judged({ ...owing, paid: 3999 }, back(3999)), open())
  deepEqual(judged({ ...owing, owed: 0, paid: 4000 }, back(4000)), open())
})

test('what is paid back is what was asked for, or an official looks at it', () => {
  const of = { hundredths: 4000, currency: 'AZN' }
  const twice = { ...owing, paid: 8000 }
  deepEqual(judged(twice, back(4000, { of })), open())
  deepEqual(judged(twice, back(3999, { of })), open('refund-differs'))
  deepEqual(judged(twice, back(4000, { of, currency: 'EUR' })), open('refund-differs'))
  deepEqual(judged(twice, back(4000, { of: 'nothing' })), open('refund-differs'))
  deepEqual(judged(twice, back(4001, { of })), open('refund-differs', 'refunded'))
  deepEqual(judged(undefined, back(4000, { of })), open(), 'of a number that is not ours')
  deepEqual(judged(undefined, back(4000)), open('unknown'))
  deepEqual(judged(twice, back(4000, { currency: 'EUR' })), open('currency'))
})

const booked = (transaction: string, more: Partial<Booked> = {}): Booked => ({
  transaction,
  kind: 'payment',
  hundredths: 4000,
  currency: 'AZN',
  ...more,
})

test('books that are alike differ in nothing, whatever their order', () => {
  deepEqual(differences([booked('a'), booked('b')], [booked('b'), booked('a')]), [])
  deepEqual(differences([], []), [])
})

test('what one book has alone is told, and what stands otherwise', () => {
  deepEqual(differences([booked('a'), booked('b')], [booked('b'), booked('c')]), [
    { transaction: 'a', what: 'only-here' },
    { transaction: 'c', what: 'only-there' },
  ])
  const otherwise = [{ transaction: 'a', what: 'otherwise' }]
  deepEqual(differences([booked('a')], [booked('a', { hundredths: 3999 })]), otherwise)
  deepEqual(differences([booked('a')], [booked('a', { kind: 'refund' })]), otherwise)
  deepEqual(differences([booked('a')], [booked('a', { currency: 'EUR' })]), otherwise)
})
