import type { OfficeLanguage } from '#core/language.ts'

const en = {
  answers: 'Answers',
  beside: 'Documents, assessment and history',
  shownToApplicant: 'Shown to the applicant:',
  toCorrect: 'To be corrected',
  wasToCorrect: 'Was to be corrected',
  documents: 'Documents',
  history: 'What happened',
  explanation: 'Explanation to the applicant',
  reason: 'Reason',
  evidence: 'Evidence',
} as const

export type CaseWords = Readonly<Record<keyof typeof en, string>>

export const caseWords: Readonly<Record<OfficeLanguage, CaseWords>> = {
  en,
  az: {
    answers: 'Cavablar',
    beside: 'Sənədlər, qiymətləndirmə və tarixçə',
    shownToApplicant: 'Müraciətçiyə göstərilən qeyd:',
    toCorrect: 'Düzəldilməlidir',
    wasToCorrect: 'Düzəldilməli idi',
    documents: 'Sənədlər',
    history: 'Nə baş verib',
    explanation: 'Müraciətçiyə izahat',
    reason: 'Səbəb',
    evidence: 'Təsdiqedici sənəd',
  },
}
