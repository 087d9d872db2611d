import type { OfficeLanguage } from '#core/language.ts'

const en = {
  intro:
    'Open a part, tick what has to be corrected in it and write what is wrong, as the applicant should read it. Only what you tick can be changed.',
  stops: 'The clock stops until the applicant sends it back.',
  note: 'What is wrong, and what to do',
  documents: 'Documents',
  notFiled: 'none sent',
  explanation: 'General explanation',
  explanationHint: 'Optional. The applicant reads it above the list.',
  'nothing-marked': 'Tick at least one answer or document',
  'note-missing': 'Write what is wrong with “{place}”',
  'not-ticked':
    '“{place}” had a note but no tick. It is ticked now; to leave it out, clear the note.',
  'too-long': 'Shorten the text for “{place}”',
  'bad-characters': 'Remove the characters that cannot be read from “{place}”',
  'returned-too-often': 'The application has been returned as often as the rules allow ({times}).',
} as const

export type ReturnWords = Readonly<Record<keyof typeof en, string>>

export const returnWords: Readonly<Record<OfficeLanguage, ReturnWords>> = {
  en,
  az: {
    intro:
      'Bölməni açın, orada düzəldilməli olanı işarələyin və nəyin səhv olduğunu müraciətçinin oxuyacağı kimi yazın. Yalnız işarələnən yerlər dəyişdirilə bilər.',
    stops: 'Müraciətçi geri göndərənədək müddət dayanır.',
    note: 'Nə səhvdir və nə etmək lazımdır',
    documents: 'Sənədlər',
    notFiled: 'göndərilməyib',
    explanation: 'Ümumi izahat',
    explanationHint: 'İstəyə bağlıdır. Müraciətçi onu siyahıdan əvvəl oxuyur.',
    'nothing-marked': 'Ən azı bir cavabı və ya sənədi işarələyin',
    'note-missing': '«{place}» üçün nəyin səhv olduğunu yazın',
    'not-ticked':
      '«{place}» üçün qeyd yazılmış, amma işarələnməmişdi. İndi işarələnib; istəmirsinizsə, qeydi silin.',
    'too-long': '«{place}» üçün mətni qısaldın',
    'bad-characters': '«{place}» üçün mətndən oxunmayan simvolları silin',
    'returned-too-often':
      'Müraciət artıq {times} dəfə qaytarılıb; qaydalar bundan artığına icazə vermir.',
  },
}
