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
  amount: 40,
  currency: 'AZN',
  dueOn: isoDate('2027-01-20'),
  isWithdrawn: false,
  before: 0,
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

test('the rest of what was too little settles it', () => {
  deepEqual(judged({ ...owing, before: 3999 }, told(1)), settles())
  deepEqual(judged({ ...owing, before: 3998 }, told(1)), open('too-little'))
  deepEqual(judged({ ...owing, before: 3999 }, told(2)), settles('too-much'))
})

test('what is paid already is paid twice', () => {
  deepEqual(judged({ ...owing, before: 4000 }, told(4000)), open('twice'))
  deepEqual(judged({ ...owing, before: 4000 }, told(1)), open('twice'))
})

test('nothing settles what is not known, not owed any more, or in another currency', () => {
  deepEqual(judged(undefined, told(4000)), open('unknown'))
  deepEqual(judged({ ...owing, isWithdrawn: true }, told(4000)), open('withdrawn'))
  deepEqual(judged(owing, told(4000, { currency: 'EUR' })), open('currency'))
})

test('what is paid back is looked at where less than is owed is left', () => {
  const back = (hundredths: number) => told(hundredths, { kind: 'refund' })
  deepEqual(judged({ ...owing, before: 4000 }, back(1)), open('refunded'))
  deepEqual(judged({ ...owing, before: 8000 }, back(4000)), open())
  deepEqual(judged({ ...owing, before: 8000 }, back(4001)), open('refunded'))
  deepEqual(judged({ ...owing, before: 3999 }, back(3999)), open())
  deepEqual(judged({ ...owing, isWithdrawn: true, before: 4000 }, back(4000)), open())
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
