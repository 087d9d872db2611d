import type { Hono, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isoMoment } from '#core/dated.ts'
import { isFromOurPage } from '#standins/exchange/pages.tsx'
import type { Paid, PaymentsState, Told } from '#standins/payments/state.ts'
import { Button, ButtonGroup } from '#ui/button.tsx'
import type { Child } from '#ui/markup.ts'
import { SummaryList } from '#ui/summary-list.tsx'
import { Table } from '#ui/table.tsx'
import { TextInput } from '#ui/text-input.tsx'

type Page = (title: string, content: Child, back?: string) => { readonly text: string }

const BYTES_MAX = 16_384
const HUNDRED = 100
const LESS = 100

/** Where an invented payer pays, in every way in which somebody does. */
export function mountPayments(app: Hono, state: PaymentsState, page: Page): void {
  app.get('/payments', (c) => c.html(page('Payments', <Invoices state={state} />, '/').text))
  const tooLarge = bodyLimit({ maxSize: BYTES_MAX, onError: (c) => c.text('Too large', 413) })
  const guarded: MiddlewareHandler = async (c, next) =>
    isFromOurPage(c.req.raw) ? tooLarge(c, next) : c.text('Not from this page', 403)
  app.post('/payments/*', guarded)
  app.post('/pay/*', guarded)
  app.post('/payments/line', async (c) => {
    state.setDown((await c.req.parseBody())['down'] === 'yes')
    return c.redirect('/payments', 303)
  })
  app.post('/payments/back', async (c) => {
    const { id } = await c.req.parseBody()
    if (typeof id === 'string') await state.payBack(id)
    return c.redirect('/payments', 303)
  })
  app.get('/pay/:number', (c) => {
    const invoice = state.invoice(c.req.param('number'))
    if (!invoice) return c.notFound()
    const paid = state.paidFor(invoice.number)
    return c.html(page('Pay', <PayPage invoice={invoice} paid={paid} />, '/payments').text)
  })
  app.post('/pay/:number', async (c) => {
    const invoice = state.invoice(c.req.param('number'))
    if (!invoice) return c.notFound()
    await act(state, invoice, await c.req.parseBody())
    return c.redirect(`/pay/${invoice.number}`, 303)
  })
}

async function act(
  state: PaymentsState,
  invoice: Told,
  form: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { act: wanted, on, silent, transaction } = form
  const day = typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : undefined
  const at = day === undefined ? {} : { at: isoMoment(`${day}T08:00:00.000Z`) }
  const paid = state.paidFor(invoice.number)
  const how = { invoice, ...at, isSilent: silent === 'yes' }
  switch (wanted) {
    case 'pay':
      await state.pay({ ...how, amount: asked(invoice, paid) })
      break
    case 'less': {
      const less = Math.max(1, hundredths(asked(invoice, paid)) - LESS)
      await state.pay({ ...how, amount: (less / HUNDRED).toFixed(2) })
      break
    }
    case 'refund': {
      const of = paid.find((each) => each.transaction === transaction)
      if (of) await state.pay({ ...how, kind: 'refund', amount: of.amount })
      break
    }
    case 'again':
      if (typeof transaction === 'string') await state.tellAgain(transaction)
      break
  }
}

const hundredths = (amount: string): number => Math.round(Number(amount) * HUNDRED)

/** What is left of an invoice after all that was paid for it and paid back, in hundredths. */
const restOf = ({ amount }: Told, paid: readonly Paid[]): number =>
  paid.reduce(
    (rest, each) => rest + (each.kind === 'refund' ? 1 : -1) * hundredths(each.amount),
    hundredths(amount),
  )

/** What it asks to be paid: what is left; all of it again of whoever has paid and wants to pay. */
function asked(invoice: Told, paid: readonly Paid[]): string {
  const rest = restOf(invoice, paid)
  return rest > 0 ? (rest / HUNDRED).toFixed(2) : invoice.amount
}

