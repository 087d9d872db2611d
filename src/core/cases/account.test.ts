import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import {
  accountOf,
  payingBackOf,
  type Account,
  type InvoiceIn,
  type PaidIn,
} from '#core/cases/account.ts'
import { isoDate } from '#core/dated.ts'

const paid = (hundredths: number, more: Partial<PaidIn> = {}): PaidIn => ({
  id: 'p',
  kind: 'payment',
  hundredths,
  currency: 'AZN',
  back: [],
  ...more,
})
const refund = (hundredths: number) => paid(hundredths, { id: 'r', kind: 'refund' })

type Invoice = InvoiceIn & { readonly payments: readonly PaidIn[] }
const asked = (amount: number, more: Partial<Invoice> = {}): Invoice => ({
  amount,
  currency: 'AZN',
  credited: 0,
  state: 'open',
  onPaper: 0,
  stands: 'holds',
  payments: [],
  byHand: [],
  ...more,
})
const gone = (amount: number, ...payments: readonly PaidIn[]): Invoice =>
  asked(amount, { state: payments.length > 0 ? 'paid' : 'withdrawn', stands: 'gone', payments })

type Sums = Partial<Account>
const TABLE: readonly (readonly [string, readonly [Invoice, ...Invoice[]], Sums])[] = [
  ['nothing paid', [asked(40)], { owed: 4000, paid: 0, rest: 4000, tooMuch: 0 }],
  [
    'paid once',
    [asked(40, { state: 'paid', payments: [paid(4000)] })],
    { owed: 4000, paid: 4000, rest: 0, tooMuch: 0 },
  ],
  [
    'paid twice',
    [asked(40, { state: 'paid', payments: [paid(4000), paid(4000)] })],
    { paid: 8000, rest: 0, tooMuch: 4000 },
  ],
  [
    'paid twice, and once paid back',
    [asked(40, { state: 'paid', payments: [paid(4000), paid(4000), refund(4000)] })],
    { paid: 4000, rest: 0, tooMuch: 0 },
  ],
  ['too little', [asked(40, { payments: [paid(3999)] })], { rest: 1, tooMuch: 0 }],
  ['too much by one', [asked(40, { state: 'paid', payments: [paid(4001)] })], { tooMuch: 1 }],
  [
    'in another currency',
    [asked(40, { payments: [paid(4000, { currency: 'EUR' })] })],
    { paid: 0, rest: 4000, tooMuch: 0 },
  ],
  [
    'on paper',
    [asked(40, { state: 'recorded', onPaper: 4000 })],
    { owed: 4000, paid: 4000, rest: 0, tooMuch: 0 },
  ],
  [
    'on paper and at the portal',
    [asked(40, { state: 'recorded', onPaper: 4000, payments: [paid(4000)] })],
    { owed: 4000, paid: 8000, tooMuch: 4000 },
  ],
  [
    'on paper and too much, and paid back by hand',
    [
      asked(40, {
        state: 'recorded',
        onPaper: 4000,
        stands: 'gone',
        byHand: [{ hundredths: 4000, on: isoDate('2026-03-02') }],
      }),
    ],
    { owed: 0, paid: 0, rest: 0, tooMuch: 0 },
  ],
  [
    'to be paid back by hand, and not yet',
    [
      asked(40, {
        state: 'recorded',
        onPaper: 4000,
        stands: 'gone',
        byHand: [{ hundredths: 4000, on: null }],
      }),
    ],
    { paid: 4000, tooMuch: 4000 },
  ],
  ['recorded as not paid', [asked(40, { state: 'recorded' })], { owed: 0, rest: 0, tooMuch: 0 }],
  [
    'paid, and being decided anew',
    [asked(40, { state: 'paid', stands: 'anew', payments: [paid(4000)] })],
    { paid: 4000, rest: 0, tooMuch: 0, isAnew: true },
  ],
  [
    'paid, and nothing is decided anew',
    [gone(40, paid(4000))],
    { owed: 0, paid: 4000, rest: 0, tooMuch: 4000 },
  ],
  [
    'decided anew for the same',
    [gone(40, paid(4000)), asked(40, { credited: 4000, state: 'paid' })],
    { owed: 4000, paid: 4000, rest: 0, tooMuch: 0 },
  ],
  [
    'decided anew for more',
    [gone(40, paid(4000)), asked(60, { credited: 4000 })],
    { owed: 6000, paid: 4000, rest: 2000, tooMuch: 0 },
  ],
  [
    'decided anew for more, and that is paid',
    [gone(40, paid(4000)), asked(60, { credited: 4000, state: 'paid', payments: [paid(2000)] })],
    { owed: 6000, paid: 6000, rest: 0, tooMuch: 0 },
  ],
  [
    'decided anew for less',
    [gone(60, paid(6000)), asked(40, { credited: 4000, state: 'paid' })],
    { owed: 4000, paid: 6000, rest: 0, tooMuch: 2000 },
  ],
  [
    'too little before it was decided anew',
    [
      asked(40, { state: 'withdrawn', stands: 'gone', payments: [paid(3999)] }),
      asked(40, { credited: 3999 }),
    ],
    { owed: 4000, paid: 3999, rest: 1, tooMuch: 0 },
  ],
  [
    'paid by the number of before',
    [gone(40, paid(4000), paid(1000)), asked(60, { credited: 4000 })],
    { rest: 1000, tooMuch: 0 },
  ],
  ['withdrawn unpaid', [gone(40)], { owed: 0, paid: 0, rest: 0, tooMuch: 0 }],
]

