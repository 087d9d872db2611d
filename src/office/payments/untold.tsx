import type { View } from '#office/env.ts'
import { paths } from '#office/paths.ts'
import { paymentsWords } from '#office/payments/words.ts'
import type { UntoldInvoice } from '#records/untold-invoices.ts'
import { formatDate } from '#telling/dates.ts'
import { hundredths } from '#telling/duty.tsx'
import { Button } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

type Props = {
  readonly view: View
  readonly untold: readonly UntoldInvoice[]
  readonly decides: boolean
}

/** What the portal of payments refuses to take: what, why, and by when it was to be paid. */
export const Untold = ({ view: { language }, untold, decides }: Props) => {
  if (untold.length === 0) return null
  const words = paymentsWords[language]
  return (
    <>
      <h2 class="govuk-heading-m">{words.untold}</h2>
      <p class="govuk-body">{words.untoldLead}</p>
      {untold.map((invoice) => (
        <form method="post" action={paths.payments.to(language)} id={`i-${invoice.id}`}>
          <input type="hidden" name="invoice" value={invoice.id} />
          <h3 class="govuk-heading-s">{invoice.number}</h3>
          <SummaryList
            rows={[
              {
                key: words.of,
                value: (
                  <a class="govuk-link" href={paths.case.to(language, { id: invoice.caseId })}>
                    {invoice.caseNumber}
                  </a>
                ),
              },
              { key: words.amount, value: hundredths(invoice, language) },
              { key: words.due, value: formatDate(invoice.dueOn, language, 'full') },
              { key: words.asked, value: invoice.isOwed ? words.owed : words.notOwed },
              {
                key: words.open,
                value: words.refused
                  .replace('{tries}', () => String(invoice.tries))
                  .replace('{code}', () => invoice.code),
              },
            ]}
          />
          {decides && (
            <Button variant="secondary" name="act" value="again">
              {words.again}
            </Button>
          )}
        </form>
      ))}
    </>
  )
}