const Invoices = ({ state }: { readonly state: PaymentsState }) => (
  <>
    <h1 class="govuk-heading-l">Payments</h1>
    <p class="govuk-body">
      A stand-in for the portal at which duties are paid. Nobody in it is real, and no money is.
    </p>
    <Table
      caption="Invoices"
      captionHidden
      columns={[{ head: 'Number' }, { head: 'Amount' }, { head: 'Due' }, { head: 'Paid' }]}
      rows={state.invoices().map(({ number, amount, currency, dueOn }) => [
        <a class="govuk-link" href={`/pay/${number}`}>
          {number}
        </a>,
        `${amount} ${currency}`,
        dueOn,
        String(state.paidFor(number).length),
      ])}
    />
    {state.askedBack().length > 0 && (
      <form method="post" action="/payments/back">
        <h2 class="govuk-heading-m">Asked to be paid back</h2>
        {state.askedBack().map(({ id, amount, currency, transaction }) => (
          <p class="govuk-body">
            {amount} {currency} of {transaction}{' '}
            <Button variant="secondary" name="id" value={id}>
              Pay back {amount} {currency}
            </Button>
          </p>
        ))}
      </form>
    )}
    <form method="post" action="/payments/line">
      <Button variant="secondary" name="down" value={state.isDown() ? 'no' : 'yes'}>
        {state.isDown() ? 'Take the portal up again' : 'Take the portal down'}
      </Button>
    </form>
  </>
)

type PayProps = { readonly invoice: Told; readonly paid: readonly Paid[] }

const PayPage = ({ invoice, paid }: PayProps) => {
  const isPaid = restOf(invoice, paid) <= 0
  return (
    <>
      <h1 class="govuk-heading-l">Pay {invoice.number}</h1>
      <SummaryList
        rows={[
          { key: 'Amount', value: `${invoice.amount} ${invoice.currency}` },
          ...(paid.length === 0 ? [] : [{ key: 'Left to pay', value: leftOf(invoice, paid) }]),
          { key: 'For', value: invoice.purpose },
          { key: 'To be paid by', value: invoice.dueOn },
          ...(invoice.withdrawn ? [{ key: 'Withdrawn', value: 'Nothing is owed any more' }] : []),
        ]}
      />
      <form method="post" action={`/pay/${invoice.number}`}>
        <TextInput name="on" label="On another day than today" hint="2027-01-20" width={10} />
        <TextInput name="silent" label="Tell Keçid nothing of it: write yes" width={5} />
        <ButtonGroup>
          <Button name="act" value="pay" {...(isPaid ? { variant: 'secondary' as const } : {})}>
            Pay {asked(invoice, paid)} {invoice.currency}
            {isPaid ? ' once more' : ''}
          </Button>
          <Button variant="secondary" name="act" value="less">
            Pay one less
          </Button>
          <Button variant="secondary" name="act" value="cancel">
            Cancel
          </Button>
        </ButtonGroup>
      </form>
      {paid.map((each) => (
        <form method="post" action={`/pay/${invoice.number}`}>
          <h2 class="govuk-heading-s">
            {each.kind === 'payment' ? 'Paid' : 'Paid back'} {each.amount} {each.currency}
          </h2>
          <p class="govuk-body">
            Receipt {each.receipt}, notice: {each.notice}
          </p>
          <input type="hidden" name="transaction" value={each.transaction} />
          <ButtonGroup>
            <Button variant="secondary" name="act" value="again">
              Tell Keçid again
            </Button>
            {each.kind === 'payment' && (
              <Button variant="warning" name="act" value="refund">
                Pay it back
              </Button>
            )}
          </ButtonGroup>
        </form>
      ))}
    </>
  )
}

function leftOf(invoice: Told, paid: readonly Paid[]): string {
  const left = Math.max(0, restOf(invoice, paid))
  return `${(left / HUNDRED).toFixed(2)} ${invoice.currency}`
}
