import type { Language } from '#core/language.ts'
import type { Tx } from '#platform/database.ts'
import { nameOfPart } from '#portal/names-of-parts.ts'
import type { OwnAnswers, OwnCase } from '#portal/own-case.ts'
import { invoicesOf, type Invoice, type PaymentKept } from '#records/invoices.ts'
import { formatDate } from '#telling/dates.ts'
import { hundredths, money } from '#telling/duty.tsx'
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
          { key: words.stands, value: standsIn(invoice, language) },
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

/** In hundredths, less what was paid back. */
const paidFor = ({ payments }: Invoice): number =>
  payments.reduce(
    (sum, { kind, hundredths: parts }) => sum + (kind === 'refund' ? -parts : parts),
    0,
  )

/** What is still to be paid, or what was paid beyond that. */
function restOf(invoice: Invoice, language: Language): string {
  const rest = Math.abs(invoice.amount * 100 - paidFor(invoice))
  return hundredths({ hundredths: rest, currency: invoice.currency }, language)
}

function standsIn({ state, url, payments }: Invoice, language: Language): string {
  const words = WORDS[language]
  if (state === 'open') return url === undefined ? words.notThere : words.open
  if (state === 'recorded') return words.recorded
  if (state === 'withdrawn') return words.withdrawn
  const last = payments.find(({ settles }) => settles)
  if (last === undefined) return words.recorded
  return words.paid
    .replace('{day}', () => formatDate(last.on, language, 'full'))
    .replace('{receipt}', () => last.receipt)
}

/** What became of a payment that is not simply that: what is done about it, and by whom. */
function saidOf(payment: PaymentKept, invoice: Invoice, language: Language): readonly string[] {
  const words = WORDS[language]
  const amount = hundredths(payment, language)
  return payment.looked.flatMap(({ kind, answer }): readonly string[] => {
    const back = answer === 'pay-back' ? [words.back.replace('{amount}', () => amount)] : []
    switch (kind) {
      case 'twice':
      case 'withdrawn':
      case 'currency':
        return answer === null ? [words.more.replace('{amount}', () => amount)] : back
      // Of what was paid in parts, what is beyond the whole, and not the last part.
      case 'too-much': {
        const beyond = restOf(invoice, language)
        if (answer === null) return [words.more.replace('{amount}', () => beyond)]
        return answer === 'pay-back' ? [words.back.replace('{amount}', () => beyond)] : []
      }
      case 'too-little':
        if (invoice.state !== 'open') return []
        return answer === null ? [words.less.replace('{amount}', () => amount)] : back
      case 'late':
        return answer === null ? [words.late] : []
      case 'refunded':
        return [words.refunded.replace('{amount}', () => amount)]
      case 'unknown':
        return back
    }
  })
}

const WORDS = {
  az: {
    title: 'Rüsumun ödənilməsi',
    whose: 'Kim üçün',
    amount: 'Məbləğ',
    number: 'Ödəniş nömrəsi',
    due: 'Ödəmək üçün son gün',
    stands: 'Vəziyyət',
    open: 'Ödənilməyib',
    notThere: 'Ödənilməyib. Keçid burada özü görünəcək, bir azdan yenidən baxın.',
    recorded: 'Burada bağlanıb: nəticəni əməkdaş qeyd edib',
    withdrawn: 'Heç nə ödəmək lazım deyil',
    paid: 'Qəbzin nömrəsi {receipt}, ödənilib: {day}',
    pay: '{amount} ödəyin',
    elsewhere:
      'Dövlətin ödəniş portalında ödəyirsiniz. O, ödənişi bildirən kimi bunu burada görəcəksiniz.',
    more: 'Lazım olandan artıq ödəmisiniz: {amount}. Əməkdaş buna baxır.',
    less: '{amount} ödəmisiniz, qalanı hələ ödənilməyib.',
    late: 'Son gündən sonra ödəmisiniz. Əməkdaş bunun nəticəsi olub-olmadığına baxır.',
    back: '{amount} sizə qaytarılır.',
    refunded: 'Sizə {amount} qaytarılıb.',
  },
  tr: {
    title: 'Harcın ödenmesi',
    whose: 'Kimin için',
    amount: 'Tutar',
    number: 'Ödeme numarası',
    due: 'Ödemek için son gün',
    stands: 'Durum',
    open: 'Ödenmedi',
    notThere: 'Ödenmedi. Bağlantı burada kendiliğinden görünecek, biraz sonra yeniden bakın.',
    recorded: 'Burada kapandı: sonucu bir görevli kaydetti',
    withdrawn: 'Bir şey ödemeniz gerekmiyor',
    paid: 'Makbuz numarası {receipt}, ödendi: {day}',
    pay: '{amount} ödeyin',
    elsewhere:
      'Devletin ödeme portalında ödersiniz. Portal ödemeyi bildirir bildirmez burada görürsünüz.',
    more: 'Gerekenden fazla ödediniz: {amount}. Bir görevli buna bakıyor.',
    less: '{amount} ödediniz, kalanı henüz ödenmedi.',
    late: 'Son günden sonra ödediniz. Bir görevli bunun bir sonucu olup olmadığına bakıyor.',
    back: '{amount} size geri ödeniyor.',
    refunded: 'Size {amount} geri ödendi.',
  },
  en: {
    title: 'Paying the duty',
    whose: 'For',
    amount: 'Amount',
    number: 'Payment number',
    due: 'Last day to pay',
    stands: 'Where it stands',
    open: 'Not paid',
    notThere: 'Not paid. The link comes here by itself, look again in a while.',
    recorded: 'Closed here: an official recorded what became of it',
    withdrawn: 'You do not have to pay anything',
    paid: 'Receipt number {receipt}, paid on {day}',
    pay: 'Pay {amount}',
    elsewhere:
      'You pay in the payment portal of the state. As soon as it tells us, you see it here.',
    more: 'You paid more than you had to: {amount}. An official is looking at it.',
    less: 'You paid {amount}, the rest is still to be paid.',
    late: 'You paid after the last day. An official is looking at whether anything follows.',
    back: '{amount} is being paid back to you.',
    refunded: '{amount} was paid back to you.',
  },
  ru: {
    title: 'Уплата пошлины',
    whose: 'За кого',
    amount: 'Сумма',
    number: 'Номер платежа',
    due: 'Последний день для уплаты',
    stands: 'Состояние',
    open: 'Не уплачена',
    notThere: 'Не уплачена. Ссылка появится здесь сама, загляните чуть позже.',
    recorded: 'Закрыто здесь: итог отметило должностное лицо',
    withdrawn: 'Платить ничего не нужно',
    paid: 'Номер квитанции {receipt}, уплачена: {day}',
    pay: 'Уплатить {amount}',
    elsewhere:
      'Вы платите на государственном платёжном портале. Как только он сообщит нам, вы увидите это здесь.',
    more: 'Вы заплатили больше, чем нужно: {amount}. Этим занимается сотрудник.',
    less: 'Вы заплатили {amount}, остальное ещё не уплачено.',
    late: 'Вы заплатили после последнего дня. Сотрудник проверяет, есть ли у этого последствия.',
    back: '{amount} вам возвращают.',
    refunded: 'Вам возвращено {amount}.',
  },
} as const satisfies Record<Language, unknown>
