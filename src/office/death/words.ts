import type { OfficeLanguage } from '#core/language.ts'

const en = {
  title: 'Death of the holder',
  evidence: 'What shows this?',
  evidenceHint: 'For example the number of the death certificate and who issued it.',
  evidenceMissing: 'Write what shows it',
  confirmWhat:
    'The status ends, and no further letter is sent. Confirm only what you have checked yourself.',
  dismissTitle: 'Or dismiss the report',
  dismissReason: 'Why is the report wrong?',
  warning: 'Warning',
} as const

export type DeathWords = Readonly<Record<keyof typeof en, string>>

export const deathWords: Readonly<Record<OfficeLanguage, DeathWords>> = {
  en,
  az: {
    title: 'Status sahibinin vəfatı',
    evidence: 'Bunu nə təsdiq edir?',
    evidenceHint: 'Məsələn, ölüm haqqında şəhadətnamənin nömrəsi və onu verən orqan.',
    evidenceMissing: 'Bunu nəyin təsdiq etdiyini yazın',
    confirmWhat:
      'Status qüvvədən düşür və bundan sonra məktub göndərilmir. Yalnız özünüz yoxladığınızı təsdiq edin.',
    dismissTitle: 'Və ya məlumatı əsassız sayın',
    dismissReason: 'Məlumat nə üçün düzgün deyil?',
    warning: 'Xəbərdarlıq',
  },
}
