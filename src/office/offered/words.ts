import type { OfficeLanguage } from '#core/language.ts'

const en = {
  title: 'What other systems were answered',
  registers: 'Registers of the state',
  lead: 'How often each system that may ask about a status was answered, and what. Whom it asked about is not here: those people read it themselves.',
  refused:
    'Only questions that were answered are counted. A question that was refused, because it was not allowed, not understood or came too often, is a line in the log of the exchange and in no figure.',
  nobody: 'By policy nobody may ask.',
  answer: 'Answer',
  today: 'Today',
  lately: 'Thirty days with today',
  all: 'All',
  answers: {
    valid: 'It is valid',
    ended: 'It has ended',
    none: 'Nothing is known',
    yes: 'May work',
    no: 'May not work',
    'the-service-must-say': 'The Service has to be asked',
    suspended: 'It is suspended',
    subscribed: 'Is told of changes',
    unsubscribed: 'Is told no more',
    'document-fetched': 'A document was handed over',
  },
} as const

type Texts<Of> = { readonly [Key in keyof Of]: Of[Key] extends string ? string : Texts<Of[Key]> }
export type OfferedWords = Texts<typeof en>

export const offeredWords: Readonly<Record<OfficeLanguage, OfferedWords>> = {
  en,
  az: {
    title: 'Digər sistemlərə verilən cavablar',
    registers: 'Dövlət reyestrləri',
    lead: 'Status barədə soruşa bilən hər sistemə nə qədər və hansı cavab verildiyi. Kimin barəsində soruşulduğu burada yoxdur: onu həmin şəxslər özləri oxuyur.',
    refused:
      'Yalnız cavab verilən sorğular sayılır. İcazə verilmədiyi, anlaşılmadığı və ya çox tez-tez gəldiyi üçün rədd edilən sorğu mübadilənin jurnalında bir sətirdir və heç bir rəqəmə daxil deyil.',
    nobody: 'Qaydalara görə heç kim soruşa bilməz.',
    answer: 'Cavab',
    today: 'Bu gün',
    lately: 'Bu günlə birlikdə otuz gün',
    all: 'Cəmi',
    answers: {
      valid: 'Etibarlıdır',
      ended: 'Başa çatıb',
      none: 'Məlumat yoxdur',
      yes: 'İşləyə bilər',
      no: 'İşləyə bilməz',
      'the-service-must-say': 'Xidmətdən soruşulmalıdır',
      suspended: 'Dayandırılıb',
      subscribed: 'Dəyişmələr barədə xəbər verilir',
      unsubscribed: 'Daha xəbər verilmir',
      'document-fetched': 'Sənəd təhvil verilib',
    },
  },
}
