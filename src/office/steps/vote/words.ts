import type { OfficeLanguage } from '#core/language.ts'

const en = {
  lead: 'At least {quorum} members vote, and what more than half of the votes are for is proposed. What the others say is shown to you once you have voted.',
  question: 'What do you vote for?',
  reason: 'Why',
  reasonHint: 'The council reads it. The person reads the reasoning of the decision instead.',
  evidence: 'What is decided',
  documents: 'Documents',
  answers: 'Answers',
  'vote-missing': 'Choose what you vote for',
} as const

export type VoteWords = Readonly<Record<keyof typeof en, string>>

export const voteWords: Readonly<Record<OfficeLanguage, VoteWords>> = {
  en,
  az: {
    lead: 'Ən azı {quorum} üzv səs verir və səslərin yarıdan çoxu nəyə verilibsə, o təklif olunur. Başqalarının dedikləri özünüz səs verəndən sonra göstərilir.',
    question: 'Nəyə səs verirsiniz?',
    reason: 'Səbəbi',
    reasonHint: 'Onu şura oxuyur. Şəxs isə qərarın əsaslandırmasını oxuyur.',
    evidence: 'Nəyə dair qərar verilir',
    documents: 'Sənədlər',
    answers: 'Cavablar',
    'vote-missing': 'Nəyə səs verdiyinizi seçin',
  },
}
