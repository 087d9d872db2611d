import { LANGUAGES, type Language, type OfficeLanguage } from '#core/language.ts'
import type { ActRefusal, Audience, Unshown } from '#core/promotion/frequent-questions.ts'
import {
  ANSWER_LETTERS_MAX,
  QUESTION_LETTERS_MAX,
  REASON_LETTERS_MAX,
  type FrequentFault,
  type FrequentField,
} from '#core/promotion/judge-frequent-question.ts'
import type { ActDone } from '#records/frequent-questions.ts'

const en = {
  title: 'Questions and answers',
  lead: 'What people ask again and again, answered once for everybody on the portal. Two people stand behind each answer: one writes, another looks and shows it.',
  none: 'There is none yet. Write the first one, or begin with a question that you have answered.',
  make: 'New question and answer',
  fromCase: 'Make this a question and answer for everybody',
  change: 'Change',
  write: 'Write a question and its answer',
  question: 'Question',
  mission: 'Mission',
  stands: 'State',
  languages: 'Languages',
  looked: 'Last looked at',
  next: 'More',
  previous: 'Back',
  pages: 'Pages of the list',
  shown: 'Shown',
  old: 'Law changed',
  past: 'Taken down',
  closed: 'This mission is closed. What it shows can be taken down, and nothing new is written.',
  nobody:
    'No name, no number and no story of anybody belongs in it, also where nobody is named but could be recognised. Write it as if a stranger had asked.',
  prefilled:
    'Below is what was answered to one person. Take out all that is about that person, and write the question in your own words. Nothing leads from here to that case.',
  languagesHint:
    'Leave out a language by leaving both boxes empty. Whoever reads another one is told in which language the answer is. One of the languages of your mission is needed.',
  plain: 'Plain text. An empty line begins a paragraph. Addresses of pages are not made links.',
  audience: 'Where it is told',
  save: 'Keep as a draft',
  ask: 'Have somebody else look at it',
  askHint:
    'Somebody else of your mission, or of the ministry, looks at it and shows it. Until then nobody reads it on the portal.',
  stays: 'What is shown now stays until somebody else shows what you write here.',
  standsNow: 'How it stands now',
  isShown: 'Shown on the portal',
  isNext: 'Not shown yet',
  isPast: 'What was shown',
  writtenBy: 'Written by',
  lookedBy: 'Looked at and shown by',
  lawOf: 'By the law of',
  lawChanged: 'Written before the law changed. Look at it again.',
  lawChangedSince: 'Written before the law changed on {day}. Look at it again.',
  reason: 'What has to be mended',
  show: 'Show it to everybody',
  showWhy: 'You have read it in every language, it holds by the law of today, and nobody is in it.',
  sendBack: 'Send it back',
  takeDown: 'Take it down',
  takeDownWhy: 'It is gone from the portal at once. Nobody else has to agree.',
  remove: 'Drop what is not shown yet',
  removeWhy: 'The words are deleted. What is shown stays.',
  forget: 'Delete it for good',
  forgetWhy:
    'All words of it are deleted, also what was shown before. That it was there, and who acted, stays known.',
  stillRight: 'It is still right',
  stillRightWhy:
    'Read it by the law of today. If it holds, somebody else reads it as well, and the portal tells the new day.',
  history: 'What was done',
  faster:
    'Somebody else did something with it meanwhile. Look at how it stands now before you press again.',
} as const

