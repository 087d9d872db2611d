import type { Language } from '#core/language.ts'
import { amount } from '#telling/amounts.ts'

/** What a decision says around the words and points of those who made it. */
export type DecisionWords = Readonly<Record<keyof typeof en, string>> & {
  readonly sum: (points: number, passMark: number) => string
}

const en = {
  noObjection: 'No state body objected.',
  number: 'Number',
  decidedOn: 'Date of the decision',
  decidedBy: 'Decided by',
  signedBy: 'Signed by',
  signer: 'An authorised official of the Service',
  groundsTitle: 'What it rests on',
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
  noObjection: 'Heç bir dövlət orqanı etiraz etməyib.',
  number: 'Nömrə',
  decidedOn: 'Qərarın tarixi',
  decidedBy: 'Qərarı verən orqan',
  signedBy: 'İmzalayan',
  signer: 'Xidmətin səlahiyyətli vəzifəli şəxsi',
  groundsTitle: 'Qərar nəyə əsaslanır',
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
  noObjection: 'Hiçbir devlet kurumu itiraz etmedi.',
  number: 'Numara',
  decidedOn: 'Karar tarihi',
  decidedBy: 'Kararı veren',
  signedBy: 'İmzalayan',
  signer: 'Kurumun yetkili görevlisi',
  groundsTitle: 'Karar neye dayanıyor',
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
  noObjection: 'Ни один государственный орган не возразил.',
  number: 'Номер',
  decidedOn: 'Дата решения',
  decidedBy: 'Кто принял решение',
  signedBy: 'Кто подписал',
  signer: 'Уполномоченное должностное лицо Службы',
  groundsTitle: 'На чём основано решение',
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
