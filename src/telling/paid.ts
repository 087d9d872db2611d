import {
  HUNDRED,
  payingBackOf,
  type Account,
  type InvoiceIn,
  type PaidIn,
} from '#core/cases/account.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { formatDate } from '#telling/dates.ts'
import { hundredths } from '#telling/duty.tsx'

/** All that one person was asked for in one case, the first first, as they are told of it. */
export type InvoicesTold = readonly [InvoiceTold, ...InvoiceTold[]]

type InvoiceTold = Omit<InvoiceIn, 'payments'> & {
  /** Where it can be paid by now. */
  readonly url?: string
  /** The portal of payments would not take it. */
  readonly notTaken?: true
  readonly payments: readonly PaymentTold[]
  readonly looked: readonly Looked[]
}

/** What was paid or paid back, and what an official had to look at in it. */
type PaymentTold = PaidIn & {
  readonly on: IsoDate
  readonly receipt: string
  readonly settles: boolean
  readonly looked: readonly Looked[]
}

type Looked = { readonly kind: string; readonly answer: 'nothing' | 'pay-back' | null }

/** By the decision that holds, else by the last that did. */
export const lastOf = <Told extends InvoiceTold>(invoices: readonly [Told, ...Told[]]): Told =>
  invoices.findLast(({ stands }) => stands === 'holds') ?? invoices.at(-1) ?? invoices[0]

/** Whether all that is owed is paid, when, and by which receipt. */
export function standsIn(
  invoices: InvoicesTold,
  { isAnew, owed, rest }: Account,
  language: Language,
): string {
  const words = WORDS[language]
  const { state, url, notTaken, credited, amount } = lastOf(invoices)
  if (isAnew) return words.anew
  if (owed === 0) return state === 'recorded' ? words.recorded : words.withdrawn
  if (state === 'open')
    return words[notTaken ? 'notTaken' : url === undefined ? 'notThere' : 'open']
  // Without a receipt nothing is owed by what was recorded, and this is not read.
  if (state === 'recorded') return rest === 0 ? words.onPaper : words.recorded
  if (credited === amount * HUNDRED) return words.nothingMore
  const settling = invoices.flatMap(({ payments }) => payments).findLast(({ settles }) => settles)
  if (settling === undefined) return words.recorded
  return words.paid
    .replace('{day}', () => formatDate(settling.on, language, 'full'))
    .replace('{receipt}', () => settling.receipt)
}

/** What is not simply paid: what is done about it, and by whom. */
export function saidOf(
  invoices: InvoicesTold,
  account: Account,
  language: Language,
): readonly string[] {
  const words = WORDS[language]
  const { currency, paid, rest, isAnew } = account
  const { waiting, byHand, left } = payingBackOf(invoices, account)
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
    ...say(words.back, waiting - byHand),
    ...say(words.byHand, byHand),
    ...payments
      .filter(({ kind }) => kind === 'refund')
      .flatMap((each) => say(words.refunded, each.hundredths, each.currency)),
    ...invoices
      .flatMap((each) => each.byHand)
      .flatMap(({ hundredths: amount, on }) =>
        on === null
          ? []
          : say(
              words.handed.replace('{day}', () => formatDate(on, language, 'full')),
              amount,
            ),
      ),
  ]
}

/** As long as an official has not looked at all of it, they are looking at it. */
function answeredIn([{ looked }]: InvoicesTold): 'more' | 'byHand' | 'kept' {
  const isOpen = looked.length === 0 || looked.some(({ answer }) => answer === null)
  if (isOpen) return 'more'
  return looked.some(({ answer }) => answer === 'pay-back') ? 'byHand' : 'kept'
}

/** What nobody asked to be paid back of it. */
const leftOf = ({ hundredths: all, back, looked }: PaymentTold): number =>
  looked.some(({ answer }) => answer === 'nothing')
    ? 0
    : all - back.reduce((sum, each) => sum + each.hundredths, 0)

