import type { OfficeLanguage } from '#core/language.ts'

const en = {
  title: 'Give an opinion',
  lead: 'Say whether your body objects to this person being recognised. An objection prevents recognition.',
  deadline: 'If you say nothing by {day}, that counts as no objection.',
  question: 'Does your body object?',
  no: 'No, we do not object',
  yes: 'Yes, we object',
  reason: 'Reason',
  reasonHint:
    'Needed for an objection. Only those responsible for the decision read it; the applicant is told the kind of ground, not these words.',
  evidence: 'The application',
  documents: 'Documents',
  answers: 'Answers',
  'choice-missing': 'Say whether your body objects',
  'reason-missing': 'Write the reason for the objection',
  'reason-too-long': 'Write at most 4,000 characters',
  'reason-bad-characters': 'Remove the characters that cannot be read',
  'not-asked': 'Your body was not asked about this case.',
  'already-given': 'Your body has already given its opinion.',
} as const

export type ObjectWords = Readonly<Record<keyof typeof en, string>>

export const objectWords: Readonly<Record<OfficeLanguage, ObjectWords>> = {
  en,
  az: {
    title: 'Rəy verin',
    lead:
      'Orqanınızın bu şəxsin tanınmasına etirazı olub-olmadığını bildirin. Etiraz olarsa, ' +
      'status verilmir.',
    deadline: 'Vaxtında cavab verməsəniz, etiraz etmədiyiniz qəbul olunur; son gün: {day}.',
    question: 'Orqanınız etiraz edirmi?',
    no: 'Xeyr, etirazımız yoxdur',
    yes: 'Bəli, etiraz edirik',
    reason: 'Səbəb',
    reasonHint:
      'Etiraz üçün vacibdir. Onu yalnız qərara cavabdeh olanlar oxuyur; müraciətçi bu sözləri ' +
      'deyil, yalnız əsasın növünü öyrənir.',
    evidence: 'Müraciət',
    documents: 'Sənədlər',
    answers: 'Cavablar',
    'choice-missing': 'Orqanınızın etiraz edib-etmədiyini bildirin',
    'reason-missing': 'Etirazın səbəbini yazın',
    'reason-too-long': 'Ən çoxu 4.000 simvol yazın',
    'reason-bad-characters': 'Oxunmayan simvolları silin',
    'not-asked': 'Bu müraciət üzrə orqanınızdan rəy istənilməyib.',
    'already-given': 'Orqanınız rəyini verib.',
  },
}
