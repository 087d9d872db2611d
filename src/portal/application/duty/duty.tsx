import { accountOf, HUNDRED, isSettled, payingBackOf, type Account } from '#core/cases/account.ts'
import type { Language } from '#core/language.ts'
import type { Tx } from '#platform/database.ts'
import { nameOfPart } from '#portal/names-of-parts.ts'
import type { OwnAnswers, OwnCase } from '#portal/own-case.ts'
import {
  byPerson,
  invoicesOf,
  type Invoice,
  type Invoices,
  type PaymentKept,
} from '#records/invoices.ts'
import { formatDate } from '#telling/dates.ts'
import { hundredths, money } from '#telling/duty.tsx'
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

/** By the decision that holds, else by the last that did. */
const lastOf = (invoices: Invoices): Invoice =>
  invoices.findLast(({ stands }) => stands === 'holds') ?? invoices.at(-1) ?? invoices[0]

function standsIn(invoices: Invoices, { isAnew, owed }: Account, language: Language): string {
  const words = WORDS[language]
  const { state, url, credited, amount } = lastOf(invoices)
  if (isAnew) return words.anew
  if (owed === 0) return state === 'recorded' ? words.recorded : words.withdrawn
  if (state === 'open') return url === undefined ? words.notThere : words.open
  if (state === 'recorded') return words.recorded
  if (credited === amount * HUNDRED) return words.nothingMore
  const settling = invoices.flatMap(({ payments }) => payments).findLast(({ settles }) => settles)
  if (settling === undefined) return words.recorded
  return words.paid
    .replace('{day}', () => formatDate(settling.on, language, 'full'))
    .replace('{receipt}', () => settling.receipt)
}

/** What is not simply paid: what is done about it, and by whom. */
function saidOf(invoices: Invoices, account: Account, language: Language): readonly string[] {
  const words = WORDS[language]
  const { currency, paid, rest, isAnew } = account
  const { waiting, left } = payingBackOf(invoices, account)
  const say = (text: string, amount: number, of = currency) =>
    amount > 0
      ? [text.replace('{amount}', () => hundredths({ hundredths: amount, currency: of }, language))]
      : []
  const payments = invoices.flatMap((each) => each.payments)
  const isLate = payments.some(({ looked }) =>
    looked.some(({ kind, answer }) => kind === 'late' && answer === null),
  )
  return [
    ...(isAnew ? say(words.counts, paid) : []),
    ...(rest > 0 ? say(words.less, paid) : []),
    ...say(words[answeredIn(invoices)], left),
    ...payments
      .filter((each) => each.kind === 'payment' && each.currency !== currency)
      .flatMap((each) => say(words.more, leftOf(each), each.currency)),
    ...(isLate ? [words.late] : []),
    ...say(words.back, waiting),
    ...payments
      .filter(({ kind }) => kind === 'refund')
      .flatMap((each) => say(words.refunded, each.hundredths, each.currency)),
  ]
}

/** As long as an official has not looked at all of it, they are looking at it. */
function answeredIn([{ looked }]: Invoices): 'more' | 'byHand' | 'kept' {
  const isOpen = looked.length === 0 || looked.some(({ answer }) => answer === null)
  if (isOpen) return 'more'
  return looked.some(({ answer }) => answer === 'pay-back') ? 'byHand' : 'kept'
}

/** What nobody asked to be paid back of it. */
const leftOf = ({ hundredths: all, back, looked }: PaymentKept): number =>
  looked.some(({ answer }) => answer === 'nothing')
    ? 0
    : all - back.reduce((sum, each) => sum + each.hundredths, 0)

const WORDS = {
  az: {
    title: 'Rüsumun ödənilməsi',
    whose: 'Kim üçün',
    amount: 'Məbləğ',
    number: 'Ödəniş nömrəsi',
    before: 'Artıq ödənilib',
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
    nothingMore: 'Əvvəlki qərar üçün ödədiyiniz kifayətdir, daha heç nə ödəmək lazım deyil',
    anew: 'Qərar yenidən verilir',
    counts: 'Ödədiyiniz {amount} yeni qərarda nəzərə alınacaq.',
    byHand: '{amount} sizə kağız qəbz üzrə qaytarılır.',
    kept: 'Lazım olandan {amount} artıq ödəmisiniz. Əməkdaş bunun qaytarılmadığı barədə qərar verib.',
    refunded: 'Sizə {amount} qaytarılıb.',
  },
  tr: {
    title: 'Harcın ödenmesi',
    whose: 'Kimin için',
    amount: 'Tutar',
    number: 'Ödeme numarası',
    before: 'Ödenen',
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
    nothingMore: 'Önceki karar için ödediğiniz yeterli, başka bir şey ödemeniz gerekmiyor',
    anew: 'Yeniden karar veriliyor',
    counts: 'Ödediğiniz {amount} yeni kararda sayılacak.',
    byHand: '{amount} size kâğıt makbuzla geri ödeniyor.',
    kept: 'Gerekenden {amount} fazla ödediniz. Bir görevli bunun geri ödenmemesine karar verdi.',
    refunded: 'Size {amount} geri ödendi.',
  },
  en: {
    title: 'Paying the duty',
    whose: 'For',
    amount: 'Amount',
    number: 'Payment number',
    before: 'Paid so far',
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
    nothingMore:
      'What you paid for the earlier decision is enough, you do not have to pay anything more',
    anew: 'It is being decided anew',
    counts: 'The {amount} that you paid counts for the new decision.',
    byHand: '{amount} is being paid back to you by your paper receipt.',
    kept: 'You paid {amount} more than you had to. An official decided that it is not paid back.',
    refunded: '{amount} was paid back to you.',
  },
  ru: {
    title: 'Уплата пошлины',
    whose: 'За кого',
    amount: 'Сумма',
    number: 'Номер платежа',
    before: 'Уже уплачено',
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
    nothingMore: 'Уплаченного по прежнему решению достаточно, больше платить не нужно',
    anew: 'Решение принимается заново',
    counts: 'Уплаченные вами {amount} будут учтены в новом решении.',
    byHand: '{amount} вам возвращают по бумажной квитанции.',
    kept: 'Вы заплатили на {amount} больше, чем нужно. Сотрудник решил, что это не возвращается.',
    refunded: 'Вам возвращено {amount}.',
  },
} as const satisfies Record<Language, unknown>
