import { deepEqual, doesNotMatch, equal, match } from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { Hono } from 'hono'
import { isoMoment } from '#core/dated.ts'
import { fixedClock } from '#platform/calendar.ts'
import { mountPayments } from '#standins/payments/pages.tsx'
import { paymentsState } from '#standins/payments/state.ts'
import { render } from '#ui/markup.ts'

const clock = fixedClock(isoMoment('2026-06-01T08:00:00.000Z'))

function portal() {
  const { privateKey: key } = generateKeyPairSync('ed25519')
  const state = paymentsState({ key, clock, notify: async () => '204' })
  const app = new Hono()
  mountPayments(app, state, (_title, content) => ({ text: render(content) }))
  const { number } = state.tell({
    number: 'D-1',
    institution: 'TOY',
    amount: '100.00',
    currency: 'AZN',
    purpose: 'A permit',
    dueOn: '2026-06-20',
  })
  const amounts = () => state.paidFor(number).map(({ kind, amount }) => `${kind} ${amount}`)
  return {
    state,
    amounts,
    read: async () => (await (await app.request(`/pay/${number}`)).text()).replaceAll(/\s+/g, ' '),
    act: async (fields: Record<string, string>) =>
      (
        await app.request(`/pay/${number}`, {
          method: 'POST',
          headers: { 'sec-fetch-site': 'same-origin' },
          body: new URLSearchParams(fields),
        })
      ).status,
  }
}

test('it asks for what is left of what was paid, and for no more', async () => {
  const { read, act, amounts } = portal()
  match(await read(), /Pay 100\.00 AZN/)
  doesNotMatch(await read(), /Left to pay/)
  equal(await act({ act: 'less' }), 303)
  match(await read(), /Left to pay[\s\S]*1\.00 AZN[\s\S]*Pay 1\.00 AZN/)

  equal(await act({ act: 'pay' }), 303)

  deepEqual(amounts(), ['payment 99.00', 'payment 1.00'])
  match(await read(), /Left to pay[\s\S]*0\.00 AZN[\s\S]*Pay 100\.00 AZN once more/)
})

test('what was paid back is left to pay again, and who wants to pay twice can', async () => {
  const { state, read, act, amounts } = portal()
  await act({ act: 'pay' })
  await act({ act: 'pay' })
  deepEqual(amounts(), ['payment 100.00', 'payment 100.00'])
  for (const { transaction } of state.paidFor('D-1')) await act({ act: 'refund', transaction })
  match(await read(), /Left to pay[\s\S]*100\.00 AZN[\s\S]*Pay 100\.00 AZN\s*</)
})
