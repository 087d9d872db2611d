import type { Language } from '#core/language.ts'
import { amount } from '#telling/amounts.ts'

/** What a decision says around the words and points of those who made it. */
export type DecisionWords = Readonly<Record<keyof typeof en, string>> & {
  readonly sum: (points: number, passMark: number) => string
}

const en = {
  recognisedWord: 'Recognised',
  recognised: 'You are recognised as a highly skilled migrant',
  refusedWord: 'Refused',
  refused: 'Your application was refused',
  refusedLead:
    'We know that this is not what you hoped for. Below you will find what the decision rests on, what you can do about it, and until when.',
  noObjection: 'No state body objected.',
  number: 'Application',
  decidedOn: 'Date of the decision',
  decidedBy: 'Decided by',
  signedBy: 'Signed by',
  signer: 'An authorised official of the Service',
  field: 'Field',
  groundsTitle: 'Why it was refused',
  remedy: 'What you can do',
  pointsTitle: 'Points, criterion by criterion',
  notScored: 'The decision was taken before any points were given.',
  givenBy: 'Given by',
  reason: 'Reason',
  evidence: 'Based on',
  reasoningTitle: 'In the words of the decision',
  reasoningWho: 'Written by the officer who prepared the decision.',
  passMark: 'Pass mark',
} as const

const az: DecisionWords = {
  sum: (points, passMark) => `Dövlət orqanları sizə ${points} bal verib. Keçid balı: ${passMark}.`,
  recognisedWord: 'Status verilib',
  recognised: 'Siz yüksəkixtisaslı miqrant kimi tanınmısınız',
  refusedWord: 'İmtina',
  refused: 'Müraciətiniz üzrə imtina qərarı verilib',
  refusedLead:
    'Bilirik ki, gözlədiyiniz bu deyildi. Aşağıda qərarın nəyə əsaslandığını, nə edə ' +
    'biləcəyinizi və bunu nə vaxta qədər edə biləcəyinizi görəcəksiniz.',
  noObjection: 'Heç bir dövlət orqanı etiraz etməyib.',
  number: 'Müraciət',
  decidedOn: 'Qərarın tarixi',
  decidedBy: 'Qərarı verən orqan',
  signedBy: 'İmzalayan',
  signer: 'Xidmətin səlahiyyətli vəzifəli şəxsi',
  field: 'Sahə',
  groundsTitle: 'İmtinanın səbəbləri',
  remedy: 'Nə edə bilərsiniz',
  pointsTitle: 'Meyarlar üzrə ballar',
  notScored: 'Qərar ballar verilməzdən əvvəl qəbul edilib.',
  givenBy: 'Balı verən orqan',
  reason: 'Əsaslandırma',
  evidence: 'Əsas götürülən sənədlər',
  reasoningTitle: 'Qərarın mətnindən',
  reasoningWho: 'Qərarı hazırlayan əməkdaş yazıb.',
  passMark: 'Keçid balı',
}

const tr: DecisionWords = {
  sum: (points, passMark) =>
    `Devlet kurumları size ${points} puan verdi. Geçme puanı ${passMark} idi.`,
  recognisedWord: 'Statü verildi',
  recognised: 'Yüksek nitelikli göçmen olarak tanındınız',
  refusedWord: 'Ret',
  refused: 'Başvurunuz reddedildi',
  refusedLead:
    'Umduğunuzun bu olmadığını biliyoruz. Aşağıda kararın neye dayandığını, neler ' +
    'yapabileceğinizi ve bunun için ne kadar vaktiniz olduğunu bulacaksınız.',
  noObjection: 'Hiçbir devlet kurumu itiraz etmedi.',
  number: 'Başvuru',
  decidedOn: 'Karar tarihi',
  decidedBy: 'Kararı veren',
  signedBy: 'İmzalayan',
  signer: 'Kurumun yetkili görevlisi',
  field: 'Alan',
  groundsTitle: 'Neden reddedildi',
  remedy: 'Ne yapabilirsiniz',
  pointsTitle: 'Kriterlere göre puanlar',
  notScored: 'Karar, puan verilmeden önce alındı.',
  givenBy: 'Puanı veren',
  reason: 'Gerekçe',
  evidence: 'Dayandığı belgeler',
  reasoningTitle: 'Karar metninden',
  reasoningWho: 'Kararı hazırlayan görevli yazdı.',
  passMark: 'Geçme puanı',
}

const ru: DecisionWords = {
  sum: (points, passMark) =>
    `Государственные органы начислили вам ${amount(points, 'points', 'ru')}. Проходной балл: ${passMark}.`,
  recognisedWord: 'Статус присвоен',
  recognised: 'Вы признаны высококвалифицированным мигрантом',
  refusedWord: 'Отказ',
  refused: 'В признании отказано',
  refusedLead:
    'Мы понимаем, что вы надеялись на другой ответ. Ниже написано, на чём основано решение, ' +
    'что можно сделать и до какого дня.',
  noObjection: 'Ни один государственный орган не возразил.',
  number: 'Обращение',
  decidedOn: 'Дата решения',
  decidedBy: 'Кто принял решение',
  signedBy: 'Кто подписал',
  signer: 'Уполномоченное должностное лицо Службы',
  field: 'Сфера',
  groundsTitle: 'Почему отказано',
  remedy: 'Что вы можете сделать',
  pointsTitle: 'Баллы по критериям',
  notScored: 'Решение принято до того, как были начислены баллы.',
  givenBy: 'Кто начислил баллы',
  reason: 'Обоснование',
  evidence: 'Подтверждено документами',
  reasoningTitle: 'Из текста решения',
  reasoningWho: 'Написано сотрудником, который подготовил решение.',
  passMark: 'Проходной балл',
}

export const decisionWords: Readonly<Record<Language, DecisionWords>> = {
  az,
  tr,
  en: {
    ...en,
    sum: (points, passMark) =>
      `The state bodies gave you ${points} points. The pass mark was ${passMark}.`,
  },
  ru,
}
