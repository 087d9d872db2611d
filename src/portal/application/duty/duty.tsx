import type { Language } from '#core/language.ts'
import type { Tx } from '#platform/database.ts'
import { nameOfPart } from '#portal/names-of-parts.ts'
import type { OwnAnswers, OwnCase } from '#portal/own-case.ts'
import { invoicesOf, type Invoice } from '#records/invoices.ts'
import { formatDate } from '#telling/dates.ts'
import { money } from '#telling/duty.tsx'
import { paidFor, restOf, saidOf, standsIn } from '#telling/paid.ts'
import { ButtonLink } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

/** What is owed of one person, by their name where there are several. */
export type Owed = { readonly invoice: Invoice; readonly name?: string | undefined }

/** Of each whose part is shown there, by their name where there are several. */
export async function owedOf(
  tx: Tx,
  parts: readonly [OwnCase | OwnAnswers, ...(OwnCase | OwnAnswers)[]],
  language: Language,
): Promise<readonly Owed[]> {
  const invoices = await invoicesOf(tx, parts[0].found.standing.id)
  return parts.flatMap((part) => {
    const name = part.found.several && 'kept' in part ? nameOfPart(part, language) : undefined
    return invoices
      .filter(({ party }) => party === part.found.partyId)
      .map((invoice) => ({ invoice, name }))
  })
}

type Props = { readonly owed: readonly Owed[]; readonly language: Language }

/** What is to be paid, by when and where; and what was paid for it. */
export const Duties = ({ owed, language }: Props) => {
  if (owed.length === 0) return null
  const words = WORDS[language]
  return (
    <section>
      <h2 class="govuk-heading-m">{words.title}</h2>
      {owed.map((each) => (
        <One {...each} language={language} />
      ))}
    </section>
  )
}

const One = ({ invoice, name, language }: Owed & { readonly language: Language }) => {
  const words = WORDS[language]
  const { number, dueOn, state, url } = invoice
  const price = money(invoice, language)
  const paid = paidFor(invoice)
  return (
    <>
      <SummaryList
        rows={[
          ...(name === undefined ? [] : [{ key: words.whose, value: name }]),
          { key: words.amount, value: price },
          { key: words.number, value: number },
          ...(state === 'open'
            ? [{ key: words.due, value: formatDate(dueOn, language, 'full') }]
            : []),
          {
            key: words.stands,
            value:
              state === 'open' && url === undefined ? words.notThere : standsIn(invoice, language),
          },
        ]}
      />
      {invoice.payments.flatMap((payment) =>
        saidOf(payment, invoice, language).map((text) => <p class="govuk-body">{text}</p>),
      )}
      {state === 'open' && url !== undefined && (
        <>
          <ButtonLink href={url}>
            {words.pay.replace('{amount}', () => (paid > 0 ? restOf(invoice, language) : price))}
          </ButtonLink>
          <p class="govuk-body">{words.elsewhere}</p>
        </>
      )}
    </>
  )
}

const WORDS = {
  az: {
    title: 'Rüsumun ödənilməsi',
    whose: 'Kim üçün',
    amount: 'Məbləğ',
    number: 'Ödəniş nömrəsi',
    due: 'Ödəmək üçün son gün',
    stands: 'Vəziyyət',
    notThere: 'Ödənilməyib. Keçid burada özü görünəcək, bir azdan yenidən baxın.',
    pay: '{amount} ödəyin',
    elsewhere:
      'Dövlətin ödəniş portalında ödəyirsiniz. O, ödənişi bildirən kimi bunu burada görəcəksiniz.',
  },
  tr: {
    title: 'Harcın ödenmesi',
    whose: 'Kimin için',
    amount: 'Tutar',
    number: 'Ödeme numarası',
    due: 'Ödemek için son gün',
    stands: 'Durum',
    notThere: 'Ödenmedi. Bağlantı burada kendiliğinden görünecek, biraz sonra yeniden bakın.',
    pay: '{amount} ödeyin',
    elsewhere:
      'Devletin ödeme portalında ödersiniz. Portal ödemeyi bildirir bildirmez burada görürsünüz.',
  },
  en: {
    title: 'Paying the duty',
    whose: 'For',
    amount: 'Amount',
    number: 'Payment number',
    due: 'Last day to pay',
    stands: 'Where it stands',
    notThere: 'Not paid. The link comes here by itself, look again in a while.',
    pay: 'Pay {amount}',
    elsewhere:
      'You pay in the payment portal of the state. As soon as it tells us, you see it here.',
  },
  ru: {
    title: 'Уплата пошлины',
    whose: 'За кого',
    amount: 'Сумма',
    number: 'Номер платежа',
    due: 'Последний день для уплаты',
    stands: 'Состояние',
    notThere: 'Не уплачена. Ссылка появится здесь сама, загляните чуть позже.',
    pay: 'Уплатить {amount}',
    elsewhere:
      'Вы платите на государственном платёжном портале. Как только он сообщит нам, вы увидите это здесь.',
  },
} as const satisfies Record<Language, unknown>