const WORDS = {
  az: {
    open: 'Ödənilməyib',
    notThere: 'Ödənilməyib. Keçid burada özü görünəcək, bir azdan yenidən baxın.',
    notTaken:
      'Ödənilməyib. Ödəniş portalı bu nömrəni qəbul etmir: necə ödəyəcəyinizi sizə Xidmət bildirməlidir.',
    recorded: 'Burada bağlanıb: nəticəni əməkdaş qeyd edib',
    onPaper: 'Ödənilib: əməkdaş bunu qəbziniz üzrə qeyd edib',
    withdrawn: 'Heç nə ödəmək lazım deyil',
    paid: 'Qəbzin nömrəsi {receipt}, ödənilib: {day}',
    more: 'Lazım olandan artıq ödəmisiniz: {amount}. Əməkdaş buna baxır.',
    less: '{amount} ödəmisiniz, qalanı hələ ödənilməyib.',
    late: 'Son gündən sonra ödəmisiniz. Əməkdaş bunun nəticəsi olub-olmadığına baxır.',
    back: '{amount} sizə qaytarılır.',
    nothingMore: 'Əvvəlki qərar üçün ödədiyiniz kifayətdir, daha heç nə ödəmək lazım deyil',
    anew: 'Qərar yenidən verilir',
    counts: 'Ödədiyiniz {amount} yeni qərarda nəzərə alınacaq.',
    byHand: '{amount} sizə ödəniş portalından kənar qaytarılır.',
    handed: '{amount} sizə ödəniş portalından kənar qaytarılıb, günü: {day}.',
    kept: 'Lazım olandan {amount} artıq ödəmisiniz. Əməkdaş bunun qaytarılmadığı barədə qərar verib.',
    refunded: 'Sizə {amount} qaytarılıb.',
  },
  tr: {
    open: 'Ödenmedi',
    notThere: 'Ödenmedi. Bağlantı burada kendiliğinden görünecek, biraz sonra yeniden bakın.',
    notTaken:
      'Ödenmedi. Ödeme portalı bu numarayı kabul etmiyor: nasıl ödeyeceğinizi size Göç Servisi bildirmelidir.',
    recorded: 'Burada kapandı: sonucu bir görevli kaydetti',
    onPaper: 'Ödendi: bir görevli bunu makbuzunuza göre kaydetti',
    withdrawn: 'Bir şey ödemeniz gerekmiyor',
    paid: 'Makbuz numarası {receipt}, ödendi: {day}',
    more: 'Gerekenden fazla ödediniz: {amount}. Bir görevli buna bakıyor.',
    less: '{amount} ödediniz, kalanı henüz ödenmedi.',
    late: 'Son günden sonra ödediniz. Bir görevli bunun bir sonucu olup olmadığına bakıyor.',
    back: '{amount} size geri ödeniyor.',
    nothingMore: 'Önceki karar için ödediğiniz yeterli, başka bir şey ödemeniz gerekmiyor',
    anew: 'Yeniden karar veriliyor',
    counts: 'Ödediğiniz {amount} yeni kararda sayılacak.',
    byHand: '{amount} size ödeme portalının dışında geri ödeniyor.',
    handed: '{amount} size ödeme portalının dışında geri ödendi, günü: {day}.',
    kept: 'Gerekenden {amount} fazla ödediniz. Bir görevli bunun geri ödenmemesine karar verdi.',
    refunded: 'Size {amount} geri ödendi.',
  },
  en: {
    open: 'Not paid',
    notThere: 'Not paid. The link comes here by itself, look again in a while.',
    notTaken:
      'Not paid. The payment portal does not take this number: the Service has to tell you how to pay.',
    recorded: 'Closed here: an official recorded what became of it',
    onPaper: 'Paid: an official recorded it by your receipt',
    withdrawn: 'You do not have to pay anything',
    paid: 'Receipt number {receipt}, paid on {day}',
    more: 'You paid more than you had to: {amount}. An official is looking at it.',
    less: 'You paid {amount}, the rest is still to be paid.',
    late: 'You paid after the last day. An official is looking at whether anything follows.',
    back: '{amount} is being paid back to you.',
    nothingMore:
      'What you paid for the earlier decision is enough, you do not have to pay anything more',
    anew: 'It is being decided anew',
    counts: 'The {amount} that you paid counts for the new decision.',
    byHand: '{amount} is being paid back to you outside the payment portal.',
    handed: '{amount} was paid back to you outside the payment portal, on {day}.',
    kept: 'You paid {amount} more than you had to. An official decided that it is not paid back.',
    refunded: '{amount} was paid back to you.',
  },
  ru: {
    open: 'Не уплачена',
    notThere: 'Не уплачена. Ссылка появится здесь сама, загляните чуть позже.',
    notTaken:
      'Не уплачена. Платёжный портал не принимает этот номер: как заплатить, вам должна сообщить Служба.',
    recorded: 'Закрыто здесь: итог отметило должностное лицо',
    onPaper: 'Оплачено: сотрудник записал это по вашей квитанции',
    withdrawn: 'Платить ничего не нужно',
    paid: 'Номер квитанции {receipt}, уплачена: {day}',
    more: 'Вы заплатили больше, чем нужно: {amount}. Этим занимается сотрудник.',
    less: 'Вы заплатили {amount}, остальное ещё не уплачено.',
    late: 'Вы заплатили после последнего дня. Сотрудник проверяет, есть ли у этого последствия.',
    back: '{amount} вам возвращают.',
    nothingMore: 'Уплаченного по прежнему решению достаточно, больше платить не нужно',
    anew: 'Решение принимается заново',
    counts: 'Уплаченные вами {amount} будут учтены в новом решении.',
    byHand: '{amount} вам возвращают не через платёжный портал.',
    handed: '{amount} вам возвращено не через платёжный портал, день: {day}.',
    kept: 'Вы заплатили на {amount} больше, чем нужно. Сотрудник решил, что это не возвращается.',
    refunded: 'Вам возвращено {amount}.',
  },
} as const satisfies Record<Language, unknown>
