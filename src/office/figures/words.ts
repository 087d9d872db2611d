import type { OfficeLanguage } from '#core/language.ts'
import type { Dimension } from '#core/promotion/figures.ts'
import { BATCH_MIN, WEEKS_ALONE_MAX } from '#core/promotion/releasing.ts'

type Said<Words> = {
  readonly [Name in keyof Words]: Words[Name] extends string ? string : Said<Words[Name]>
}
export type FiguresWords = Said<typeof en>

const en = {
  title: 'Figures of the Program abroad',
  how: `Figures are brought up to date once a week. People are counted in groups of at least ${BATCH_MIN} who are alike, so that nobody can be recognised, not even by comparing two days. Whoever has waited ${WEEKS_ALONE_MAX} weeks for others alike is counted under “all others”.`,
  year: 'Year',
  show: 'Show',
  none: 'Nothing can be shown of this year yet.',
  by: { country: 'By citizenship', language: 'By language', week: 'By week' },
  alone: {
    country:
      'Of no citizenship can anybody be shown alone yet. All together: {applied} applied, {admitted} recognised.',
    language:
      'Of no language can anybody be shown alone yet. All together: {applied} applied, {admitted} recognised.',
    week: 'All together: {applied} applied, {admitted} recognised.',
  } satisfies Readonly<Record<Dimension, string>>,
  country: 'Citizenship',
  language: 'Language',
  week: 'Week from',
  others: 'All others',
  unknown: 'Not known',
  applied: 'Applied',
  admitted: 'Recognised',
  sum: 'Together',
  missions: 'Missions side by side',
  mission: 'Mission',
  events: 'Campaign by campaign',
  event: 'Event',
  from: 'First day',
  until: 'Last day',
  campaigns: 'Campaigns',
  followed: 'Followed a link',
  begun: 'Began an account',
  perHundred: 'Accounts for every 100 who followed',
  landings: 'What links lead to',
  landing: 'Page',
  welcome: 'Welcome page',
  criteria: 'What is scored',
  estimate: 'Estimate of points',
  printed: 'What was printed and sent',
  piece: 'Material',
  nothingPrinted: 'Nothing was made here',
  few: `Fewer than ${BATCH_MIN}`,
  fewInFile: 'few',
  uncounted: 'Not all counted',
  uncountedWhy:
    'Not all counted: machines followed a link faster than people can. What they did is not counted, and some people may be missing.',
  yes: 'yes',
  drawn: 'The bars show: {column}.',
  sortedBy: 'The most first',
  rest: 'The first {shown} of {all} are here; the file has all of them.',
  csv: 'This table as a file (CSV)',
  report: 'Report of the year (PDF)',
}

export const figuresWords: Readonly<Record<OfficeLanguage, FiguresWords>> = {
  en,
  az: {
    title: 'Proqramın xaricdəki rəqəmləri',
    how: `Rəqəmlər həftədə bir dəfə yenilənir. İnsanlar oxşar olan ən azı ${BATCH_MIN} nəfərlik qruplarla sayılır ki, iki günü müqayisə etməklə də heç kim tanınmasın. Oxşarlarını ${WEEKS_ALONE_MAX} həftə gözləyən şəxs «bütün başqaları» sırasında sayılır.`,
    year: 'İl',
    show: 'Göstərmək',
    none: 'Bu il barədə hələ heç nə göstərilə bilməz.',
    by: { country: 'Vətəndaşlığa görə', language: 'Dilə görə', week: 'Həftəyə görə' },
    alone: {
      country:
        'Hələ heç bir vətəndaşlıq üzrə ayrıca rəqəm göstərmək olmur. Hamısı birlikdə: müraciət edib – {applied}, status verilib – {admitted}.',
      language:
        'Hələ heç bir dil üzrə ayrıca rəqəm göstərmək olmur. Hamısı birlikdə: müraciət edib – {applied}, status verilib – {admitted}.',
      week: 'Hamısı birlikdə: müraciət edib – {applied}, status verilib – {admitted}.',
    },
    country: 'Vətəndaşlıq',
    language: 'Dil',
    week: 'Həftənin başlanğıcı',
    others: 'Bütün başqaları',
    unknown: 'Məlum deyil',
    applied: 'Müraciət edib',
    admitted: 'Status verilib',
    sum: 'Birlikdə',
    missions: 'Nümayəndəliklər yan-yana',
    mission: 'Nümayəndəlik',
    events: 'Kampaniyalar bir-bir',
    event: 'Tədbir',
    from: 'İlk gün',
    until: 'Son gün',
    campaigns: 'Kampaniyalar',
    followed: 'Keçidlə gələnlər',
    begun: 'Kabinet açanlar',
    perHundred: 'Keçidlə gələn hər 100 nəfərə açılan kabinet',
    landings: 'Keçidlər hara aparır',
    landing: 'Səhifə',
    welcome: 'Qarşılama səhifəsi',
    criteria: 'Nəyə bal verilir',
    estimate: 'Balların hesablanması',
    printed: 'Nə çap olunub və göndərilib',
    piece: 'Material',
    nothingPrinted: 'Burada heç nə hazırlanmayıb',
    few: `${BATCH_MIN} nəfərdən az`,
    fewInFile: 'az',
    uncounted: 'Hamısı sayılmayıb',
    uncountedWhy:
      'Hamısı sayılmayıb: keçiddən insandan sürətli, maşınlar istifadə edib. Onlar sayılmayıb, bəzi insanlar da bu rəqəmlərdə olmaya bilər.',
    yes: 'bəli',
    drawn: 'Zolaqlar bunu göstərir: {column}.',
    sortedBy: 'Ən çoxu əvvəldə',
    rest: 'Burada {all} sətirdən ilk {shown} görünür, faylda hamısı var.',
    csv: 'Bu cədvəl fayl kimi (CSV)',
    report: 'İlin hesabatı (PDF)',
  },
}
