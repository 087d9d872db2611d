import type { OfficeLanguage } from '#core/language.ts'

const en = {
  warning: 'Important',
  awaits:
    'A register that has to be asked has not answered yet, so nothing can be given: {names}. Wait for it, or ask an administrator; it is no ground of refusal.',
  lead: 'The decision follows from the points, the opinions and the grounds. Somebody else decides.',
  early:
    'No points have been given yet. At this stage only this can be proposed, on a ground that needs no points: {outcome}. For anything else the bodies have to give theirs first.',
  nothing: 'As the case stands nothing can be proposed yet. {why}',
  plain: 'What is proposed: {outcome}. Somebody else decides.',
  outcome: 'What is proposed',
  ground: 'Ground',
  grounds: 'Grounds',
  groundsHint:
    'Leave all of them unticked to propose “{outcome}”. Tick one only if the case shows it.',
  groundsNeeded: 'Tick what the case shows.',
  moreGrounds: 'Further grounds',
  follows: 'This ground follows from the case',
  heard: 'The person is heard before the decision',
  contradicted: 'Cannot be: {why}',
  barred: 'Set aside on {day}: it cannot be used again',
  barredFollows:
    'This ground was set aside on {day}, and that binds: nothing can be decided on it until the bodies have answered anew.',
  reasoning: 'Reasoning',
  reasoningHint:
    'The person reads this as you write it. Write in Azerbaijani: what was found, what it rests on, why it leads to this decision.',
  reasoningInside: 'Write what was found and what shows it. Whoever decides reads it.',
  reasoningCorrects:
    'If it is corrected, this text is the correction: it stands beside what was written, wherever that is read. Say what is right.',
  translation: 'Translation: {language}',
  translationLead:
    'The person reads this language. Write each translation, or check that it says the same: it is signed together with the decision. Leave out what you cannot translate; the person then reads “Not translated yet” beside the Azerbaijani text.',
  reasoningTranslated: 'The reasoning, translated',
  reasonTranslated: 'The reason for the points, translated: {criterion}',
  beside: 'The case',
  'ground-missing': 'Choose at least one ground',
  'outcome-missing': 'Choose what is proposed',
  'reasoning-missing': 'Write the reasoning',
} as const

export type ProposeWords = Readonly<Record<keyof typeof en, string>>

export const proposeWords: Readonly<Record<OfficeLanguage, ProposeWords>> = {
  en,
  az: {
    warning: 'Vacibdir',
    awaits:
      'Mütləq soruşulmalı olan reyestr hələ cavab verməyib, ona görə müsbət qərar təklif etmək olmaz: {names}. Cavabı gözləyin və ya administratora müraciət edin; bu, imtina əsası deyil.',
    lead: 'Qərar ballardan, rəylərdən və əsaslardan irəli gəlir. Onu başqa şəxs verir.',
    early:
      'Hələ bal verilməyib. İndi yalnız bal tələb etməyən əsasla bu təklif oluna bilər: {outcome}. Başqa qərar üçün əvvəlcə orqanlar bal verməlidir.',
    nothing: 'İşin indiki vəziyyətində hələ heç nə təklif oluna bilməz. {why}',
    plain: 'Təklif olunur: {outcome}. Qərarı başqa şəxs verir.',
    outcome: 'Nə təklif olunur',
    ground: 'Əsas',
    grounds: 'Əsaslar',
    groundsHint:
      '«{outcome}» təklif etmək üçün heç birini seçməyin. Yalnız işin materialları ilə təsdiq edə bildiyiniz əsası seçin.',
    groundsNeeded: 'İşin materiallarının göstərdiyi əsası seçin.',
    moreGrounds: 'Digər əsaslar',
    follows: 'Bu əsas işin materiallarından irəli gəlir',
    heard: 'Qərardan əvvəl şəxs dinlənilir',
    contradicted: 'Ola bilməz: {why}',
    barred: 'Ləğv edilib ({day}): yenidən istifadə edilə bilməz',
    barredFollows:
      'Bu əsas ləğv edilib ({day}) və bu, məcburidir: orqanlar yenidən cavab verməyincə ona görə qərar verilə bilməz.',
    reasoning: 'Əsaslandırma',
    reasoningHint:
      'Şəxs bunu yazdığınız kimi oxuyur. Azərbaycan dilində yazın: nə müəyyən edilib, nəyə əsaslanır, niyə bu qərara gətirib çıxarır.',
    reasoningInside:
      'Nəyin müəyyən edildiyini və bunu nəyin göstərdiyini yazın. Qərar verən şəxs onu oxuyur.',
    reasoningCorrects:
      'Düzəliş edilərsə, bu mətn düzəlişin özüdür: yazılanın oxunduğu hər yerdə onun yanında göstərilir. Doğru olanı yazın.',
    translation: 'Tərcümə: {language}',
    translationLead:
      'Şəxs bu dildə oxuyur. Hər tərcüməni özünüz yazın və ya mətnlə eyni olduğunu yoxlayın: o, qərarla birlikdə imzalanır. Tərcümə edə bilmədiyinizi boş saxlayın; onda şəxs Azərbaycan dilindəki mətnin yanında «Hələ tərcümə olunmayıb» sözlərini oxuyur.',
    reasoningTranslated: 'Əsaslandırmanın tərcüməsi',
    reasonTranslated: 'Balın əsaslandırmasının tərcüməsi: {criterion}',
    beside: 'İş',
    'ground-missing': 'Ən azı bir əsas seçin',
    'outcome-missing': 'Nə təklif olunduğunu seçin',
    'reasoning-missing': 'Əsaslandırmanı yazın',
  },
}
