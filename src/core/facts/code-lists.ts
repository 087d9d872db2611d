/**
 * Closed lists of codes that answers are given in. The order of a list is the order of its steps,
 * from the lowest. Their titles are words, and not kept here.
 */

/** A language that is not in the list, by the code that ISO 639 keeps for those without one. */
export const OTHER_LANGUAGE = 'mis'

/** Languages a person may speak, ISO 639-1; those of the portal first, then by region, then any. */
export const SPOKEN_LANGUAGES = [
  'az',
  'tr',
  'en',
  'ru',
  'ar',
  'fa',
  'ur',
  'he',
  'ps',
  'ku',
  'ka',
  'hy',
  'kk',
  'ky',
  'uz',
  'tk',
  'tg',
  'mn',
  'uk',
  'be',
  'pl',
  'cs',
  'sk',
  'sl',
  'hr',
  'sr',
  'bs',
  'mk',
  'bg',
  'ro',
  'hu',
  'sq',
  'el',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'sv',
  'no',
  'da',
  'fi',
  'et',
  'lv',
  'lt',
  'is',
  'ga',
  'zh',
  'ja',
  'ko',
  'vi',
  'th',
  'id',
  'ms',
  'tl',
  'hi',
  'bn',
  'pa',
  'ta',
  'te',
  'mr',
  'ne',
  'am',
  'sw',
  OTHER_LANGUAGE,
] as const
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number]

/** The levels of the Common European Framework of Reference for languages. */
export const CEFR_LEVELS = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'] as const
export type CefrLevel = (typeof CEFR_LEVELS)[number]

/** The levels of education of ISCED 2011: 6 is a bachelor, 7 a master, 8 a doctor. */
export const EDUCATION_LEVELS = ['0', '1', '2', '3', '4', '5', '6', '7', '8'] as const
export type EducationLevel = (typeof EDUCATION_LEVELS)[number]

/** The ten major groups of occupations of ISCO-08; 0 is the armed forces. */
export const OCCUPATION_MAJOR_GROUPS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
export type OccupationMajorGroup = (typeof OCCUPATION_MAJOR_GROUPS)[number]

/** The 43 sub-major groups of occupations of ISCO-08; the first digit is the major group. */
export const OCCUPATIONS = [
  '01',
  '02',
  '03',
  '11',
  '12',
  '13',
  '14',
  '21',
  '22',
  '23',
  '24',
  '25',
  '26',
  '31',
  '32',
  '33',
  '34',
  '35',
  '41',
  '42',
  '43',
  '44',
  '51',
  '52',
  '53',
  '54',
  '61',
  '62',
  '63',
  '71',
  '72',
  '73',
  '74',
  '75',
  '81',
  '82',
  '83',
  '91',
  '92',
  '93',
  '94',
  '95',
  '96',
] as const
export type Occupation = (typeof OCCUPATIONS)[number]

/** True for a language of the list, in small letters. */
export const isSpokenLanguage = (text: string): text is SpokenLanguage =>
  SPOKEN_LANGUAGES.some((code) => code === text)

/** True for a level of languages, in small letters. */
export const isCefr = (text: string): text is CefrLevel =>
  CEFR_LEVELS.some((level) => level === text)

/** True for a level of education, one digit. */
export const isEducationLevel = (text: string): text is EducationLevel =>
  EDUCATION_LEVELS.some((level) => level === text)

/** True for a sub-major group of occupations, two digits. */
export const isOccupation = (text: string): text is Occupation =>
  OCCUPATIONS.some((code) => code === text)

/** The major group that a sub-major group of occupations belongs to. */
export function majorGroupOf(occupation: Occupation): OccupationMajorGroup | undefined {
  return OCCUPATION_MAJOR_GROUPS.find((group) => occupation.startsWith(group))
}

/** True when a language is known at least at that level. */
export const cefrAtLeast = (level: CefrLevel, least: CefrLevel): boolean =>
  CEFR_LEVELS.indexOf(level) >= CEFR_LEVELS.indexOf(least)

/** True when an education is at least of that level. */
export const educationAtLeast = (level: EducationLevel, least: EducationLevel): boolean =>
  EDUCATION_LEVELS.indexOf(level) >= EDUCATION_LEVELS.indexOf(least)
