import type { OfficeLanguage } from '#core/language.ts'

const en = {
  title: 'Annulment of the status',
  ground: 'On which ground?',
  heard: 'The holder is heard before the decision.',
  notHeard: 'Nobody is heard before the decision.',
  reason: 'Reason',
  reasonHint: 'The holder reads it. Write what happened and what proves it.',
  proposed: 'Proposed on {day} on this ground: {ground}.',
  hearing: 'The holder may be heard until {day}. The status cannot be annulled before then.',
  annulWhat: 'The status ends at once, and its document can no longer be verified.',
  dropTitle: 'Or keep the status',
  dropReason: 'Why are you dropping the annulment?',
  warning: 'Warning',
  'ground-unknown': 'Choose a ground',
} as const

export type AnnulWords = Readonly<Record<keyof typeof en, string>>

export const annulWords: Readonly<Record<OfficeLanguage, AnnulWords>> = {
  en,
  az: {
    title: 'Statusun ləğvi',
    ground: 'Hansı əsasla?',
    heard: 'Əvvəlcə status sahibi dinlənilir.',
    notHeard: 'Qərardan əvvəl dinlənilmə olmur.',
    reason: 'Səbəb',
    reasonHint: 'Bunu status sahibi oxuyur. Nə baş verdiyini və bunu nəyin təsdiq etdiyini yazın.',
    proposed: '{day} tarixində bu əsasla təklif edilib: {ground}.',
    hearing: 'Status sahibi bu tarixədək dinlənilə bilər: {day}. Ondan əvvəl ləğv etmək olmaz.',
    annulWhat: 'Status dərhal qüvvədən düşür və onun sənədi artıq yoxlamadan keçmir.',
    dropTitle: 'Və ya statusu saxlayın',
    dropReason: 'Ləğv təklifi nə üçün geri götürülür?',
    warning: 'Xəbərdarlıq',
    'ground-unknown': 'Əsası seçin',
  },
}
