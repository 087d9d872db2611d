import { accountOf, isSettled } from '#core/cases/account.ts'
import type { Language } from '#core/language.ts'
import type { Tx } from '#platform/database.ts'
import { nameOfPart } from '#portal/names-of-parts.ts'
import type { OwnAnswers, OwnCase } from '#portal/own-case.ts'
import { byPerson, invoicesOf, type Invoices } from '#records/invoices.ts'
import { formatDate } from '#telling/dates.ts'
import { hundredths, money } from '#telling/duty.tsx'
import { lastOf, saidOf, standsIn } from '#telling/paid.ts'
import { ButtonLink } from '#ui/button.tsx'
import { SummaryList } from '#ui/summary-list.tsx'

/** What is owed of one person, by their name where there are several. */
export type Owed = { readonly invoices: Invoices; readonly name?: string | undefined }

/** Of each whose part is shown there, by their name where there are several. */
export async function owedOf(
  tx: Tx,
  parts: readonly [OwnCase | OwnAnswers, ...(OwnCase | OwnAnswers)[]],
  language: Language,
): Promise<readonly Owed[]> {
  const people = byPerson(await invoicesOf(tx, parts[0].found.standing.id))
  return parts.flatMap((part) => {
    const name = part.found.several && 'kept' in part ? nameOfPart(part, language) : undefined
    return people
      .filter(([{ party }]) => party === part.found.partyId)
      .map((invoices) => ({ invoices, name }))
  })
}

/** Whether there was something to pay, and all of it is. */
export const isPaid = (owed: readonly Owed[]): boolean =>
  owed.length > 0 && owed.every(({ invoices }) => isSettled(accountOf(invoices)))

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

/** All that one was asked for: what of it is to be paid, and what was. */
const One = ({ invoices, name, language }: Owed & { readonly language: Language }) => {
  const words = WORDS[language]
  const account = accountOf(invoices)
  const { owed, paid, rest, currency } = account
  const sum = (amount: number) => hundredths({ hundredths: amount, currency }, language)
  const last = lastOf(invoices)
  const { number, dueOn, state, url } = last
  const isOpen = state === 'open' && rest > 0
  return (
    <>
      <SummaryList
        rows={[
          ...(name === undefined ? [] : [{ key: words.whose, value: name }]),
          ...(owed > 0 || !account.isAnew
            ? [{ key: words.amount, value: owed > 0 ? sum(owed) : money(last, language) }]
            : []),
          ...(isOpen && paid > 0 ? [{ key: words.before, value: sum(paid) }] : []),
          { key: words.number, value: number },
          ...(isOpen ? [{ key: words.due, value: formatDate(dueOn, language, 'full') }] : []),
          { key: words.stands, value: standsIn(invoices, account, language) },
        ]}
      />
      {saidOf(invoices, account, language).map((text) => (
        <p class="govuk-body">{text}</p>
      ))}
      {isOpen && url !== undefined && (
        <>
          <ButtonLink href={url}>{words.pay.replace('{amount}', () => sum(rest))}</ButtonLink>
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
    before: 'Artıq ödənilib',
    due: 'Ödəmək üçün son gün',
    stands: 'Vəziyyət',
    pay: '{amount} ödəyin',
    elsewhere:
      'Dövlətin ödəniş portalında ödəyirsiniz. O, ödənişi bildirən kimi bunu burada görəcəksiniz.',
  },
  tr: {
    title: 'Harcın ödenmesi',
    whose: 'Kimin için',
    amount: 'Tutar',
    number: 'Ödeme numarası',
    before: 'Ödenen',
    due: 'Ödemek için son gün',
    stands: 'Durum',
    pay: '{amount} ödeyin',
    elsewhere:
      'Devletin ödeme portalında ödersiniz. Portal ödemeyi bildirir bildirmez burada görürsünüz.',
  },
  en: {
    title: 'Paying the duty',
    whose: 'For',
    amount: 'Amount',
    number: 'Payment number',
    before: 'Paid so far',
    due: 'Last day to pay',
    stands: 'Where it stands',
    pay: 'Pay {amount}',
    elsewhere:
      'You pay in the payment portal of the state. As soon as it tells us, you see it here.',
  },
  ru: {
    title: 'Уплата пошлины',
    whose: 'За кого',
    amount: 'Сумма',
    number: 'Номер платежа',
    before: 'Уже уплачено',
    due: 'Последний день для уплаты',
    stands: 'Состояние',
    pay: 'Уплатить {amount}',
    elsewhere:
      'Вы платите на государственном платёжном портале. Как только он сообщит нам, вы увидите это здесь.',
  },
} as const satisfies Record<Language, unknown>
