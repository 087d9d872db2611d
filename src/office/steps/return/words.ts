import type { OfficeLanguage } from '#core/language.ts'

const en = {
  intro:
    'Open a part, tick what has to be corrected in it and write what is wrong, as the person should read it. Only what you tick can be changed.',
  stops: 'The clock stops until the person sends it back.',
  note: 'What is wrong, and what to do',
  documents: 'Documents',
  ticked: 'ticked',
  explanation: 'General explanation',
  explanationHint: 'Optional. The person reads it above the list.',
  'nothing-marked': 'Tick at least one answer or document',
  'note-missing': 'Write what is wrong with “{place}”',
  'not-ticked':
    '“{place}” had a note but no tick. It is ticked now; to leave it out, clear the note.',
  'too-long': 'Shorten the text for “{place}”',
  'bad-characters': 'Remove the characters that cannot be read from “{place}”',
} as const

export type ReturnWords = Readonly<Record<keyof typeof en, string>>

export const returnWords: Readonly<Record<OfficeLanguage, ReturnWords>> = {
  en,
  az: {
    intro:
      'Bölməni açın, orada düzəldilməli olanı işarələyin və nəyin səhv olduğunu şəxsin oxuyacağı kimi yazın. Yalnız işarələnən yerlər dəyişdirilə bilər.',
    stops: 'Şəxs geri göndərənədək müddət dayanır.',
    note: 'Nə səhvdir və nə etmək lazımdır',
    documents: 'Sənədlər',
    ticked: 'işarələnib',
    explanation: 'Ümumi izahat',
    explanationHint: 'İstəyə bağlıdır. Şəxs onu siyahıdan əvvəl oxuyur.',
    'nothing-marked': 'Ən azı bir cavabı və ya sənədi işarələyin',
    'note-missing': '«{place}» üçün nəyin səhv olduğunu yazın',
    'not-ticked':
      '«{place}» üçün qeyd yazılmış, amma işarələnməmişdi. İndi işarələnib; istəmirsinizsə, qeydi silin.',
    'too-long': '«{place}» üçün mətni qısaldın',
    'bad-characters': '«{place}» üçün mətndən oxunmayan simvolları silin',
  },
}