const az: Record<keyof typeof en, string> = {
  title: 'Suallar və cavablar',
  lead: 'İnsanların təkrar-təkrar soruşduğu suallara portalda hamı üçün bir dəfə cavab verilir. Hər cavabın arxasında iki nəfər durur: biri yazır, başqası baxıb göstərir.',
  none: 'Hələ yoxdur. Birincisini yazın və ya cavab verdiyiniz sualdan başlayın.',
  make: 'Yeni sual və cavab',
  fromCase: 'Bundan hamı üçün sual və cavab hazırlamaq',
  change: 'Dəyişmək',
  write: 'Sual və cavabını yazın',
  question: 'Sual',
  mission: 'Nümayəndəlik',
  stands: 'Vəziyyət',
  languages: 'Dillər',
  looked: 'Son baxış',
  next: 'Davamı',
  previous: 'Geri',
  pages: 'Siyahının səhifələri',
  shown: 'Göstərilir',
  old: 'Qanun dəyişib',
  past: 'Çıxarılıb',
  closed: 'Bu nümayəndəlik bağlanıb. Göstərdiklərini portaldan çıxarmaq olar, yenisi isə yazılmır.',
  nobody:
    'Burada heç kimin adı, nömrəsi və əhvalatı olmamalıdır, adı çəkilməsə də tanına bilən adamın da. Elə yazın ki, sanki yad adam soruşub.',
  prefilled:
    'Aşağıda bir nəfərə verilən cavab var. O adama aid hər şeyi çıxarın, sualı isə öz sözlərinizlə yazın. Buradan həmin müraciətə heç bir iz aparmır.',
  languagesHint:
    'Bir dili buraxmaq üçün hər iki xananı boş saxlayın. Başqa dildə oxuyana cavabın hansı dildə olduğu deyilir. Nümayəndəliyinizin dillərindən biri lazımdır.',
  plain: 'Sadə mətn. Boş sətir yeni abzas başlayır. Səhifə ünvanları keçidə çevrilmir.',
  audience: 'Harada göstərilir',
  save: 'Qaralama kimi saxlamaq',
  ask: 'Başqasının baxmasını istəmək',
  askHint:
    'Nümayəndəliyinizdən və ya nazirlikdən başqa bir əməkdaş baxıb göstərir. Ona qədər portalda heç kim oxumur.',
  stays: 'Burada yazdığınızı başqası göstərənədək indi göstərilən qalır.',
  standsNow: 'İndi necədir',
  isShown: 'Portalda göstərilən',
  isNext: 'Hələ göstərilməyən',
  isPast: 'Əvvəl göstərilən',
  writtenBy: 'Yazan',
  lookedBy: 'Baxıb göstərən',
  lawOf: 'Hansı günün qanunu ilə',
  lawChanged: 'Qanun dəyişməzdən əvvəl yazılıb. Yenidən baxın.',
  lawChangedSince: 'Qanun dəyişməzdən əvvəl yazılıb, dəyişdiyi gün: {day}. Yenidən baxın.',
  reason: 'Nə düzəldilməlidir',
  show: 'Hamıya göstərmək',
  showWhy: 'Hər dildə oxudunuz, bu günkü qanuna uyğundur və içində heç kim haqqında heç nə yoxdur.',
  sendBack: 'Geri qaytarmaq',
  takeDown: 'Portaldan çıxarmaq',
  takeDownWhy: 'Portaldan dərhal çıxarılır. Başqasının razılığı lazım deyil.',
  remove: 'Hələ göstərilməyəni silmək',
  removeWhy: 'Mətn silinir. Göstərilən qalır.',
  forget: 'Birdəfəlik silmək',
  forgetWhy:
    'Bütün mətnləri, əvvəl göstərilənlər də silinir. Onun olduğu və kimin nə etdiyi məlum qalır.',
  stillRight: 'Hələ də doğrudur',
  stillRightWhy:
    'Bu günkü qanunla oxuyun. Doğrudursa, onu başqa əməkdaş da oxuyur və portal yeni günü göstərir.',
  history: 'Nə edilib',
  faster: 'Bu arada başqası nəsə edib. Yenidən basmazdan əvvəl indiki halına baxın.',
}

type Texts = Readonly<Record<keyof typeof en, string>> & {
  readonly unshown: Readonly<Record<Unshown, string>>
  readonly acts: Readonly<Record<ActDone['act'], string>>
  readonly refusals: Readonly<Record<ActRefusal, string>>
  readonly audiences: Readonly<Record<Audience, string>>
  readonly audienceHints: Readonly<Record<Audience, string>>
  readonly questionIn: Readonly<Record<Language, string>>
  readonly answerIn: Readonly<Record<Language, string>>
  readonly faults: Readonly<Record<FrequentFault, string>>
  readonly noAudience: string
  readonly noReason: string
}

