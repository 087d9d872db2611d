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

/** In Azerbaijani, since it becomes part of the act. */
export function reasonFor(criterion: CriterionCode, scoring: Scoring): string {
  const seen = SEEN[criterion]?.(scoring) ?? ''
  const differs =
    scoring.points < scoring.estimate
      ? LESS[criterion]
      : scoring.points > scoring.estimate && MORE[criterion]
  return differs ? `${seen} ${differs}` : seen
}

const SEEN: Readonly<Record<CriterionCode, (scoring: Scoring) => string>> = {
  EXP: (scoring) =>
    `İş yerlərindən arayışlara baxıldı: son 15 ildə sahə üzrə ${span(months(scoring))}. ` +
    `Ən yüksək vəzifə: «${job(scoring).as[0]}» («${job(scoring).at[0]}»).`,
  EDU: (scoring) =>
    `Diplom təqdim edilib: «${degree(scoring)[1]}», «${degree(scoring)[3]}». ` +
    `İxtisas seçilmiş sahəyə uyğundur${isTop(scoring) ? ', ali məktəb ilk 500-lükdədir' : ''}.`,
  ACH: ({ story }) =>
    titles(story) === ''
      ? 'Nailiyyət göstərilməyib, ona görə bu meyar üzrə bal hesablanmadı.'
      : `Sənədlə təsdiqlənib: ${titles(story)}.`,
  LNG: ({ story }) => `Bildirilən səviyyələr: ${levels(story)}. Bal bu səviyyələrə görə verildi.`,
  DEM: ({ story }) =>
    `Müraciətçinin ixtisası: «${story.work.speciality}». Sahə və peşə üzrə tələbat bal cədvəlinə ` +
    'əsasən qiymətləndirildi.',
}

const LESS: Readonly<Record<CriterionCode, string>> = {
  EXP: 'Arayışlardan biri vəzifənin məsuliyyətini göstərmir, ona görə bal tam verilmədi.',
  EDU: 'Reytinq bəyan edilib, amma diplomun verildiyi il üzrə təsdiqini tapmadıq.',
  ACH: 'Göstərilən nailiyyətlərin biri üzrə təsdiqedici sənəd yoxdur.',
  LNG: 'Bir dil üzrə sertifikat təqdim edilməyib, səviyyə bir pillə aşağı götürüldü.',
  DEM: 'Bu peşə üzrə ölkədə hazırda kifayət qədər mütəxəssis var.',
}

const MORE: Readonly<Record<CriterionCode, string>> = {
  EXP: 'Rəhbərlik etdiyi komandanın ölçüsü və işin mürəkkəbliyi nəzərə alındı.',
  EDU: 'İkinci ixtisas üzrə təhsili də nəzərə alındı.',
  ACH: 'Nailiyyətlərdən biri sahədə geniş istifadə olunur.',
  LNG: 'Təhsilini bu dillərdən birində alması da nəzərə alındı.',
  DEM: 'Bu ixtisas üzrə vakansiyalar bir ildən artıqdır boşdur.',
}

const isTop = ({ facts }: Scoring): boolean => facts['education-top'] === 'yes'

const months = ({ facts }: Scoring): number => Number(facts['months-in-field'] ?? 0)

const span = (count: number): string =>
  count % 12 === 0
    ? `${count / 12} il iş təcrübəsi təsdiqlənir`
    : `${Math.floor(count / 12)} il ${count % 12} ay iş təcrübəsi təsdiqlənir`

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

const levels = ({ work }: Story): string =>
  SPOKEN_LANGUAGES.flatMap((code) => {
    const level = work.languages[code]
    return level === undefined ? [] : [`${languageName(code, 'az')} – ${level.toUpperCase()}`]
  }).join(', ')
