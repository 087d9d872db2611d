import type { OfficeLanguage } from '#core/language.ts'

const en = {
  lead: 'Say whether your body objects to what is asked for. What a body objects to is not given.',
  leadRead:
    'Say whether your body objects to what is asked for. An objection refuses nothing by itself: whoever decides reads it.',
  deadline: 'If you say nothing by {day}, that counts as no objection.',
  question: 'Does your body object?',
  no: 'No, we do not object',
  yes: 'Yes, we object',
  reason: 'Reason',
  reasonHint:
    'Needed for an objection. Only those responsible for the decision read it; the person is told the kind of ground, not these words.',
  reasonHintRead: 'Needed for an objection. Only those responsible for the decision read it.',
  evidence: 'The application',
  documents: 'Documents',
  answers: 'Answers',
  'choice-missing': 'Say whether your body objects',
  'reason-missing': 'Write the reason for the objection',
} as const

export type OpinionWords = Readonly<Record<keyof typeof en, string>>

export const opinionWords: Readonly<Record<OfficeLanguage, OpinionWords>> = {
  en,
  az: {
    lead:
      'Orqanınızın müraciətə etirazı olub-olmadığını bildirin. Etiraz olarsa, müraciət təmin ' +
      'edilmir.',
    leadRead:
      'Orqanınızın müraciətə etirazı olub-olmadığını bildirin. Etiraz özlüyündə imtina demək ' +
      'deyil: onu qərarı verənlər oxuyur.',
    deadline: 'Vaxtında cavab verməsəniz, etiraz etmədiyiniz qəbul olunur; son gün: {day}.',
    question: 'Orqanınız etiraz edirmi?',
    no: 'Xeyr, etirazımız yoxdur',
    yes: 'Bəli, etiraz edirik',
    reason: 'Səbəb',
    reasonHint:
      'Etiraz üçün vacibdir. Onu yalnız qərara cavabdeh olanlar oxuyur; şəxs bu sözləri ' +
      'deyil, yalnız əsasın növünü öyrənir.',
    reasonHintRead: 'Etiraz üçün vacibdir. Onu yalnız qərara cavabdeh olanlar oxuyur.',
    evidence: 'Müraciət',
    documents: 'Sənədlər',
    answers: 'Cavablar',
    'choice-missing': 'Orqanınızın etiraz edib-etmədiyini bildirin',
    'reason-missing': 'Etirazın səbəbini yazın',
  },
}