export const questionsWords: Readonly<Record<OfficeLanguage, Texts>> = {
  en: {
    ...en,
    unshown: { draft: 'Draft', waiting: 'Waits for a second person', 'sent-back': 'Sent back' },
    acts: {
      save: 'Kept as a draft',
      ask: 'Put before a second person',
      show: 'Looked at and shown',
      'send-back': 'Sent back',
      'take-down': 'Taken down',
      remove: 'Dropped what was not shown',
      forget: 'Deleted for good',
    },
    refusals: {
      'not-theirs': 'This is another mission’s.',
      'mission-closed': 'This mission is closed, and shows nothing new.',
      'nothing-there': 'There is nothing here to do that with any more. Look at how it stands now.',
      'second-person':
        'You wrote this, so that somebody else of your mission, or of the ministry, looks at it and shows it.',
      ministry:
        'It is for the pages of all missions, so that somebody of the ministry looks at it and shows it.',
      'law-changed':
        'The law has changed since it was written. Somebody of its mission looks at it by the law of today, and puts it before a second person again.',
    },
    audiences: { mission: 'On the pages of this mission', all: 'On the pages of all missions' },
    audienceHints: {
      mission: 'Somebody else of your mission looks at it, or of the ministry.',
      all: 'Somebody of the ministry looks at it.',
    },
    questionIn: {
      az: 'Question in Azerbaijani',
      tr: 'Question in Turkish',
      en: 'Question in English',
      ru: 'Question in Russian',
    },
    answerIn: {
      az: 'Answer in Azerbaijani',
      tr: 'Answer in Turkish',
      en: 'Answer in English',
      ru: 'Answer in Russian',
    },
    faults: {
      missing: 'write it, or leave the language out',
      none: 'write it in at least one of the languages of your mission',
      'too-long': 'more than {n} letters',
      unreadable: 'some characters cannot be read, write them anew',
      somebodys:
        'an e-mail address, the number of a case or another long number stands in it. Take it out',
    },
    noAudience: 'Choose where it is told',
    noReason: 'Write what has to be mended',
  },
  az: {
    ...az,
    unshown: {
      draft: 'Qaralama',
      waiting: 'İkinci nəfəri gözləyir',
      'sent-back': 'Geri qaytarılıb',
    },
    acts: {
      save: 'Qaralama kimi saxlanıb',
      ask: 'İkinci nəfərə verilib',
      show: 'Baxılıb və göstərilib',
      'send-back': 'Geri qaytarılıb',
      'take-down': 'Portaldan çıxarılıb',
      remove: 'Göstərilməyən silinib',
      forget: 'Birdəfəlik silinib',
    },
    refusals: {
      'not-theirs': 'Bu, başqa nümayəndəliyindir.',
      'mission-closed': 'Bu nümayəndəlik bağlanıb və yeni heç nə göstərmir.',
      'nothing-there': 'Burada bunu daha etmək olmur. İndi necə olduğuna baxın.',
      'second-person':
        'Bunu siz yazmısınız, ona görə nümayəndəliyinizdən və ya nazirlikdən başqa əməkdaş baxıb göstərir.',
      ministry:
        'Bu, bütün nümayəndəliklərin səhifələri üçündür, ona görə nazirliyin əməkdaşı baxıb göstərir.',
      'law-changed':
        'Yazılandan sonra qanun dəyişib. Nümayəndəliyin əməkdaşı bu günkü qanunla baxır və yenidən ikinci nəfərə verir.',
    },
    audiences: {
      mission: 'Bu nümayəndəliyin səhifələrində',
      all: 'Bütün nümayəndəliklərin səhifələrində',
    },
    audienceHints: {
      mission: 'Nümayəndəliyinizdən başqa əməkdaş və ya nazirlik baxır.',
      all: 'Nazirliyin əməkdaşı baxır.',
    },
    questionIn: {
      az: 'Azərbaycanca sual',
      tr: 'Türkcə sual',
      en: 'İngiliscə sual',
      ru: 'Rusca sual',
    },
    answerIn: {
      az: 'Azərbaycanca cavab',
      tr: 'Türkcə cavab',
      en: 'İngiliscə cavab',
      ru: 'Rusca cavab',
    },
    faults: {
      missing: 'yazın və ya bu dili buraxın',
      none: 'nümayəndəliyinizin dillərindən ən azı birində yazın',
      'too-long': '{n} hərfdən çoxdur',
      unreadable: 'bəzi işarələr oxunmur, onları yenidən yazın',
      somebodys: 'içində e-poçt ünvanı, müraciət nömrəsi və ya başqa uzun nömrə var. Onu çıxarın',
    },
    noAudience: 'Harada göstərildiyini seçin',
    noReason: 'Nəyin düzəldilməli olduğunu yazın',
  },
}

/** What is wrong with a field of the form, or with why something is sent back. */
export function faultText(
  field: FrequentField | 'reason',
  fault: FrequentFault,
  language: OfficeLanguage,
): string {
  const words = questionsWords[language]
  if (field === 'audience') return words.noAudience
  if (field === 'reason' && fault === 'missing') return words.noReason
  const written = LANGUAGES.find((each) => field.endsWith(`-${each}`))
  const [name, most] = field.startsWith('question')
    ? [words.questionIn, QUESTION_LETTERS_MAX]
    : [words.answerIn, written ? ANSWER_LETTERS_MAX : REASON_LETTERS_MAX]
  const text = words.faults[fault].replace('{n}', String(most))
  return `${written ? name[written] : words.reason}: ${text}`
}