for (const [name, invoices, sums] of TABLE) {
  test(`what is owed and too much: ${name}`, () => {
    const account = accountOf(invoices)
    deepEqual({ ...account, ...sums }, account)
  })
}

test('what is too much is paid back by the last payments, of each no more than it was', () => {
  const of = (...payments: readonly PaidIn[]) => payingBackOf([gone(40, ...payments)])
  const [one, two] = [paid(4000, { id: 'a' }), paid(2500, { id: 'b' })]
  deepEqual(of(one, two), {
    waiting: 0,
    byHand: 0,
    left: 6500,
    parts: [
      { payment: 'b', hundredths: 2500 },
      { payment: 'a', hundredths: 4000 },
    ],
  })
  deepEqual(payingBackOf([asked(40, { state: 'paid', payments: [one, two] })]).parts, [
    { payment: 'b', hundredths: 2500 },
  ])
})

test('what is being paid back is not paid back again, and once it is done it counts as paid back', () => {
  const back = (done: boolean) => [{ hundredths: 4000, done }]
  const waits = paid(4000, { id: 'a', back: back(false) })
  const done = paid(4000, { id: 'a', back: back(true) })
  deepEqual(payingBackOf([gone(40, waits)]), { waiting: 4000, byHand: 0, left: 0, parts: [] })
  deepEqual(payingBackOf([gone(40, done, refund(4000))]), {
    waiting: 0,
    byHand: 0,
    left: 0,
    parts: [],
  })
})

test('what was paid on paper is too much as well, and no portal pays it back', () => {
  const invoice = asked(40, { state: 'recorded', onPaper: 4000, stands: 'gone' })
  deepEqual(payingBackOf([invoice]), { waiting: 0, byHand: 0, left: 4000, parts: [] })
  const back = payingBackOf([{ ...invoice, byHand: [{ hundredths: 4000, on: null }] }])
  deepEqual(back, { waiting: 4000, byHand: 4000, left: 0, parts: [] })
  const done = { hundredths: 4000, on: isoDate('2026-03-02') }
  const ended = payingBackOf([{ ...invoice, byHand: [done] }])
  deepEqual(ended, { waiting: 0, byHand: 0, left: 0, parts: [] })
})
