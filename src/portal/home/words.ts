import type { Language } from '#core/language.ts'

export type HomeWords = Readonly<Record<keyof typeof en, string>>

const en = {
  description:
    'The Highly Qualified Migrant Program of Azerbaijan: criteria, estimate and application.',
  stepsMore: 'Every step and how long it takes',
  readyTitle: 'Find out in a few minutes',
  ready: 'The estimate shows your points criterion by criterion, and what could raise them.',
} as const

const az: HomeWords = {
  description:
    'Azərbaycanın Yüksəkixtisaslı Miqrant Proqramı: meyarlar, bal hesablaması və müraciət.',
  stepsMore: 'Hər mərhələ və müddəti',
  readyTitle: 'Bir neçə dəqiqəyə öyrənin',
  ready: 'Hesablama hər meyar üzrə balınızı və onu nəyin artıra biləcəyini göstərir.',
}

const tr: HomeWords = {
  description: 'Azerbaycan Yüksek Nitelikli Göçmen Programı: kriterler, puan tahmini ve başvuru.',
  stepsMore: 'Her adım ve süresi',
  readyTitle: 'Birkaç dakikada öğrenin',
  ready: 'Tahmin, her kriterdeki puanınızı ve puanınızı neyin artırabileceğini gösterir.',
}

const ru: HomeWords = {
  description:
    'Программа Азербайджана для высококвалифицированных мигрантов: критерии, расчёт баллов, обращение.',
  stepsMore: 'Все этапы и сроки',
  readyTitle: 'Узнайте за несколько минут',
  ready: 'Расчёт покажет баллы по каждому критерию и то, что могло бы их повысить.',
}

export const homeWords: Readonly<Record<Language, HomeWords>> = { az, tr, en, ru }
