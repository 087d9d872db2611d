import { equal, match } from 'node:assert/strict'
import { test } from 'node:test'
import { accountOf } from '#core/cases/account.ts'
import { LANGUAGES } from '#core/language.ts'
import { standsIn, type InvoicesTold } from '#telling/paid.ts'

const recorded = (onPaper: number): InvoicesTold => [
  {
    amount: 240,
    currency: 'AZN',
    credited: 0,
    state: 'recorded',
    onPaper,
    stands: 'holds',
    payments: [],
    byHand: [],
    looked: [],
  },
]

const told = (invoices: InvoicesTold, language: (typeof LANGUAGES)[number] = 'en') =>
  standsIn(invoices, accountOf(invoices), language)

test('what an official recorded by a receipt is paid, and the rest that they recorded is closed', () => {
  match(told(recorded(24_000)), /^Paid: an official/)
  match(told(recorded(0)), /^Closed here/)
  equal(new Set(LANGUAGES.map((language) => told(recorded(24_000), language))).size, 4)
})
