import type { Language } from '#core/language.ts'
import { amount } from '#telling/amounts.ts'

type ExplanationWords = {
  /** What a higher band would give. */
  readonly next: (from: string, points: number) => string
  readonly each: (points: number) => string
  readonly missing: (facts: string) => string
  readonly capped: (most: number) => string
  readonly undecided: (most: number) => string
  /** The sum while a criterion is still open. */
  readonly soFar: (sum: string) => string
  readonly passMark: (points: number) => string
  readonly most: string
  readonly estimate: string
}

/** The sentences that explain points, for every page and letter that does. */
export const explanationWords: Readonly<Record<Language, ExplanationWords>> = {
  az: {
    next: (from, points) =>
      `${from} və daha çox olduqda ${amount(points, 'points', 'az')} verilir.`,
    each: (points) => `Hər biri üçün ${amount(points, 'points', 'az')}.`,
    missing: (facts) =>
      `Hələ cavab verilməyib: ${facts}. Cavab olmayınca bu meyar cəmə daxil edilmir.`,
    capped: (most) =>
      `Ümumi cəm bu meyar üzrə verilə bilən baldan çoxdur, ona görə ${amount(most, 'points', 'az')} sayılır.`,
    undecided: (most) => `hələ hesablanmayıb (ən çoxu ${most})`,
    soFar: (sum) => `hələlik ${sum}`,
    passMark: (points) => `Keçid balı: ${points}`,
    most: 'Ən çox bal',
    estimate: 'Təxmini hesablama',
  },
  tr: {
    next: (from, points) => `${from} ve üzeri için ${amount(points, 'points', 'tr')} verilir.`,
    each: (points) => `Her biri için ${amount(points, 'points', 'tr')}.`,
    missing: (facts) => `Henüz yanıtlanmadı: ${facts}. Yanıt olmadan bu kriter toplama girmez.`,
    capped: (most) =>
      `Toplam, bu kriterin verebileceğinden fazla; bu yüzden ${amount(most, 'points', 'tr')} sayılır.`,
    undecided: (most) => `henüz sayılmadı (en fazla ${most})`,
    soFar: (sum) => `şimdilik ${sum}`,
    passMark: (points) => `Geçme puanı: ${points}`,
    most: 'En fazla puan',
    estimate: 'Tahmin',
  },
  en: {
    next: (from, points) => `With ${from} or more it would be ${points}.`,
    each: (points) => `Each counts for ${amount(points, 'points', 'en')}.`,
    missing: (facts) =>
      `Not answered yet: ${facts}. Without an answer this criterion is not in the sum.`,
    capped: (most) =>
      `Together this is more than the criterion can give, so it counts as ${amount(most, 'points', 'en')}.`,
    undecided: (most) => `not counted yet (at most ${most})`,
    soFar: (sum) => `${sum} so far`,
    passMark: (points) => `Pass mark: ${points}`,
    most: 'Maximum points',
    estimate: 'Estimate',
  },
  ru: {
    next: (from, points) => `Если будет ${from} или больше — ${amount(points, 'points', 'ru')}.`,
    each: (points) => `За каждый пункт — ${amount(points, 'points', 'ru')}.`,
    missing: (facts) => `Ещё нет ответа: ${facts}. Без ответа этот критерий не входит в сумму.`,
    capped: (most) =>
      `Вместе это больше, чем может дать критерий, поэтому мы засчитываем ${amount(most, 'points', 'ru')}.`,
    undecided: (most) => `пока не засчитан (максимум ${most})`,
    soFar: (sum) => `пока ${sum}`,
    passMark: (points) => `Проходной балл: ${points}`,
    most: 'Максимум баллов',
    estimate: 'Примерный расчёт',
  },
}
