import type { OfficeLanguage } from '#core/language.ts'

const en = {
  title: 'Rules in force',
  lead: 'Every application submitted today is decided under these documents. A value is provisional until a published act confirms it.',
  needed:
    'Nothing can be submitted or signed under them until two people of the Service have adopted each of them.',
  notNeeded: 'In this demonstration, documents need not be adopted.',
  procedure: 'Procedure: terms, bodies and grounds',
  scoring: 'Scoring: criteria, points and fields of activity',
  'application-type': 'Type of application',
  inForceFrom: 'In force from',
  hash: 'Fingerprint',
  adoptedTag: 'Adopted by two people',
  waitingTag: 'Not adopted',
  adoptions: 'Adopted by',
  nobody: 'Nobody yet',
  youAdopted: 'You have adopted this document. Another person must do the same.',
  adopt: 'Adopt this document',
  adoptTitle: 'Adopt a document',
  adoptNow: 'Adopt it with all its provisional values',
  adoptHint:
    'You take responsibility for it in your own name. Your adoption is recorded in the ledger and cannot be taken back.',
  provisional: 'Provisional values',
  none: 'No value of this document is provisional.',
  whole: 'The document itself',
  place: 'Place',
  value: 'Value',
  'no-complaint':
    'What is decided against somebody in a case of this type cannot be complained of in the portal: no type of case is about it.',
  'no-keep': 'Some of what can be decided by it is kept for good: it does not say for how long.',
  'no-letter': 'Some steps that the person waits for send no letter.',
  'no-way-on': 'What is given back and never comes stays with the person for ever.',
  'no-name':
    'It asks nobody’s surname: decisions and officials call whoever a case is about by another case of theirs, where there is one.',
  moves: 'Cases under way that go on by this version',
  movesHint:
    'They move when two people have adopted it, here in the demonstration too. Deadlines stay as they are, and what was decided does not change.',
  movesNone: 'No case is left that would move.',
  movesFrom: 'Where they are now',
  movesTo: 'Where they go on',
  movesCases: 'Cases',
  'not-your-role': 'Only a policy officer or a policy approver may adopt a document.',
} as const

export type RulesWords = Readonly<Record<keyof typeof en, string>>

export const rulesWords: Readonly<Record<OfficeLanguage, RulesWords>> = {
  en,
  az: {
    title: 'Qüvvədə olan qaydalar',
    lead:
      'Bu gün təqdim edilən hər müraciət üzrə bu sənədlər əsasında qərar verilir. Dərc olunmuş ' +
      'akt təsdiq edənədək məlumat müvəqqəti sayılır.',
    needed:
      'Xidmətin iki əməkdaşı bu sənədlərin hər birini qəbul etməyənə qədər onlar əsasında heç nə ' +
      'təqdim edilmir və imzalanmır.',
    notNeeded: 'Bu nümayişdə sənədlərin qəbul edilməsi tələb olunmur.',
    procedure: 'Qayda: müddətlər, orqanlar və əsaslar',
    scoring: 'Qiymətləndirmə: meyarlar, ballar və fəaliyyət sahələri',
    'application-type': 'Müraciətin növü',
    inForceFrom: 'Qüvvəyə minmə tarixi',
    hash: 'Rəqəmsal iz (heş)',
    adoptedTag: 'İki şəxs qəbul edib',
    waitingTag: 'Qəbul edilməyib',
    adoptions: 'Qəbul edənlər',
    nobody: 'Hələ heç kim',
    youAdopted: 'Siz bu sənədi qəbul etmisiniz. Başqa bir şəxs də bunu etməlidir.',
    adopt: 'Bu sənədi qəbul edin',
    adoptTitle: 'Sənədin qəbul edilməsi',
    adoptNow: 'Bütün müvəqqəti məlumatları ilə qəbul edin',
    adoptHint:
      'Buna öz adınızla cavabdehsiniz. Qəbul əməliyyatlar jurnalında qeyd olunur və geri götürülmür.',
    provisional: 'Müvəqqəti məlumatlar',
    none: 'Bu sənəddə müvəqqəti məlumat yoxdur.',
    whole: 'Sənədin özü',
    place: 'Yeri',
    value: 'Məzmunu',
    'no-complaint':
      'Bu növ iş üzrə şəxsin əleyhinə verilən qərardan portalda şikayət etmək olmur: belə qərara aid iş növü yoxdur.',
    'no-keep': 'Bu növ üzrə bəzi qərarlar həmişəlik saxlanılır: nə qədər saxlanılacağı yazılmayıb.',
    'no-letter': 'Şəxsin gözlədiyi bəzi addımlarda ona məktub göndərilmir.',
    'no-way-on': 'Geri qaytarılan və cavabsız qalan iş həmişə şəxsdə qalır.',
    'no-name':
      'Bu növdə soyad soruşulmur: qərarlarda və əməkdaşların səhifələrində ad həmin şəxsin başqa işindən, belə iş varsa, götürülür.',
    moves: 'Bu versiyaya keçən icraatdakı işlər',
    movesHint:
      'İşlər bu versiyanı iki şəxs qəbul etdikdən sonra keçirilir, nümayişdə də. Müddətlər ' +
      'olduğu kimi qalır, verilmiş qərarlar dəyişmir.',
    movesNone: 'Bu versiyaya keçən iş yoxdur.',
    movesFrom: 'İndiki mərhələ',
    movesTo: 'Yeni mərhələ',
    movesCases: 'İşlər',
    'not-your-role':
      'Sənədi yalnız qaydaları hazırlayan və ya təsdiq edən əməkdaş qəbul edə bilər.',
  },
}
