import type { Language } from '#core/language.ts'

/** What stands beside the button by which a decision is contested. */
const en = {
  goOn: 'Go on with your complaint',
  late: 'The last day has passed. You can still send a complaint and say why it is late; whether it is accepted, the Council decides.',
} as const

export type ContestWords = Readonly<Record<keyof typeof en, string>>

export const contestWords: Readonly<Record<Language, ContestWords>> = {
  en,
  az: {
    goOn: 'Şikayətinizə davam edin',
    late: 'Son gün keçib. Yenə də şikayət göndərib niyə gecikdiyini yaza bilərsiniz; onu qəbul edib-etməməyə Şura qərar verir.',
  },
  tr: {
    goOn: 'Şikâyetinize devam edin',
    late: 'Son gün geçti. Yine de şikâyet gönderip neden geciktiğini yazabilirsiniz; kabul edilip edilmeyeceğine Kurul karar verir.',
  },
  ru: {
    goOn: 'Продолжить жалобу',
    late: 'Последний день прошёл. Жалобу всё равно можно отправить и объяснить, почему она подана позже; принять ли её, решает Совет.',
  },
}
