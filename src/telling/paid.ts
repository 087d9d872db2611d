import type { Finding } from '#core/cases/paying.ts'
import type { IsoDate } from '#core/dated.ts'
import type { Language } from '#core/language.ts'
import { formatDate } from '#telling/dates.ts'
import { hundredths } from '#telling/duty.tsx'

/** What is owed for a decision, as far as whoever pays is told of it. */
export type InvoiceTold = {
  readonly amount: number
  readonly currency: string
  readonly state: 'open' | 'paid' | 'recorded' | 'withdrawn'
  readonly payments: readonly PaymentTold[]
}

/** What was paid or paid back, and what an official had to look at in it. */
export type PaymentTold = {
  readonly kind: 'payment' | 'refund'
  readonly hundredths: number
  readonly currency: string
  readonly on: IsoDate
  readonly receipt: string
  readonly settles: boolean
  readonly looked: readonly {
    readonly kind: Finding
    readonly answer: 'nothing' | 'pay-back' | null
  }[]
}

/** In hundredths, less what was paid back. */
export const paidFor = ({ payments }: InvoiceTold): number =>
  payments.reduce(
    (sum, { kind, hundredths: parts }) => sum + (kind === 'refund' ? -parts : parts),
    0,
  )

/** What is still to be paid, or what was paid beyond that. */
export function restOf(invoice: InvoiceTold, language: Language): string {
  const rest = Math.abs(invoice.amount * 100 - paidFor(invoice))
  return hundredths({ hundredths: rest, currency: invoice.currency }, language)
}

/** Whether it is paid, when, and by which receipt. */
export function standsIn(
  { state, payments }: Pick<InvoiceTold, 'state' | 'payments'>,
  language: Language,
): string {
  const words = WORDS[language]
  if (state === 'open') return words.open
  if (state === 'recorded') return words.recorded
  if (state === 'withdrawn') return words.withdrawn
  const last = payments.find(({ settles }) => settles)
  if (last === undefined) return words.recorded
  return words.paid
    .replace('{day}', () => formatDate(last.on, language, 'full'))
    .replace('{receipt}', () => last.receipt)
}

/** What became of a payment that is not simply that: what is done about it, and by whom. */
export function saidOf(
  payment: PaymentTold,
  invoice: InvoiceTold,
  language: Language,
): readonly string[] {
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
    open: 'Ödənilməyib',
    recorded: 'Burada bağlanıb: nəticəni əməkdaş qeyd edib',
    withdrawn: 'Heç nə ödəmək lazım deyil',
    paid: 'Qəbzin nömrəsi {receipt}, ödənilib: {day}',
    more: 'Lazım olandan artıq ödəmisiniz: {amount}. Əməkdaş buna baxır.',
    less: '{amount} ödəmisiniz, qalanı hələ ödənilməyib.',
    late: 'Son gündən sonra ödəmisiniz. Əməkdaş bunun nəticəsi olub-olmadığına baxır.',
    back: '{amount} sizə qaytarılır.',
    refunded: 'Sizə {amount} qaytarılıb.',
  },
  tr: {
    open: 'Ödenmedi',
    recorded: 'Burada kapandı: sonucu bir görevli kaydetti',
    withdrawn: 'Bir şey ödemeniz gerekmiyor',
    paid: 'Makbuz numarası {receipt}, ödendi: {day}',
    more: 'Gerekenden fazla ödediniz: {amount}. Bir görevli buna bakıyor.',
    less: '{amount} ödediniz, kalanı henüz ödenmedi.',
    late: 'Son günden sonra ödediniz. Bir görevli bunun bir sonucu olup olmadığına bakıyor.',
    back: '{amount} size geri ödeniyor.',
    refunded: 'Size {amount} geri ödendi.',
  },
  en: {
    open: 'Not paid',
    recorded: 'Closed here: an official recorded what became of it',
    withdrawn: 'You do not have to pay anything',
    paid: 'Receipt number {receipt}, paid on {day}',
    more: 'You paid more than you had to: {amount}. An official is looking at it.',
    less: 'You paid {amount}, the rest is still to be paid.',
    late: 'You paid after the last day. An official is looking at whether anything follows.',
    back: '{amount} is being paid back to you.',
    refunded: '{amount} was paid back to you.',
  },
  ru: {
    open: 'Не уплачена',
    recorded: 'Закрыто здесь: итог отметило должностное лицо',
    withdrawn: 'Платить ничего не нужно',
    paid: 'Номер квитанции {receipt}, уплачена: {day}',
    more: 'Вы заплатили больше, чем нужно: {amount}. Этим занимается сотрудник.',
    less: 'Вы заплатили {amount}, остальное ещё не уплачено.',
    late: 'Вы заплатили после последнего дня. Сотрудник проверяет, есть ли у этого последствия.',
    back: '{amount} вам возвращают.',
    refunded: 'Вам возвращено {amount}.',
  },
} as const satisfies Record<Language, unknown>
