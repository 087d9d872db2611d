import { SPOKEN_LANGUAGES } from '#core/facts/code-lists.ts'
import type { Facts } from '#core/policy/evaluate.ts'
import type { CriterionCode } from '#core/policy/rule-set.ts'
import type { Achievement, Degree, Job, Story } from '#main/demonstration/story.ts'
import { languageName } from '#telling/names-of-codes.ts'

/** What an expert writes beside the points: what was seen, and why more or less than estimated. */
export type Scoring = {
  readonly story: Story
  readonly facts: Facts
  readonly points: number
  readonly estimate: number
}

export function reasonFor(criterion: CriterionCode, scoring: Scoring): string {
  const language = scoring.story.expertsWrite ?? 'az'
  const seen = SEEN[criterion]?.[language](scoring) ?? ''
  const differs =
    scoring.points < scoring.estimate
      ? LESS[criterion]?.[language]
      : scoring.points > scoring.estimate && MORE[criterion]?.[language]
  return differs ? `${seen} ${differs}` : seen
}

type InBoth<Value> = Readonly<Record<'az' | 'en', Value>>

const SEEN: Readonly<Record<CriterionCode, InBoth<(scoring: Scoring) => string>>> = {
  EXP: {
    az: (scoring) =>
      `İş yerlərindən arayışlara baxıldı: son 15 ildə sahə üzrə ${spanAz(months(scoring))}. ` +
      `Ən yüksək vəzifə: ${job(scoring).as[0]} («${job(scoring).at[0]}»).`,
    en: (scoring) =>
      `The references show ${spanEn(months(scoring))} in the field within the last 15 years. ` +
      `Highest position: ${job(scoring).as[0]} (${job(scoring).at[0]}).`,
  },
  EDU: {
    az: (scoring) =>
      `Diplom təqdim edilib: ${degree(scoring)[1]}, ${degree(scoring)[3]}. ` +
      `İxtisas seçilmiş sahəyə uyğundur${isTop(scoring) ? ', ali məktəb ilk 500-lükdədir' : ''}.`,
    en: (scoring) =>
      `Diploma seen: ${degree(scoring)[1]}, ${degree(scoring)[3]}. ` +
      `The subject fits the field${isTop(scoring) ? ', the university is in the top 500' : ''}.`,
  },
  ACH: {
    az: ({ story }) =>
      titles(story) === ''
        ? 'Nailiyyət göstərilməyib, ona görə bu meyar üzrə bal hesablanmadı.'
        : `Sənədlə təsdiqlənib: ${titles(story)}.`,
    en: ({ story }) =>
      titles(story) === ''
        ? 'No achievements were named, so no points follow from this criterion.'
        : `Proof was seen for: ${titles(story)}.`,
  },
  LNG: {
    az: ({ story }) =>
      `Bildirilən səviyyələr: ${levels(story, 'az')}. Bal bu səviyyələrə görə verildi.`,
    en: ({ story }) =>
      `Levels stated: ${levels(story, 'en')}. The points follow from these levels.`,
  },
  DEM: {
    az: ({ story }) =>
      `Müraciətçinin ixtisası: ${story.work.speciality}. Sahə və peşə üzrə tələbat bal cədvəlinə ` +
      'əsasən qiymətləndirildi.',
    en: ({ story }) =>
      `Speciality: ${story.work.speciality}. Demand for the field and the occupation was weighed ` +
      'by the table.',
  },
}

const LESS: Readonly<Record<CriterionCode, InBoth<string>>> = {
  EXP: {
    az: 'Arayışlardan biri vəzifənin məsuliyyətini göstərmir, ona görə bal tam verilmədi.',
    en: 'One reference does not say what the position was responsible for, so some points are missing.',
  },
  EDU: {
    az: 'Reytinq bəyan edilib, amma diplomun verildiyi il üzrə təsdiqini tapmadıq.',
    en: 'The ranking was claimed, but not found for the year of the diploma.',
  },
  ACH: {
    az: 'Göstərilən nailiyyətlərin biri üzrə sübut yoxdur.',
    en: 'For one of the achievements named there is no proof.',
  },
  LNG: {
    az: 'Bir dil üzrə sertifikat təqdim edilməyib, səviyyə bir pillə aşağı qəbul edildi.',
    en: 'One language has no certificate, so its level was taken one step lower.',
  },
  DEM: {
    az: 'Bu peşə üzrə ölkədə hazırda kifayət qədər mütəxəssis var.',
    en: 'There are enough specialists of this occupation in the country at present.',
  },
}

const MORE: Readonly<Record<CriterionCode, InBoth<string>>> = {
  EXP: {
    az: 'Rəhbərlik etdiyi komandanın ölçüsü və işin mürəkkəbliyi nəzərə alındı.',
    en: 'The size of the team and the difficulty of the work were taken into account.',
  },
  EDU: {
    az: 'İkinci ixtisas üzrə təhsili də nəzərə alındı.',
    en: 'A second course of study was taken into account.',
  },
  ACH: {
    az: 'Nailiyyətlərdən biri sahədə geniş istifadə olunur.',
    en: 'One of the achievements is widely used in the field.',
  },
  LNG: {
    az: 'Təhsilini bu dillərdən birində alması da nəzərə alındı.',
    en: 'That one of these languages was the language of study was taken into account.',
  },
  DEM: {
    az: 'Bu ixtisas üzrə vakansiyalar bir ildən artıqdır boşdur.',
    en: 'Vacancies for this speciality have stood open for more than a year.',
  },
}

const isTop = ({ facts }: Scoring): boolean => facts['education-top'] === 'yes'

const months = ({ facts }: Scoring): number => Number(facts['months-in-field'] ?? 0)

const spanAz = (count: number): string =>
  count % 12 === 0
    ? `${count / 12} il iş təcrübəsi təsdiqlənir`
    : `${Math.floor(count / 12)} il ${count % 12} ay iş təcrübəsi təsdiqlənir`

const spanEn = (count: number): string =>
  count % 12 === 0
    ? `${count / 12} years of work`
    : `${Math.floor(count / 12)} years and ${count % 12} months of work`

const LEVELS = ['specialist', 'senior', 'lead', 'head']
const NO_JOB: Job = { at: ['–', ''], as: ['–', 'specialist'], from: '', duties: '' }
const NO_DEGREE: Degree = ['', '–', '', '–', '']

const job = ({ story }: Scoring): Job =>
  story.work.experience.toSorted(
    (one, other) => LEVELS.indexOf(other.as[1]) - LEVELS.indexOf(one.as[1]),
  )[0] ?? NO_JOB

const degree = ({ story }: Scoring): Degree =>
  story.work.education.toSorted((one, other) => other[0].localeCompare(one[0]))[0] ?? NO_DEGREE

const titles = ({ work }: Story): string =>
  (work.achievements ?? [])
    .map(([, title, date]: Achievement) => `«${title}» (${date.slice(0, 4)})`)
    .join(', ')

const levels = ({ work }: Story, language: 'az' | 'en'): string =>
  SPOKEN_LANGUAGES.flatMap((code) => {
    const level = work.languages[code]
    return level === undefined ? [] : [`${languageName(code, language)} – ${level.toUpperCase()}`]
  }).join(', ')
